//! Opening a term base: what every connection is set to, and the named error of every file that is none.

use std::fs;
use std::path::Path;

use sqlx::{Connection, SqliteConnection};
use taiyaku_store::store::{Store, StoreError};

use super::sample::{AT, put_concept, put_release, store, write};

async fn raw(path: &Path) -> SqliteConnection {
    let options = sqlx::sqlite::SqliteConnectOptions::new().filename(path).create_if_missing(true);
    SqliteConnection::connect_with(&options).await.unwrap()
}

async fn run(path: &Path, sql: &'static str) {
    let mut connection = raw(path).await;
    sqlx::raw_sql(sql).execute(&mut connection).await.unwrap();
    connection.close().await.unwrap();
}

/// The number of the last migration: the schema of a file that is up to date.
fn migrations() -> i64 {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join("migrations").join("sqlite");
    let numbers = fs::read_dir(folder).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap());
    numbers.map(|name| name[..4].parse().unwrap()).max().unwrap()
}

#[tokio::test]
async fn a_new_file_is_in_write_ahead_mode_with_foreign_keys_and_the_folder_is_made() {
    let folder = tempfile::tempdir().unwrap();
    for name in ["a.db", "用語 集/𠮷 ?#%20.db", "deep/er/b.sqlite"] {
        let path = folder.path().join(name);
        let store = Store::open(&path).await.unwrap();
        let health = store.health().await.unwrap();
        assert_eq!((health.journal.as_str(), health.foreign_keys, health.revision.get()), ("wal", true, 0), "{name}");
        assert_eq!(health.schema, migrations(), "{name}");
        assert!(health.bytes > 0 && path.is_file(), "{name}");
        store.check_integrity().await.unwrap();
        store.close().await;
    }
}

#[tokio::test]
async fn opening_again_finds_what_was_there_and_changes_nothing() {
    let (folder, first) = store().await;
    let mut unit = write(&first).await;
    let project = unit.ensure_project("default").await.unwrap();
    put_release(&mut unit, project, "a").await;
    unit.set_meta("normalisation", "1").await.unwrap();
    unit.commit().await.unwrap();
    first.close().await;
    for _ in 0..2 {
        let store = Store::open(&folder.path().join("term base.db")).await.unwrap();
        assert_eq!(store.revision().await.unwrap().get(), 1);
        assert_eq!(store.counts(None).await.unwrap().releases, 1);
        assert_eq!(store.meta("normalisation").await.unwrap().as_deref(), Some("1"));
        store.close().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn many_may_open_a_new_file_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("new.db");
    let opened: Vec<_> = (0..6)
        .map(|_| {
            let path = path.clone();
            tokio::spawn(async move { Store::open(&path).await })
        })
        .collect();
    for one in opened {
        assert_eq!(one.await.unwrap().unwrap().revision().await.unwrap().get(), 0);
    }
}

async fn refused(path: &Path) -> StoreError {
    Store::open(path).await.map(|_| ()).unwrap_err()
}

#[tokio::test]
async fn a_file_that_is_no_term_base_is_named_for_what_it_is_and_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    let prose = "ただの文章です。".repeat(300);
    fs::write(path("text"), &prose).unwrap();
    run(&path("foreign"), "CREATE TABLE recipe (id INTEGER PRIMARY KEY)").await;
    Store::open(&path("newer")).await.unwrap().close().await;
    run(
        &path("newer"),
        "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time)
         VALUES (9999, 'later', 1, x'00', 0)",
    )
    .await;
    Store::open(&path("edited")).await.unwrap().close().await;
    run(&path("edited"), "UPDATE _sqlx_migrations SET version = -version").await;
    fs::create_dir(path("folder")).unwrap();
    for (name, code) in [
        ("text", "not_a_database"),
        ("foreign", "database_of_another_program"),
        ("newer", "database_newer_than_program"),
        ("edited", "database_migration_failed"),
        ("folder", "database_unopened"),
        ("text/inside.db", "database_unopened"),
    ] {
        let error = refused(&path(name)).await;
        assert_eq!(error.code(), code, "{name}: {error:?}");
        assert!(error.to_string().contains(&format!("`{}`", path(name).display())), "{error}");
    }
    assert_eq!(fs::read_to_string(path("text")).unwrap(), prose);
    let mut connection = raw(&path("foreign")).await;
    let tables: i64 =
        sqlx::query_scalar("SELECT count(*) FROM sqlite_schema").fetch_one(&mut connection).await.unwrap();
    assert_eq!(tables, 1);
}

#[tokio::test]
async fn a_folder_below_a_read_only_place_gives_read_only() {
    // A place nobody may make folders in, whoever runs the test.
    let error = refused(Path::new("/proc/taiyaku/a.db")).await;
    assert!(["database_read_only", "database_unopened"].contains(&error.code()), "{error:?}");
}

#[cfg(unix)]
#[tokio::test]
async fn without_the_right_to_write_the_error_says_so() {
    use std::os::unix::fs::PermissionsExt;
    let (folder, store) = store().await;
    let path = folder.path().join("term base.db");
    store.close().await;
    fs::set_permissions(&path, fs::Permissions::from_mode(0o444)).unwrap();
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o555)).unwrap();
    // Rights do not bind the administrator; then the file opens and can be written.
    let privileged = fs::write(folder.path().join("probe"), "").is_ok();
    let opened = Store::open(&path).await;
    let code = match opened {
        Ok(store) => store.write("test", AT).await.map(|_| ()).map_err(|error| error.code()),
        Err(error) => Err(error.code()),
    };
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755)).unwrap();
    assert_eq!(code, if privileged { Ok(()) } else { Err("database_read_only") });
}

#[tokio::test]
async fn a_closed_store_says_so_and_one_in_memory_works_alike() {
    let store = Store::memory().await.unwrap();
    let mut unit = write(&store).await;
    let project = unit.ensure_project("既定").await.unwrap();
    put_release(&mut unit, project, "a").await;
    unit.commit().await.unwrap();
    drop(write(&store).await);
    assert_eq!(store.projects().await.unwrap()[1].name, "既定");
    assert_eq!(store.project("既定").await.unwrap().unwrap().id, project);
    assert_eq!(store.health().await.unwrap().journal, "memory");
    assert_eq!(store.path(), None);
    store.close().await;
    assert_eq!(store.projects().await.unwrap_err().code(), "database_closed");
    assert_eq!(store.write("test", AT).await.unwrap_err().code(), "database_closed");
}

#[tokio::test]
async fn a_small_base_leaves_no_statistics_that_are_wrong_once_it_grows() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("base.db");
    let store = Store::open(&path).await.unwrap();
    let mut unit = write(&store).await;
    let project = unit.ensure_project("既定").await.unwrap();
    put_concept(&mut unit, project, None).await;
    unit.commit().await.unwrap();
    // The planner has seen questions about what there is.
    store.concepts(&[project], None, 10).await.unwrap();
    store.close().await;
    let mut connection = raw(&path).await;
    let told: Vec<String> =
        sqlx::query_scalar("SELECT DISTINCT tbl FROM sqlite_stat1").fetch_all(&mut connection).await.unwrap();
    for table in ["concept", "term", "evidence", "definition", "segment", "release"] {
        assert!(!told.iter().any(|name| name == table), "{told:?}");
    }
}
