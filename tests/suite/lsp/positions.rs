//! Positions in every encoding a client can negotiate.

use serde_json::{Value, json};

use super::client::Client;
use super::home;

/// Lines with a forbidden rendering behind letters of every width; each ends in its own way.
const FILE: &str = "ja\ten\r\n視床下部\t𠮷𠮷 under-thalamus\r\n視床下部\tか\u{3099} under-thalamus\n視床下部\tｶﾞé under-thalamus\r視床下部\tunder-thalamus 𠮷\r\n";

#[test]
fn the_forbidden_word_is_marked_exactly_in_every_encoding() {
    let home = home();
    for (offered, chosen, columns) in [
        (Value::Null, "utf-16", [10, 8, 9, 5]),
        (json!(["utf-16"]), "utf-16", [10, 8, 9, 5]),
        (json!(["utf-32", "utf-16"]), "utf-16", [10, 8, 9, 5]),
        (json!(["utf-16", "utf-8"]), "utf-8", [22, 20, 22, 13]),
    ] {
        let mut client = Client::start(&home, &["--no-starter", "lsp"], &[]);
        let answer = client.initialize(json!({"general": {"positionEncodings": offered}}), Value::Null);
        assert_eq!(answer["capabilities"]["positionEncoding"], chosen);
        client.ready();
        let uri = "file:///p/a.tsv";
        client.open(uri, FILE);
        let forbidden = |told: &Value| told["code"] == "term_forbidden";
        let told = client.diagnostics_when(uri, |told| told.iter().filter(|told| forbidden(told)).count() == 4);
        let told: Vec<&Value> = told.iter().filter(|told| forbidden(told)).collect();
        for ((told, column), line) in told.iter().zip(columns).zip(1..) {
            assert_eq!(told["range"]["start"], json!({"line": line, "character": column}), "{chosen}");
            assert_eq!(client.shown(uri, &told["range"]), "under-thalamus");
        }
        assert_eq!(client.end(), 0);
    }
}
