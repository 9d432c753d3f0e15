//! Review in a spreadsheet: what goes out comes back, in whatever form, and does what its rows say once.

use taiyaku::app::Service;
use taiyaku::app::access::Caller;
use taiyaku::app::review::sheet::{RowVerdict, SheetFormat, SheetReport};
use taiyaku::app::review::{Decision, ReviewQuery};
use taiyaku::model::{Lang, Review, Term, Usage};

use super::{NOW, PROJECT, english, ingest, named, release, service};

const WHO: &str = "山田";

async fn filled() -> Service {
    let service = service("").await;
    ingest(&service, "1.txt", release("光遺伝学", "optogenetic", "光で神経細胞の活動を操る技術。")).await;
    ingest(&service, "2.txt", release("量子化", "quantization", "とびとびの値をとること。")).await;
    ingest(&service, "3.txt", release("𠮷野の法則", "Yoshino rule", "値が決まった範囲に収まるという規則。")).await;
    service
}

/// The sheet as a person filled it in: for each English term the last five cells.
async fn sheet(service: &Service, filled: &[(&str, [&str; 5])]) -> String {
    let bytes = service.review_sheet(&ReviewQuery::default(), SheetFormat::Csv, NOW).await.unwrap();
    let text = String::from_utf8(bytes).unwrap();
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    assert!(lines[0].ends_with("decision,new_english,usage,replacement,note"));
    for (english, cells) in filled {
        let line = lines.iter_mut().find(|line| line.contains(&format!(",{english},"))).unwrap();
        *line = format!("{},{}", line.strip_suffix(",,,,,").unwrap(), cells.join(","));
    }
    lines.join("\r\n") + "\r\n"
}

async fn import(service: &Service, bytes: &[u8]) -> SheetReport {
    service.import_sheet(&Caller::local(), bytes, WHO, false, NOW).await.unwrap()
}

async fn term(service: &Service, ja: &str, en: &str) -> Term {
    english(&named(service, ja).await[0], en).unwrap().clone()
}

#[tokio::test]
async fn a_sheet_does_what_its_rows_say_and_the_second_time_nothing() {
    let service = filled().await;
    let text = sheet(
        &service,
        &[
            ("optogenetic", ["", "optogenetics", "preferred", "", "動詞ではない"]),
            ("quantization", ["accept", "", "", "", ""]),
            ("Yoshino rule", ["却下", "", "", "", ""]),
        ],
    )
    .await;
    let revision = service.revision().await.unwrap();
    let dry = service.import_sheet(&Caller::local(), text.as_bytes(), WHO, true, NOW).await.unwrap();
    assert_eq!((dry.done, service.revision().await.unwrap()), (3, revision), "a dry run keeps nothing");
    let report = import(&service, text.as_bytes()).await;
    assert_eq!((report.done, report.conflicts, report.problems), (3, 0, 0), "{:?}", report.rows);
    let corrected = term(&service, "光遺伝学", "optogenetics").await;
    assert_eq!((corrected.review, corrected.usage), (Review::Approved, Usage::Preferred));
    assert_eq!(term(&service, "量子化", "quantization").await.review, Review::Approved);
    assert_eq!(term(&service, "𠮷野の法則", "Yoshino rule").await.review, Review::Rejected);
    let revision = service.revision().await.unwrap();
    let again = import(&service, text.as_bytes()).await;
    assert_eq!((again.unchanged, again.done, again.conflicts), (3, 0, 0), "{:?}", again.rows);
    assert_eq!(service.revision().await.unwrap(), revision);
    let history = service.decisions(&[PROJECT.to_owned()], None, None, 10).await.unwrap();
    assert!(history.len() >= 4 && history.iter().all(|one| one.actor == WHO), "each can be undone by itself");
}

#[tokio::test]
async fn whatever_a_spreadsheet_makes_of_it_is_read() {
    for form in ["utf-8", "no mark", "semicolons", "tabs", "utf-16", "shift_jis", "lf"] {
        let service = filled().await;
        // Shift_JIS has no 𠮷; its row stays as it is in all forms.
        let text = sheet(&service, &[("quantization", ["承認", "", "", "", "値"])]).await;
        let plain = text.trim_start_matches('\u{feff}').to_owned();
        let bytes = match form {
            "no mark" => plain.into_bytes(),
            "semicolons" => plain.replace(',', ";").into_bytes(),
            "tabs" => plain.replace(',', "\t").into_bytes(),
            "utf-16" => [0xff, 0xfe].into_iter().chain(text[3..].encode_utf16().flat_map(u16::to_le_bytes)).collect(),
            "shift_jis" => encoding_rs::SHIFT_JIS.encode(&plain.replace('𠮷', "吉")).0.into_owned(),
            "lf" => text.replace("\r\n", "\n").into_bytes(),
            _ => text.into_bytes(),
        };
        let report = import(&service, &bytes).await;
        assert_eq!((report.done, report.problems, report.skipped), (1, 0, 2), "{form}: {:?}", report.rows);
        assert_eq!(term(&service, "量子化", "quantization").await.review, Review::Approved, "{form}");
    }
}

#[tokio::test]
async fn a_row_whose_term_has_changed_is_told_with_its_line_and_who_changed_it() {
    let service = filled().await;
    let filled = [("quantization", ["reject", "", "", "", ""]), ("optogenetic", ["accept", "", "", "", ""])];
    let text = sheet(&service, &filled).await;
    let changed = term(&service, "量子化", "quantization").await.id;
    let decision = Decision::Usage { term: changed, usage: Usage::Admitted, replacement: None };
    service.decide(&decision.into(), "佐藤", NOW).await.unwrap();
    let report = import(&service, text.as_bytes()).await;
    assert_eq!((report.done, report.conflicts), (1, 1));
    let conflict = report.rows.iter().find(|row| row.verdict == RowVerdict::Conflict).unwrap();
    let line = text.lines().position(|line| line.contains(",quantization,")).unwrap() + 1;
    assert_eq!((conflict.line, conflict.term_id), (u64::try_from(line).unwrap(), Some(changed)));
    assert!(conflict.message.as_ref().unwrap().contains("`佐藤` changed it"), "{:?}", conflict.message);
    assert_eq!(term(&service, "量子化", "quantization").await.review, Review::Approved, "left as 佐藤 decided");
}

#[tokio::test]
async fn a_row_that_cannot_be_done_leaves_nothing_behind() {
    let service = filled().await;
    for cells in [
        ["perhaps", "", "", "", ""],
        ["edit", "", "", "", ""],
        ["reject", "other", "", "", ""],
        ["accept", "", "best", "", ""],
        ["accept", "", "", "somewhere", ""],
        ["accept", "", "", "999", ""],
        ["accept", "", "deprecated", "99999", ""],
    ] {
        let text = sheet(&service, &[("quantization", cells)]).await;
        let revision = service.revision().await.unwrap();
        let report = import(&service, text.as_bytes()).await;
        assert_eq!((report.problems, report.done), (1, 0), "{cells:?}: {:?}", report.rows);
        assert_eq!(service.revision().await.unwrap(), revision, "{cells:?}");
    }
    let moved = sheet(&service, &[("quantization", ["accept", "", "", "", ""])]).await;
    let moved = moved.replace(",quantization,", ",Yoshino rule,");
    let report = import(&service, moved.as_bytes()).await;
    assert_eq!(report.problems, 1);
    assert!(report.rows[0].message.as_ref().unwrap().contains("check whether cells have been moved"));
    for bytes in [&b""[..], b"a,b\n1,2\n", b"term,revision\n1,2\n"] {
        assert_eq!(
            service.import_sheet(&Caller::local(), bytes, WHO, false, NOW).await.unwrap_err().code(),
            "invalid_request"
        );
    }
    assert_eq!(term(&service, "量子化", "quantization").await.lang, Lang::EN);
}

#[tokio::test]
async fn a_workbook_does_what_its_rows_say() {
    let service = filled().await;
    let text =
        sheet(&service, &[("quantization", ["承認", "", "", "", "値"]), ("Yoshino rule", ["却下", "", "", "", ""])])
            .await;
    let rows: Vec<Vec<String>> = text
        .trim_start_matches('\u{feff}')
        .lines()
        .map(|line| line.split(',').map(|cell| cell.trim_matches('"').to_owned()).collect())
        .collect();
    let workbook = crate::http::imports::sheet_of(&rows);
    let report = import(&service, &workbook).await;
    assert_eq!((report.done, report.conflicts, report.problems), (2, 0, 0), "{:?}", report.rows);
    assert_eq!(term(&service, "量子化", "quantization").await.review, Review::Approved);
    assert_eq!(term(&service, "𠮷野の法則", "Yoshino rule").await.review, Review::Rejected);
    let own = service.review_sheet(&ReviewQuery::default(), SheetFormat::Xlsx, NOW).await.unwrap();
    let empty = import(&service, &own).await;
    assert_eq!((empty.done, empty.rows.len()), (0, 0), "nothing is filled in: {:?}", empty.rows);
}
