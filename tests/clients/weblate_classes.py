"""Weblate's machinery classes against a served Taiyaku, as Weblate itself calls them: server's address and a token."""

import os
import sys
import tempfile
from unittest.mock import MagicMock

for absent in ["cairo", "gi", "gi.repository", "tesserocr"]:
    sys.modules.setdefault(absent, MagicMock())
folder = tempfile.mkdtemp()
with open(os.path.join(folder, "taiyaku_settings.py"), "w") as file:
    file.write(
        "from weblate.settings_example import *\n"
        f"DATA_DIR = {folder!r}\nCACHE_DIR = {folder!r}\nSECRET_KEY = 'x' * 50\nALLOWED_HOSTS = ['*']\n"
        "CACHES = {'default': {'BACKEND': 'django.core.cache.backends.locmem.LocMemCache'}}\nSITE_DOMAIN = 'localhost'\n"
        "DATABASES = {'default': {'ENGINE': 'django.db.backends.postgresql', 'NAME': 'none'}}\n"
        "ALLOWED_MACHINERY_DOMAINS = ['127.0.0.1', 'localhost']\nMACHINERY_RESTRICT_PRIVATE = False\n"
    )
sys.path.insert(0, folder)
os.environ["DJANGO_SETTINGS_MODULE"] = "taiyaku_settings"
import django

django.setup()
from weblate.machinery.base import GlossaryDoesNotExistError
from weblate.machinery.deepl import DeepLTranslation
from weblate.machinery.tmserver import TMServerTranslation
from weblate.utils.version import VERSION

url, key = sys.argv[1:3]

# The memory: the token stands before the path, because Weblate has nowhere else to put one.
memory = TMServerTranslation({"url": f"{url}/t/{key}/tmserver/"})
languages = set(memory.download_languages())
assert ("ja", "en") in languages and ("en", "ja") in languages, languages


def remembered(text, threshold=10):
    return list(memory.download_translations("ja", "en", text, None, None, threshold))


said = "We studied the water quality of the Yoshino River."
exact = remembered("𠮷野川の水質を調べた。")
assert exact[0]["text"] == said and exact[0]["quality"] == 100, exact
near = remembered("𠮷野川の水質を詳しく調べた。")
assert near[0]["source"] == "𠮷野川の水質を調べた。" and 70 <= near[0]["quality"] < 100, near
assert not remembered("𠮷野川の水質を詳しく調べた。", threshold=99)
assert remembered("A/B試験は有効か？")[0]["text"] == "Is A/B testing effective?"
assert remembered("圧力 & 温度 < 臨界点")[0]["text"] == "Pressure & temperature < critical point"
assert remembered("まったく別の話である。") == []
one = TMServerTranslation({"url": f"{url}/t/{key}/tmserver/default"})
assert list(one.download_translations("ja", "en", "𠮷野川の水質を調べた。", None, None, 75))[0]["text"] == said

# Glossaries and translations.
service = DeepLTranslation({"url": f"{url}/v2/", "key": key})
supported = set(service.download_languages())
assert {("JA", "EN"), ("JA", "EN-US"), ("EN", "JA")} <= supported, supported
assert service.is_glossary_supported("JA", "EN-US")
name = "weblate:1:JA:EN:abc"
service.create_glossary("JA", "EN", name, "量子もつれ\tquantum entanglement\n𠮷野川\tYoshino River")
made = service.list_glossaries()[name]
service.update_glossary(made, "JA", "EN", "weblate:1:JA:EN:def", "量子もつれ\tentanglement")
listed = service.list_glossaries()
assert listed.get("weblate:1:JA:EN:def") == made and name not in listed, listed
service.delete_glossary(made)
assert made not in service.list_glossaries().values()
try:
    service.delete_glossary(made)
    raise AssertionError("deleted twice")
except GlossaryDoesNotExistError:
    pass
given = service.download_multiple_translations("JA", "EN-US", [("𠮷野川の水質を調べた。", None), ("圧力 &amp; 温度 &lt; 臨界点", None)])
assert given["𠮷野川の水質を調べた。"][0]["text"] == said, given
assert given["圧力 &amp; 温度 &lt; 臨界点"][0]["text"] == "Pressure &amp; temperature &lt; critical point", given
try:
    service.download_multiple_translations("JA", "EN-US", [("知らない文。", None)])
    raise AssertionError("translated what nobody translated")
except AssertionError:
    raise
except Exception as error:
    assert "No translation" in service.get_error_message(error), service.get_error_message(error)
print("weblate", VERSION, "passed")
