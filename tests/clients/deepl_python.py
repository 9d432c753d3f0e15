"""The official Python client against a served Taiyaku: server's address, tokens of the roles review, read and admin."""

import io
import sys

import deepl
from deepl.api_data import MultilingualGlossaryDictionaryEntries as Entries

url, key, reader, admin = sys.argv[1:5]
client = deepl.DeepLClient(key, server_url=url, send_platform_info=False)
deepl.http_client.max_network_retries = 0


def refused(kind, words, call):
    """The call must fail with this very exception and say these words."""
    try:
        result = call()
    except deepl.DeepLException as error:
        assert type(error) is kind, f"{type(error).__name__}: {error}"
        assert words in str(error), f"`{words}` is not in: {error}"
        return
    raise AssertionError(f"not refused: {result}")


def entries(glossary):
    """The list from Japanese into English, as the client reads it."""
    text = client.get_multilingual_glossary_entries(glossary, "JA", "EN").dictionaries[0].entries
    return text if isinstance(text, dict) else deepl.convert_tsv_to_dict(text)


# What the service can do.
assert client.get_usage().character.count == 0
assert [(p.source_lang, p.target_lang) for p in client.get_glossary_languages()] == [("ja", "en"), ("en", "ja")]
assert {"JA", "EN"} <= {language.code for language in client.get_source_languages()}
assert {"EN-US", "EN-GB"} <= {language.code for language in client.get_target_languages()}

# Version 2: created, listed, read back to the letter, deleted.
given = {"量子もつれ": "quantum entanglement", "𠮷野川": "Yoshino River", "全角　空白": "a \"b\", c"}
made = client.create_glossary("press", source_lang="JA", target_lang="EN", entries=given)
facts = (made.name, made.source_lang.lower(), made.target_lang.lower(), made.entry_count, made.ready)
assert facts == ("press", "ja", "en", 3, True), facts
assert made.glossary_id in [glossary.glossary_id for glossary in client.list_glossaries()]
assert client.get_glossary(made.glossary_id).name == "press"
assert client.get_glossary_entries(made) == given
csv = client.create_glossary_from_csv("press", source_lang="JA", target_lang="EN", csv_data='"量子, ビット",qubit,ja,en\n')
assert csv.name == "press" and csv.glossary_id != made.glossary_id, "a second glossary of one name is another"
assert client.get_glossary_entries(csv) == {"量子, ビット": "qubit"}
client.delete_glossary(csv)
refused(deepl.GlossaryNotFoundException, "No glossary", lambda: client.get_glossary(csv.glossary_id))
refused(deepl.GlossaryNotFoundException, "No glossary", lambda: client.delete_glossary(csv))

# What is in a glossary is a translation of the text that is it; anything else is an error that says so.
found = client.translate_text("量子もつれ", source_lang="JA", target_lang="EN-US", glossary=made)
assert (found.text, found.detected_source_lang) == ("quantum entanglement", "JA")
client.delete_glossary(made)

# Version 3: several lists, merged, replaced, renamed.
made = client.create_multilingual_glossary("多", [Entries("JA", "EN", {"格子": "lattice"}), Entries("EN", "JA", {"lattice": "格子"})])
lists = [(d.source_lang.lower(), d.target_lang.lower(), d.entry_count) for d in made.dictionaries]
assert lists == [("ja", "en", 1), ("en", "ja", 1)], lists
client.update_multilingual_glossary_dictionary(made, Entries("JA", "EN", {"格子": "grid", "欠陥": "defect"}))
assert entries(made) == {"格子": "grid", "欠陥": "defect"}, entries(made)
client.replace_multilingual_glossary_dictionary(made, Entries("JA", "EN", {"欠陥": "flaw"}))
assert entries(made) == {"欠陥": "flaw"}
assert client.update_multilingual_glossary_name(made, "別名").name == "別名"
assert "別名" in [glossary.name for glossary in client.list_multilingual_glossaries()]
client.delete_multilingual_glossary_dictionary(made, source_lang="EN", target_lang="JA")
assert [d.source_lang.lower() for d in client.get_multilingual_glossary(made.glossary_id).dictionaries] == ["ja"]
refused(deepl.GlossaryNotFoundException, "dictionary", lambda: client.delete_multilingual_glossary_dictionary(made, source_lang="EN", target_lang="JA"))
client.delete_multilingual_glossary(made)
refused(deepl.GlossaryNotFoundException, "No glossary", lambda: client.get_multilingual_glossary(made.glossary_id))

# A project is a glossary too; what it held before survives what is put in and taken out.
default = next(glossary for glossary in client.list_multilingual_glossaries() if glossary.name == "default")
before = entries(default)
assert before["磁化率"] == "magnetic susceptibility"
client.update_multilingual_glossary_dictionary(default, Entries("JA", "EN", {"磁化率": "susceptibility", "水温": "water temperature"}))
put = entries(default)
assert put == {**before, "磁化率": "susceptibility", "水温": "water temperature"}, put
client.delete_multilingual_glossary(default)
assert entries(default) == before
refused(deepl.DeepLException, "nothing to delete", lambda: client.delete_multilingual_glossary(default))

# Lists that cannot be used are refused with their row.
for tsv, words in [("a\tb\na\tc", "row 2"), ("a\t　b", "row 1"), ("a\tb\x85", "U+0085"), (f"a\t{'あ' * 342}", "1026 bytes")]:
    refused(deepl.DeepLException, words, lambda: client._create_glossary("x", "EN", "JA", "tsv", tsv))
refused(deepl.DeepLException, "are not supported", lambda: client.create_glossary("x", source_lang="DE", target_lang="EN", entries={"a": "b"}))

# Translations come from the memory, or not at all.
said = "We studied the water quality of the Yoshino River."
assert client.translate_text("𠮷野川の水質を調べた。", target_lang="EN-US").text == said
both = client.translate_text(["𠮷野川の水質を調べた。", "この試料の磁化率を測定した。"], source_lang="JA", target_lang="EN-GB")
assert [one.text for one in both] == [said, "The magnetic susceptibility of this sample was measured."]
refused(deepl.DeepLException, "item 2 (`知らない文。`)", lambda: client.translate_text(["𠮷野川の水質を調べた。", "知らない文。"], source_lang="JA", target_lang="EN-US"))
refused(deepl.DeepLException, "score of at least 100", lambda: client.translate_text("𠮷野川の水質を詳しく調べた。", source_lang="JA", target_lang="EN-US"))

# Memories: listed, read page by page, searched, imported, exported, deleted.
memories = client.list_translation_memories()
memory = next(one for one in memories if one.name == "default")
assert (memory.source_language, list(memory.target_languages), memory.segment_count) == ("ja", ["en"], 4)
near = client.translate_text("𠮷野川の水質を詳しく調べた。", source_lang="JA", target_lang="EN-US", translation_memory=memory, translation_memory_threshold=70)
assert near.text == said
texts, cursor = [], None
while True:
    page = client.list_translation_memory_segments(memory, page_size=3, page_cursor=cursor)
    texts += [segment.source_text for segment in page.segments]
    cursor = page.next_page_cursor
    if not cursor:
        break
assert len(texts) == 4 and "A/B試験は有効か？" in texts, texts
found = client.list_translation_memory_segments(memory, filter_text="TESTING", filter_case_sensitive=False)
assert [segment.targets[0].target_text for segment in found.segments] == ["Is A/B testing effective?"]
assert not client.list_translation_memory_segments(memory, filter_text="TESTING", filter_case_sensitive=True).segments

tmx = """<?xml version="1.0"?><tmx version="1.4"><header creationtool="t" creationtoolversion="1" segtype="sentence" o-tmf="t"
 adminlang="en" srclang="ja" datatype="plaintext"/><body><tu><tuv xml:lang="ja"><seg>結晶を育てた。</seg></tuv><tuv
 xml:lang="en"><seg>A crystal was grown.</seg></tuv></tu></body></tmx>""".encode()
job = client.create_translation_memory_import("結晶.tmx", len(tmx), display_name="結晶")
client.upload_translation_memory_file(job, tmx)
done = client.wait_until_translation_memory_job_done(job.job_id, timeout_s=30)
assert done.result.status == "completed", done
crystal = client.get_translation_memory(done.result.translation_memory_id)
assert (crystal.name, crystal.segment_count) == ("結晶", 1)
broken = client.create_translation_memory_import("x.tmx", 5)
client.upload_translation_memory_file(broken, b"plain")
try:
    failed = client.wait_until_translation_memory_job_done(broken.job_id, timeout_s=30)
    assert failed.result.status == "failed" and "TMX" in failed.result.error_message, failed
except deepl.DeepLException as error:
    assert "TMX" in str(error), error
export = client.create_translation_memory_export(crystal)
ready = client.wait_until_translation_memory_job_done(export.job_id, timeout_s=30)
file = io.BytesIO()
client.download_translation_memory_export(ready, file, chunk_size=1024)
assert "<seg>結晶を育てた。</seg>" in file.getvalue().decode()

# Who may do what: each refusal is the exception the client has for it.
refused(deepl.AuthorizationException, "not valid", lambda: deepl.DeepLClient("wrong", server_url=url).list_glossaries())
weak = deepl.DeepLClient(reader, server_url=url)
assert weak.translate_text("𠮷野川の水質を調べた。", target_lang="EN-US").text == said
refused(deepl.AuthorizationException, "", lambda: weak.create_glossary("x", source_lang="JA", target_lang="EN", entries={"a": "b"}))
refused(deepl.AuthorizationException, "", lambda: client.delete_translation_memory(crystal))
deepl.DeepLClient(admin, server_url=url).delete_translation_memory(crystal)
refused(deepl.DeepLException, "No translation memory", lambda: client.get_translation_memory(crystal.translation_memory_id))
print("deepl", deepl.__version__, "passed")
