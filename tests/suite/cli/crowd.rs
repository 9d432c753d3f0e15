//! Several programs on one base at once: two servers, an import and an ingest.

use super::server::ServeProcess;
use super::{Home, samples};
use crate::factor::factor;

/// How many terms each server is sent.
const TERMS: u32 = 20;

#[test]
fn two_servers_an_import_and_an_ingest_work_on_one_base_at_once() {
    let home = Home::new();
    let rows: String = (0..500).map(|number| format!("第{number}号機\tmachine {number}\n")).collect();
    std::fs::write(home.path("t.tsv"), format!("ja\ten\n{rows}")).unwrap();
    let servers = [ServeProcess::start(&home), ServeProcess::start(&home)];
    let count = TERMS * factor();
    std::thread::scope(|scope| {
        for (number, server) in servers.iter().enumerate() {
            scope.spawn(move || {
                for term in 0..count {
                    let body =
                        format!("{{\"ja\": \"第{number}系列{term}番\", \"en\": \"series {number} item {term}\"}}");
                    let (status, body) = server.send("POST", "/v1/terms", &body).unwrap();
                    assert_eq!(status, 201, "{body}");
                    let (status, body) = server.send("GET", "/v1/terms?q=machine", "").unwrap();
                    assert_eq!(status, 200, "{body}");
                }
            });
        }
        scope.spawn(|| home.prints(&["--no-starter", "import", &home.path("t.tsv").display().to_string()], 0));
        scope.spawn(|| home.prints(&["--no-starter", "ingest", &samples()], 0));
    });
    // Whatever one of them was told, the other knows.
    for server in &servers {
        for text in
            [format!("series 0 item {}", count - 1), format!("series 1 item {}", count - 1), "machine 499".to_owned()]
        {
            let path = format!("/v1/terms?q={}&kind=exact", text.replace(' ', "%20"));
            let (status, body) = server.send("GET", &path, "").unwrap();
            assert!(status == 200 && body.contains(&format!("\"{text}\"")), "{text}: {status} {body}");
        }
    }
    drop(servers);
    let exported = home.prints(&["export", "--format", "csv", "--candidates"], 0);
    for number in 0..2 {
        for term in 0..count {
            assert!(exported.contains(&format!("第{number}系列{term}番")), "{number} {term}");
        }
    }
    assert_eq!((0..500).filter(|number| exported.contains(&format!("第{number}号機"))).count(), 500);
    assert!(exported.contains("hypothalamus") || exported.contains("cellular senescence"));
}
