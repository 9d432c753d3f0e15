//! Killed at any moment, what was told is on disk, nothing is there by half, and going on leads to the same base.

use std::io::{BufRead, BufReader};
use std::process::Stdio;

use taiyaku::store::Store;

use super::Home;

const RELEASES: usize = 60;

fn write_releases(home: &Home) -> String {
    let folder = home.path("in");
    std::fs::create_dir_all(&folder).unwrap();
    for number in 0..RELEASES {
        // Every third release speaks of a term of its neighbour, so that concepts are shared.
        let shared = number / 3;
        let text = format!(
            "研究の発表第{number}号です。\n因子{shared}号（factor {shared}）（注1）と系{number}番（system {number}）（注2）を調べました。\n\n\
             【用語解説】\n（注1）因子{shared}号：細胞の中で働き、増殖を調節する因子。\n（注2）系{number}番：部品が互いに働き合う仕組み。\n"
        );
        std::fs::write(folder.join(format!("{number:03}.txt")), text).unwrap();
    }
    folder.display().to_string()
}

/// Everything but the moment of the export.
fn exported(home: &Home) -> String {
    home.prints(&["export", "--format", "csv", "--candidates"], 0)
}

#[test]
fn a_killed_ingest_leaves_whole_releases_and_can_be_gone_on_with() {
    let whole = Home::new();
    let folder = write_releases(&whole);
    whole.prints(&["--no-starter", "--quiet", "ingest", &folder], 0);
    let want = exported(&whole);
    assert!(want.lines().count() > RELEASES);
    for kept in [1, 7, 23, 58] {
        let home = Home::new();
        let folder = write_releases(&home);
        let mut child =
            home.command(&["--no-starter", "--json", "ingest", &folder]).stdout(Stdio::piped()).spawn().unwrap();
        let told = BufReader::new(child.stdout.take().unwrap()).lines().take(kept).count();
        child.kill().unwrap();
        child.wait().unwrap();
        let found = tokio::runtime::Runtime::new().unwrap().block_on(async {
            let store = Store::open(&home.path("base.db")).await.unwrap();
            store.check_integrity().await.unwrap();
            let heads = store.releases(None, None, 1_000, &Default::default()).await.unwrap();
            for head in &heads {
                assert_eq!(store.entries_of(head.id).await.unwrap().len(), 2, "{}", head.source.name);
                assert!(store.links_of(head.id).await.unwrap().len() >= 2, "{}", head.source.name);
            }
            store.close().await;
            heads.len()
        });
        assert!(found >= told, "{found} releases on disk, {told} were told");
        home.prints(&["--no-starter", "--quiet", "ingest", &folder], 0);
        assert_eq!(exported(&home), want, "killed after {kept}");
    }
}
