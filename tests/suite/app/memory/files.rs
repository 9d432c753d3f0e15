//! The file of an index: loaded where it is this base's, built anew where anything about it is doubtful.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use taiyaku::app::Service;
use taiyaku::app::live::memory::{MemorySize, Progress};
use taiyaku::fuzzy::{Index, SnapshotProblem, open_snapshot, write_snapshot};
use taiyaku::model::{Lang, Review, Revision, SegmentId};

use super::{PROJECT, close, decide, fresh, holding, open, remember};

fn index_file(database: &Path, lang: &str) -> PathBuf {
    PathBuf::from(format!("{}.{lang}.index", database.display()))
}

async fn prepare(service: &Service) {
    service.prepare_memory(&Progress::none()).await.unwrap();
}

/// The size of the index of a language; none if it is not loaded.
fn size(service: &Service, lang: &Lang) -> Option<MemorySize> {
    service.memory_sizes().into_iter().find(|size| size.lang == *lang)
}

fn sizes(service: &Service) -> Vec<(String, usize)> {
    service.memory_sizes().into_iter().map(|size| (size.lang.to_string(), size.entries)).collect()
}

/// A new file in the place of the old one, as it may be open elsewhere.
fn write_file(path: &Path, bytes: &[u8]) {
    let beside = path.with_extension("beside");
    fs::write(&beside, bytes).unwrap();
    fs::rename(&beside, path).unwrap();
}

/// What a file looks like from outside: a file written anew has another time.
fn stamp(path: &Path) -> (std::time::SystemTime, u64) {
    let facts = fs::metadata(path).unwrap();
    (facts.modified().unwrap(), facts.len())
}

/// Three hundred texts; `name` is in all of them.
fn texts(name: &str) -> Vec<(String, String)> {
    (1..=300).map(|number| (format!("{name}の第{number}号の報告"), format!("Report {number} of {name}"))).collect()
}

#[tokio::test]
async fn an_index_is_saved_and_loaded_again_as_it_was() {
    let (folder, service) = fresh().await;
    let database = folder.path().join("terms.db");
    let ids = remember(&service, PROJECT, &texts("東")).await;
    prepare(&service).await;
    let files = ["ja", "en"].map(|lang| index_file(&database, lang));
    let before = files.each_ref().map(|file| stamp(file));
    let whole = size(&service, &Lang::JA).unwrap();
    assert_eq!(whole.entries, 300);
    close(service).await;

    let again = open(&database).await;
    assert_eq!(size(&again, &Lang::JA), None, "nothing is loaded before it is asked for");
    assert_eq!(holding(&again, "第7号").await, [ids[6]]);
    assert_eq!(size(&again, &Lang::JA), Some(whole));
    prepare(&again).await;
    again.save_memory().await;
    assert_eq!(files.each_ref().map(|file| stamp(file)), before, "what was loaded need not be saved");

    let more = remember(&again, PROJECT, &[("東の第301号の報告", "Report 301 of 東")]).await;
    assert_eq!(holding(&again, "第301号").await, more);
    again.save_memory().await;
    assert_ne!(files.each_ref().map(|file| stamp(file)), before);
    close(again).await;
    let third = open(&database).await;
    prepare(&third).await;
    assert_eq!(sizes(&third), [("en".to_owned(), 301), ("ja".to_owned(), 301)]);
    assert_eq!(holding(&third, "第301号").await, more);
    let left: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert!(!left.iter().any(|name| name.to_string_lossy().ends_with(".new")), "{left:?}");
}

#[tokio::test]
async fn an_index_older_than_its_base_is_brought_up_to_it() {
    let (folder, service) = fresh().await;
    let database = folder.path().join("terms.db");
    let ids = remember(&service, PROJECT, &texts("東")).await;
    prepare(&service).await;
    let old = ["ja", "en"].map(|lang| fs::read(index_file(&database, lang)).unwrap());
    let more = remember(&service, PROJECT, &[("東の追って来た報告", "A later report")]).await;
    decide(&service, ids[0], Review::Approved, Some("The very first report")).await;
    decide(&service, ids[1], Review::Rejected, None).await;
    service.save_memory().await;
    close(service).await;
    for (lang, bytes) in ["ja", "en"].iter().zip(&old) {
        write_file(&index_file(&database, lang), bytes);
    }
    let again = open(&database).await;
    assert_eq!(holding(&again, "追って").await, more);
    assert_eq!(holding(&again, "very first").await, [ids[0]]);
    assert_eq!(holding(&again, "report 1 of").await, [] as [SegmentId; 0]);
    assert_eq!(holding(&again, "第2号").await, [] as [SegmentId; 0]);
    assert_eq!(sizes(&again), [("en".to_owned(), 301), ("ja".to_owned(), 301)]);
}

/// Bytes on a border of eight, as the reader wants them.
struct Aligned(Vec<u64>, usize);

impl AsRef<[u8]> for Aligned {
    fn as_ref(&self) -> &[u8] {
        &bytemuck::cast_slice(&self.0)[..self.1]
    }
}

/// The index in a file, the rules it was made with, and its mark.
fn read(bytes: &[u8]) -> (Index, String, String) {
    let mut numbers = vec![0_u64; bytes.len().div_ceil(8)];
    bytemuck::cast_slice_mut::<u64, u8>(&mut numbers)[..bytes.len()].copy_from_slice(bytes);
    let shared: Arc<dyn AsRef<[u8]> + Send + Sync> = Arc::new(Aligned(numbers, bytes.len()));
    let SnapshotProblem::OtherRules { found } = open_snapshot(&shared, "no such rules").unwrap_err() else {
        panic!("rules are told");
    };
    let (index, mark) = open_snapshot(&shared, &found).unwrap();
    (index, found, mark)
}

/// A sound file of an index that holds nothing: if it is trusted, nothing is found.
fn empty(bytes: &[u8], change: fn(&mut Lang, &mut Revision, &mut String, &mut String)) -> Vec<u8> {
    let (index, mut rules, mut mark) = read(bytes);
    let (mut lang, mut revision) = (index.lang().clone(), index.revision());
    change(&mut lang, &mut revision, &mut rules, &mut mark);
    let mut out = Vec::new();
    write_snapshot(&Index::new(lang, revision), &rules, &mark, &mut out).unwrap();
    out
}

type Damage = fn(&[u8]) -> Vec<u8>;

const DAMAGES: &[(&str, Damage)] = &[
    ("nothing in it", |_| Vec::new()),
    ("a few bytes of something else", |_| b"index".to_vec()),
    ("a page of zeros", |_| vec![0; 4_096]),
    ("cut in the head", |bytes| bytes[..20].to_vec()),
    ("cut in the middle", |bytes| bytes[..bytes.len() / 2].to_vec()),
    ("cut by a part's last byte", |bytes| bytes[..bytes.len() - 64].to_vec()),
    ("cut by the last byte", |bytes| bytes[..bytes.len() - 1].to_vec()),
    ("longer than it says", |bytes| [bytes, &[0; 64]].concat()),
    ("a bit of the head is another", |bytes| flipped(bytes, 40)),
    ("a bit of the first part is another", |bytes| flipped(bytes, 1_000)),
    ("a bit in the middle is another", |bytes| flipped(bytes, bytes.len() / 2)),
    ("a longer head than the file", |bytes| {
        let mut bytes = bytes.to_vec();
        bytes[8..16].copy_from_slice(&u64::MAX.to_ne_bytes());
        bytes
    }),
    ("other rules", |bytes| empty(bytes, |_, _, rules, _| rules.push_str("; another dictionary"))),
    ("another language", |bytes| empty(bytes, |lang, _, _, _| *lang = Lang::EN)),
    ("another base's mark", |bytes| empty(bytes, |_, _, _, mark| mark.push('0'))),
    ("no mark", |bytes| empty(bytes, |_, _, _, mark| mark.clear())),
    ("a revision that is still to come, with no mark", |bytes| {
        empty(bytes, |_, revision, _, mark| (*revision, *mark) = (revision.next(), String::new()))
    }),
    ("an earlier revision than its mark's", |bytes| {
        empty(bytes, |_, revision, _, _| *revision = Revision::new(revision.get() - 1))
    }),
];

fn flipped(bytes: &[u8], at: usize) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    bytes[at] ^= 0x10;
    bytes
}

#[tokio::test]
async fn a_file_with_anything_wrong_about_it_is_never_trusted() {
    let (folder, service) = fresh().await;
    let database = folder.path().join("terms.db");
    let ids = remember(&service, PROJECT, &texts("東")).await;
    let ids = [ids, remember(&service, PROJECT, &[("西の報告", "Report of the West")]).await].concat();
    prepare(&service).await;
    close(service).await;
    let file = index_file(&database, "ja");
    let sound = fs::read(&file).unwrap();
    for (what, damage) in DAMAGES {
        let damaged = damage(&sound);
        write_file(&file, &damaged);
        let service = open(&database).await;
        for (text, want) in [("第7号", vec![ids[6]]), ("西", vec![ids[300]]), ("南", vec![])] {
            assert_eq!(holding(&service, text).await, want, "{what}: {text}");
        }
        assert_eq!(size(&service, &Lang::JA).unwrap().entries, 301, "{what}");
        prepare(&service).await;
        close(service).await;
        let mended = fs::read(&file).unwrap();
        assert_ne!(mended, damaged, "{what}: a sound file is put in its place");
        assert_eq!(read(&mended).0.len(), 301, "{what}");
    }
}

#[cfg(unix)]
#[tokio::test]
async fn an_index_file_is_private_and_never_changed_in_place() {
    use std::os::unix::fs::PermissionsExt;
    let (folder, service) = fresh().await;
    let file = index_file(&folder.path().join("terms.db"), "ja");
    remember(&service, PROJECT, &texts("東")).await;
    prepare(&service).await;
    let before = fs::read(&file).unwrap();
    let mut mapped_elsewhere = fs::File::open(&file).unwrap();
    remember(&service, PROJECT, &texts("西")).await;
    prepare(&service).await;
    service.save_memory().await;
    assert_ne!(fs::read(&file).unwrap(), before, "a new file is in its place");
    let mut still = Vec::new();
    std::io::copy(&mut mapped_elsewhere, &mut still).unwrap();
    assert!(still == before, "the old one is as it was");
    for entry in fs::read_dir(folder.path()).unwrap() {
        let path = entry.unwrap().path();
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600, "{}", path.display());
    }
}

/// Two bases made in the same moment by the same steps differ in nothing but their texts.
#[tokio::test]
async fn the_index_of_another_base_is_not_taken_for_this_one_s() {
    let (here, one) = fresh().await;
    let (there, other) = fresh().await;
    let ids = remember(&one, PROJECT, &texts("東")).await;
    assert_eq!(remember(&other, PROJECT, &texts("西")).await, ids);
    assert_eq!(one.revision().await.unwrap(), other.revision().await.unwrap());
    for service in [one, other] {
        prepare(&service).await;
        close(service).await;
    }
    let paths = [here.path().join("terms.db"), there.path().join("terms.db")];
    for lang in ["ja", "en"] {
        write_file(&index_file(&paths[0], lang), &fs::read(index_file(&paths[1], lang)).unwrap());
    }
    let service = open(&paths[0]).await;
    assert_eq!(holding(&service, "東の第7号").await, [ids[6]]);
    assert_eq!(holding(&service, "西").await, [] as [SegmentId; 0]);
}

/// A copy of a base goes its own way; the index of the one says nothing of the other.
#[tokio::test]
async fn an_index_newer_than_a_restored_base_is_not_trusted_even_when_that_has_grown_again() {
    for writes_first in [false, true] {
        let (folder, service) = fresh().await;
        let database = folder.path().join("terms.db");
        let ids = remember(&service, PROJECT, &texts("東")).await;
        prepare(&service).await;
        close(service).await;
        let backup = fs::read(&database).unwrap();

        let service = open(&database).await;
        let lost = remember(&service, PROJECT, &texts("西")).await;
        assert_eq!(holding(&service, "西の第7号").await, [lost[6]]);
        prepare(&service).await;
        close(service).await;
        fs::write(&database, &backup).unwrap();
        for ending in ["-wal", "-shm"] {
            let _ = fs::remove_file(format!("{}{ending}", database.display()));
        }

        let service = open(&database).await;
        let grow = async |service: &Service| {
            let new = remember(service, PROJECT, &texts("南")).await;
            assert_eq!(new, lost, "the numbers of what was lost are used again");
        };
        if writes_first {
            grow(&service).await;
        }
        assert_eq!(holding(&service, "東の第7号").await, [ids[6]], "{writes_first}");
        if !writes_first {
            assert_eq!(holding(&service, "報告").await.first(), Some(&ids[299]));
            grow(&service).await;
        }
        assert_eq!(holding(&service, "西").await, [] as [SegmentId; 0]);
        assert_eq!(holding(&service, "南の第7号").await, [lost[6]]);
        assert_eq!(holding(&service, "report 7 of 南").await, [lost[6]]);
    }
}

#[tokio::test]
async fn what_a_killed_program_left_half_written_is_removed_and_another_s_file_is_not() {
    let (folder, service) = fresh().await;
    let database = folder.path().join("terms.db");
    remember(&service, PROJECT, &texts("東")).await;
    let file = index_file(&database, "ja");
    let (left, held) = (format!("{}.1-0.new", file.display()), format!("{}.2-0.new", file.display()));
    fs::write(&left, "half").unwrap();
    let holder = fs::File::create(&held).unwrap();
    holder.lock().unwrap();
    prepare(&service).await;
    assert!(!Path::new(&left).exists());
    assert!(Path::new(&held).exists(), "somebody is still writing it");
    assert!(file.exists());
}

#[tokio::test]
async fn a_file_that_cannot_be_written_costs_no_answer() {
    let (folder, service) = fresh().await;
    let database = folder.path().join("terms.db");
    fs::create_dir(index_file(&database, "ja")).unwrap();
    let ids = remember(&service, PROJECT, &texts("東")).await;
    assert_eq!(holding(&service, "第7号").await, [ids[6]]);
    prepare(&service).await;
    service.save_memory().await;
    assert_eq!(holding(&service, "第8号").await, [ids[7]]);
}

#[tokio::test]
async fn languages_nobody_has_make_no_index() {
    let (folder, service) = fresh().await;
    let database = folder.path().join("terms.db");
    remember(&service, PROJECT, &texts("東")).await;
    let query =
        taiyaku::app::concordance::ConcordanceQuery { lang: Some(Lang::parse("fr").unwrap()), ..super::about("東") };
    assert_eq!(super::concordance_of(&service, &query).await.occurrences, []);
    assert_eq!(size(&service, &Lang::parse("fr").unwrap()), None);
    prepare(&service).await;
    assert!(!index_file(&database, "fr").exists());
    assert_eq!(sizes(&service), [("en".to_owned(), 300), ("ja".to_owned(), 300)]);
}
