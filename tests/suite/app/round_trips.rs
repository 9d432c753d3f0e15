//! A table of terms that is imported, exported as CSV and imported again stays the same.

use proptest::prelude::*;
use taiyaku::app::Service;
use taiyaku::app::export::{Export, ExportFormat};
use taiyaku::app::import::{DictionaryOptions, ImportOptions};
use taiyaku::app::ingest::Input;
use taiyaku::model::Review;

use super::importing::options;
use super::{NOW, PROJECT, service};

async fn import(service: &Service, name: &str, text: &str) {
    let dictionary = DictionaryOptions { name: Some("glossary".to_owned()), ..DictionaryOptions::default() };
    let input = Input::Bytes(text.as_bytes().to_vec());
    let options = ImportOptions { dictionary, ..options() };
    let report = service.import(name, input, &options, NOW, |_| {}).await.unwrap();
    assert_eq!(report.error, None, "{text}");
}

/// The term base of the project as CSV, without the numbers of concepts.
async fn exported(service: &Service) -> String {
    let mut export = Export::new(ExportFormat::Csv, vec![PROJECT.to_owned()]);
    export.review = Review::Candidate;
    let mut out = Vec::new();
    service.export(&export, &mut out).await.unwrap();
    String::from_utf8(out).unwrap()
}

fn ja() -> impl Strategy<Value = String> {
    prop::sample::select(vec![
        "𠮷野",
        "⻭車",
        "ｶﾅﾞー",
        "=細胞",
        "注１",
        "量子, もつれ",
        "「語」",
        "'+語",
        "語\"",
        "視床;下部",
        "",
    ])
    .prop_map(str::to_owned)
}

fn en() -> impl Strategy<Value = String> {
    prop::sample::select(vec![
        "cell",
        "-acid",
        "a \"b\"",
        "gear, wheel",
        "@home",
        "thalamus",
        "O'Brien",
        "tab word",
        "",
    ])
    .prop_map(str::to_owned)
}

fn said() -> impl Strategy<Value = String> {
    prop::sample::select(vec!["", "preferred", "admitted", "deprecated", "forbidden", "approved"])
        .prop_map(str::to_owned)
}

fn definition() -> impl Strategy<Value = String> {
    prop::sample::select(vec!["", "脳の一部。", "一行目、\n二行目。", "=定義, \"引用\""]).prop_map(str::to_owned)
}

fn row() -> impl Strategy<Value = [String; 6]> {
    let short = prop::sample::select(vec!["", "AB", "CD"]).prop_map(str::to_owned);
    let field = prop::sample::select(vec!["", "物理"]).prop_map(str::to_owned);
    (ja(), en(), short, said(), field, definition())
        .prop_map(|(ja, en, short, said, field, definition)| [ja, en, short, said, field, definition])
}

/// The table with cells parted by this; in quotes where that is how such tables are written.
fn table(rows: &[[String; 6]], separator: u8) -> String {
    let mut writer = csv::WriterBuilder::new().delimiter(separator).from_writer(Vec::new());
    writer.write_record(["ja", "en", "abbreviation", "status", "field", "definition"]).unwrap();
    for row in rows {
        // A table with tabs has one line for each row.
        let cells = row.iter().map(|cell| if separator == b'\t' { cell.replace('\n', " ") } else { cell.clone() });
        writer.write_record(cells).unwrap();
    }
    String::from_utf8(writer.into_inner().unwrap()).unwrap()
}

proptest! {
    #![proptest_config(crate::factor::cases(24))]

    #[test]
    fn what_comes_out_comes_in_as_the_same(rows in prop::collection::vec(row(), 1..12), tabs in any::<bool>()) {
        let (name, separator) = if tabs { ("a.tsv", b'\t') } else { ("a.csv", b',') };
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let (first, second) = runtime.block_on(async {
            let from_table = service("").await;
            import(&from_table, name, &table(&rows, separator)).await;
            let first = exported(&from_table).await;
            let from_export = service("").await;
            import(&from_export, "b.csv", &first).await;
            (first, exported(&from_export).await)
        });
        // A pair is as good as its weaker side: which of the two that is, and so which comes first, a table cannot say.
        let pairs = |table: &str| {
            let mut pairs: Vec<String> =
                csv::Reader::from_reader(table.as_bytes()).records().map(|record| format!("{:?}", record.unwrap())).collect();
            pairs.sort();
            pairs
        };
        prop_assert_eq!(pairs(&first), pairs(&second));
    }
}
