//! Whether the database can be used, as the command line asks it.

use std::fs;

use taiyaku::store::Store;

use super::{ingest, on, release};

#[tokio::test]
async fn a_damaged_database_is_not_ready_even_if_it_opens() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("terms.db");
    let store = Store::open(&path).await.unwrap();
    let service = on(store.clone(), "");
    for number in 0..100 {
        let bytes = release(&format!("細胞{number}"), &format!("cell {number}"), "生き物の最小の単位。");
        ingest(&service, &format!("release{number}.txt"), bytes).await;
    }
    assert!(service.readiness().await.ready);
    store.close().await;
    let mut bytes = fs::read(&path).unwrap();
    // A page of the releases' texts: nothing reads it at the opening.
    let at = bytes.windows(13).position(|window| window == b"release50.txt").unwrap();
    let page = at / 4096 * 4096;
    bytes[page..page + 4096].fill(0xa5);
    fs::write(&path, bytes).unwrap();
    let store = Store::open(&path).await.unwrap();
    let readiness = on(store, "").readiness().await;
    assert!(!readiness.ready && readiness.database_problem.is_some(), "{readiness:?}");
}
