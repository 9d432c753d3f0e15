//! XLIFF as Trados Studio and memoQ write it: confirmation levels, machine translation, tracked changes, embedded originals.

use taiyaku_formats::exchange::{Document, FileHint, RowProblem, Unit, UnitState};
use taiyaku_language::model::Neighbours;

use super::items;

/// A file of Studio with this body.
fn studio(body: &str) -> String {
    format!(
        "\u{feff}<?xml version=\"1.0\" encoding=\"utf-8\"?><xliff xmlns:sdl=\"http://sdl.com/FileTypes/SdlXliff/1.0\" \
         xmlns=\"urn:oasis:names:tc:xliff:document:1.2\" version=\"1.2\" sdl:version=\"1.0\">\
         <doc-info xmlns=\"http://sdl.com/FileTypes/SdlXliff/1.0\"><rev-defs><rev-def id=\"r1\" type=\"Delete\" author=\"x\"/></rev-defs></doc-info>\
         <file original=\"C:\\Users\\yamada\\原稿.docx\" datatype=\"x-sdlfilterframework2\" source-language=\"ja-JP\" target-language=\"en-US\"><header>\
         <file-info xmlns=\"http://sdl.com/FileTypes/SdlXliff/1.0\"><value key=\"SDL:OriginalFilePath\">C:\\x</value></file-info>\
         <reference><internal-file form=\"base64\">UEsDBBQAAAAI\r\n</internal-file></reference>\
         <tag-defs xmlns=\"http://sdl.com/FileTypes/SdlXliff/1.0\"><tag id=\"1\"><bpt name=\"cf\">&lt;cf bold=\"True\"&gt;</bpt><ept name=\"cf\">&lt;/cf&gt;</ept></tag></tag-defs>\
         </header><body><group><sdl:cxts><sdl:cxt id=\"1\"/></sdl:cxts>\n{body}</group></body></file></xliff>"
    )
}

/// A unit of Studio with one segment: its text, its translation, and what is said of it.
fn unit(number: usize, source: &str, target: &str, said: &str) -> String {
    format!(
        "<trans-unit id=\"u{number}\"><source>{source}</source><seg-source><g id=\"1\"><mrk mtype=\"seg\" mid=\"{number}\">{source}</mrk></g></seg-source>\
         <target><g id=\"1\"><mrk mtype=\"seg\" mid=\"{number}\">{target}</mrk></g></target>\
         <sdl:seg-defs>{said}</sdl:seg-defs></trans-unit>\n"
    )
}

fn told(items: &[Result<Unit, RowProblem>]) -> Vec<String> {
    let told = |item: &Result<Unit, RowProblem>| match item {
        Ok(unit) => {
            let state = match (unit.draft, unit.approved) {
                (true, false) => "draft",
                (false, true) => "approved",
                (false, false) => "suggested",
                (true, true) => panic!("{unit:?}"),
            };
            format!("{}={} {state} {}", unit.source, unit.target, unit.provenance.author.as_deref().unwrap_or("-"))
        }
        Err(problem) => format!("{} {}", problem.line, problem.code()),
    };
    items.iter().map(told).collect()
}

#[test]
fn the_levels_of_studio_are_carried_and_a_machine_is_no_person() {
    let by = "<sdl:prev-origin origin=\"mt\"><sdl:value key=\"last_modified_by\">誰か</sdl:value></sdl:prev-origin>\
              <sdl:value key=\"created_by\">山田</sdl:value><sdl:value key=\"modified_on\">11/20/2026 09:00:00</sdl:value>";
    for (said, want) in [
        (format!("conf=\"Draft\" origin=\"interactive\">{by}</sdl:seg>"), "脳=brain draft 山田"),
        (format!("conf=\"Translated\" origin=\"interactive\">{by}</sdl:seg>"), "脳=brain suggested 山田"),
        (
            format!(
                "conf=\"Translated\" origin=\"tm\" percent=\"100\">{by}<sdl:value key=\"last_modified_by\">鈴木</sdl:value></sdl:seg>"
            ),
            "脳=brain suggested 鈴木",
        ),
        (format!("conf=\"ApprovedTranslation\" origin=\"interactive\">{by}</sdl:seg>"), "脳=brain approved 山田"),
        (format!("conf=\"ApprovedSignOff\" locked=\"true\">{by}</sdl:seg>"), "脳=brain approved 山田"),
        ("conf=\"RejectedTranslation\"/>".to_owned(), "3 translation_rejected"),
        ("conf=\"RejectedSignOff\"/>".to_owned(), "3 translation_rejected"),
        ("percent=\"85\" origin=\"tm\"/>".to_owned(), "脳=brain draft -"),
        (
            format!("conf=\"Draft\" origin=\"mt\" origin-system=\"Engine &amp; Co\">{by}</sdl:seg>"),
            "脳=brain draft machine translation: Engine & Co",
        ),
        (format!("conf=\"Translated\" origin=\"nmt\">{by}</sdl:seg>"), "脳=brain draft machine translation"),
        (
            format!("conf=\"ApprovedTranslation\" origin=\"amt\">{by}</sdl:seg>"),
            "脳=brain suggested machine translation",
        ),
    ] {
        let file = studio(&unit(1, "脳", "brain", &format!("<sdl:seg id=\"1\" {said}")));
        assert_eq!(told(&items("a.sdlxliff", file.as_bytes())), [want], "{said}");
    }
    // Of a segment about which nothing is said, the rules of plain XLIFF hold.
    let file = studio(&unit(1, "脳", "brain", ""));
    assert_eq!(told(&items("a.xlf", file.as_bytes())), ["脳=brain suggested -"]);
}

#[test]
fn segments_of_studio_are_paired_by_their_numbers_and_keep_document_and_date() {
    let body = "<trans-unit id=\"guid\"><source>𠮷は①。 ⻭は②。</source><seg-source><mrk mtype=\"seg\" mid=\"7\">𠮷は①。</mrk> <mrk mtype=\"seg\" mid=\"8\">⻭は②。</mrk></seg-source>\
                <target><mrk mtype=\"seg\" mid=\"8\">Two.</mrk> <mrk mtype=\"seg\" mid=\"7\">One <mrk mtype=\"x-sdl-deleted\" sdl:revid=\"r1\">old <x id=\"3\"/>&amp; </mrk><mrk mtype=\"x-sdl-added\" sdl:revid=\"r2\">new</mrk><mrk mtype=\"x-sdl-location\" mid=\"l\"/>.</mrk></target>\
                <sdl:seg-defs><sdl:seg id=\"7\" conf=\"Translated\"><sdl:value key=\"created_on\">01/31/2026 23:00:00</sdl:value></sdl:seg><sdl:seg id=\"8\" conf=\"Draft\"/></sdl:seg-defs></trans-unit>\n\
                <trans-unit id=\"b\" translate=\"no\"><source>X</source></trans-unit>\n<trans-unit id=\"c\"><source>骨</source><seg-source><mrk mtype=\"seg\" mid=\"9\">骨</mrk></seg-source></trans-unit>";
    let found = items("納品.sdlxliff", studio(body).as_bytes());
    assert_eq!(told(&found), ["𠮷は①。=One new. suggested -", "⻭は②。=Two. draft -", "5 untranslated"]);
    let first = found[0].as_ref().unwrap();
    assert_eq!(first.provenance.key.as_deref(), Some("guid/7"));
    assert_eq!(first.provenance.document.as_deref(), Some("原稿.docx"), "without the folders of somebody's computer");
    assert_eq!(first.provenance.created_at.as_deref(), Some("2026-01-31T23:00:00Z"));
    assert_eq!(first.provenance.neighbours, Neighbours::of(None, Some("⻭は②。")));
    assert!(
        first.provenance.codes.are_none(),
        "marks of an editor are no codes of the text: {:?}",
        first.provenance.codes
    );

    let document = Document::read(&studio(body), &FileHint { name: "a.sdlxliff".to_owned(), ..FileHint::default() });
    let states: Vec<_> = document.units.iter().map(|unit| unit.state).collect();
    assert_eq!(states, [UnitState::Translated, UnitState::Draft, UnitState::Untranslated]);
    assert_eq!(document.problems, []);
}

/// A file of memoQ with this body.
fn memoq(body: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<xliff version=\"1.2\" xmlns=\"urn:oasis:names:tc:xliff:document:1.2\" xmlns:mq=\"MQXliff\">\
         <file original=\"原稿.docx\" source-language=\"ja\" target-language=\"en-gb\" datatype=\"x-docx\"><header><mq:docinformation/></header><body>\n{body}</body></file></xliff>"
    )
}

#[test]
fn the_statuses_of_memoq_are_carried() {
    for (said, want) in [
        ("mq:status=\"ManuallyConfirmed\" mq:percent=\"0\"", "脳=brain suggested 山田"),
        ("mq:status=\"Reviewer1Confirmed\" mq:locked=\"locked\"", "脳=brain approved 山田"),
        ("mq:status=\"Proofread\"", "脳=brain approved 山田"),
        ("mq:status=\"PartiallyEdited\"", "脳=brain draft 山田"),
        ("mq:status=\"PreTranslated\" mq:percent=\"101\"", "脳=brain draft -"),
        ("mq:status=\"Pretranslated\" mq:percent=\"85\"", "脳=brain draft -"),
        ("mq:status=\"AssembledFromFragments\"", "脳=brain draft -"),
        ("mq:status=\"MachineTranslated\"", "脳=brain draft machine translation"),
        ("mq:status=\"NotStarted\"", "脳=brain draft -"),
        ("mq:status=\"Rejected\"", "3 translation_rejected"),
        ("mq:status=\"SomethingNew\"", "脳=brain draft 山田"),
        ("status=\"Rejected\"", "脳=brain suggested -"),
    ] {
        let file = memoq(&format!(
            "<trans-unit id=\"1\" {said} mq:lastchanginguser=\"山田\" mq:lastchangedtimestamp=\"2026-11-20T09:00:00Z\">\
             <source xml:space=\"preserve\">脳</source><target xml:space=\"preserve\">brain</target>\
             <mq:minorversions><mq:historical-unit mq:status=\"NotStarted\"><source>古い</source><target>old</target></mq:historical-unit></mq:minorversions>\
             <mq:comments><mq:comment creatoruser=\"x\">確認</mq:comment></mq:comments></trans-unit>\n"
        ));
        let found = items("a.mqxliff", file.as_bytes());
        assert_eq!(told(&found), [want], "{said}");
        if let Ok(unit) = &found[0]
            && said.starts_with("mq:")
        {
            assert_eq!(unit.provenance.created_at.as_deref(), Some("2026-11-20T09:00:00Z"), "{said}");
            assert_eq!(unit.provenance.document.as_deref(), Some("原稿.docx"), "{said}");
        }
    }
    let empty = memoq(
        "<trans-unit id=\"1\" mq:status=\"NotStarted\"><source xml:space=\"preserve\">脳</source><target xml:space=\"preserve\"></target></trans-unit>",
    );
    assert_eq!(told(&items("a.mqxliff", empty.as_bytes())), ["3 untranslated"]);
}

#[test]
fn other_xliff_is_read_as_it_was() {
    // The same names, without the namespaces of these programs.
    let file = "<xliff version=\"1.2\" xmlns:m=\"http://www.memsource.com/mxlf/2.0\"><file original=\"x/原稿.docx\" source-language=\"ja\" target-language=\"en\"><body>\
                <trans-unit id=\"1\" m:status=\"Rejected\"><source>脳</source><target>brain</target><m:seg-defs><m:seg id=\"1\" conf=\"Draft\"/></m:seg-defs></trans-unit></body></file></xliff>";
    let found = items("a.xlf", file.as_bytes());
    assert_eq!(told(&found), ["脳=brain suggested -"]);
    assert_eq!(found[0].as_ref().unwrap().provenance.document.as_deref(), Some("a.xlf"));
}

#[test]
fn an_embedded_original_larger_than_a_file_may_be_is_passed_over() {
    let file = studio(&unit(1, "脳", "brain", "<sdl:seg id=\"1\" conf=\"Translated\"/>"));
    let (start, end) = file.split_once("UEsDBBQAAAAI\r\n").unwrap();
    let large = format!("{start}{}\r\n{end}", "QUFB".repeat(20 << 20));
    let found = items("a.sdlxliff", large.as_bytes());
    assert_eq!(told(&found), ["脳=brain suggested -"]);
    assert_eq!(found[0].as_ref().unwrap().line, 3, "its lines are counted");
}
