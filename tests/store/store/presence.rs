//! The files of an open term base: who may read them, and what happens when they go away.

use std::fs;
use std::path::{Path, PathBuf};

use taiyaku_store::store::Store;

use super::sample::{AT, store, write};

/// What somebody does to the files of a term base, and what puts them back, where anything does.
type Mishap = (&'static str, fn(&Path), Option<fn(&Path)>);

fn aside(path: &Path) -> PathBuf {
    path.with_extension("aside")
}

fn log(path: &Path) -> PathBuf {
    PathBuf::from(format!("{}-wal", path.display()))
}

const MISHAPS: &[Mishap] = &[
    ("moved", |path| fs::rename(path, aside(path)).unwrap(), Some(|path| fs::rename(aside(path), path).unwrap())),
    ("removed", |path| fs::remove_file(path).unwrap(), None),
    (
        "replaced by a copy of itself",
        |path| {
            fs::copy(path, aside(path)).unwrap();
            fs::rename(aside(path), path).unwrap();
        },
        None,
    ),
    ("its log removed", |path| fs::remove_file(log(path)).unwrap(), None),
    (
        "replaced by another",
        |path| {
            fs::rename(path, aside(path)).unwrap();
            fs::write(path, "").unwrap();
        },
        Some(|path| fs::rename(aside(path), path).unwrap()),
    ),
    (
        "its folder moved",
        |path| fs::rename(path.parent().unwrap(), path.parent().unwrap().with_extension("aside")).unwrap(),
        Some(|path| fs::rename(path.parent().unwrap().with_extension("aside"), path.parent().unwrap()).unwrap()),
    ),
];

/// Asks for the projects so often at once; the names that each answer has.
async fn ask(store: &Store, often: usize) -> Vec<String> {
    let asked: Vec<_> = (0..often)
        .map(|_| {
            let store = store.clone();
            tokio::spawn(async move { store.projects().await })
        })
        .collect();
    let mut answers = Vec::new();
    for answer in asked {
        let names: Vec<String> = answer
            .await
            .unwrap()
            .unwrap()
            .into_iter()
            .map(|project| project.name)
            .filter(|name| name != "default")
            .collect();
        answers.push(names.join(", "));
    }
    answers
}

#[cfg(unix)]
#[tokio::test]
async fn nothing_is_acknowledged_once_a_file_is_not_where_it_was() {
    for (name, happens, put_back) in MISHAPS {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("folder").join("base.db");
        let store = Store::open(&path).await.unwrap();
        let mut before = write(&store).await;
        before.ensure_project("before").await.unwrap();
        before.commit().await.unwrap();
        let mut under_way = write(&store).await;
        under_way.ensure_project("under way").await.unwrap();
        store.check_files().unwrap();
        store.open_connections().await.unwrap();
        assert_eq!(ask(&store, 8).await, ["before"; 8], "{name}");

        happens(&path);
        assert_eq!(under_way.commit().await.unwrap_err().code(), "database_gone", "{name}");
        let refused = store.write("test", AT).await.unwrap_err();
        assert_eq!(refused.code(), "database_gone", "{name}");
        assert!(refused.to_string().contains("base.db"), "{refused}");
        assert_eq!(store.check_files().unwrap_err().code(), "database_gone", "{name}");

        // Many questions at once use all connections, none of which reads another file.
        assert_eq!(ask(&store, 8).await, ["before"; 8], "{name}");

        if let Some(put_back) = put_back {
            put_back(&path);
            store.check_files().unwrap();
            assert_eq!(ask(&store, 1).await, ["before"], "{name}: what was refused is not there");
            let mut after = write(&store).await;
            after.ensure_project("after").await.unwrap();
            after.commit().await.unwrap();
        }
        store.close().await;
    }
}

#[cfg(unix)]
#[tokio::test]
async fn only_its_owner_may_read_a_new_term_base() {
    use std::os::unix::fs::PermissionsExt;
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    let (folder, store) = store().await;
    let mut unit = write(&store).await;
    unit.ensure_project("既定").await.unwrap();
    unit.commit().await.unwrap();
    for file in fs::read_dir(folder.path()).unwrap() {
        let path = file.unwrap().path();
        assert_eq!(mode(&path), 0o600, "{}", path.display());
    }
    store.close().await;
    // Rights that somebody chose stay.
    let path = folder.path().join("term base.db");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
    Store::open(&path).await.unwrap().close().await;
    assert_eq!(mode(&path), 0o640);
}
