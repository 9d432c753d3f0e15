//! A plan says what an import does, changes nothing, and an undo leaves nothing behind.

use taiyaku::app::Service;
use taiyaku::app::import::{
    DictionaryOptions, ImportEvent, ImportOptions, ImportReport, ImportStatus, MergeRule, Outcome, OutcomeCounts,
    RowChange, RowOutcome,
};
use taiyaku::app::ingest::Input;
use taiyaku::app::review::Decision;
use taiyaku::model::{ImportId, ProjectId, Usage};
use taiyaku::store::Store;

use super::importing::{memory_of, options};
use super::{NOW, PROJECT, english, exported, ingest, named, on, release, service};
use crate::chance::Chance;

/// A file, read with these options: the report and the outcome of each row.
async fn read(
    service: &Service,
    (name, text): (&str, &str),
    options: &ImportOptions,
    plans: bool,
) -> (ImportReport, Vec<RowOutcome>) {
    let mut rows = Vec::new();
    let input = Input::Bytes(text.as_bytes().to_vec());
    let observe = |event: ImportEvent<'_>| {
        if let ImportEvent::Row(row) = event {
            rows.push(row.clone());
        }
    };
    let report = match plans {
        true => service.plan_import(name, input, options, NOW, observe).await,
        false => service.import(name, input, options, NOW, observe).await,
    };
    (report.unwrap(), rows)
}

/// What can be seen of a row in a plan; concepts of the file itself have other numbers in the base.
fn told(rows: &[RowOutcome]) -> Vec<String> {
    rows.iter().map(|row| format!("{row:?}")).collect()
}

async fn last_import(service: &Service) -> ImportId {
    service.imports(&[]).await.unwrap()[0].id
}

#[tokio::test]
async fn each_row_says_what_becomes_of_it_and_why() {
    let service = service("").await;
    ingest(&service, "1.txt", release("視床下部", "hypothalamus", "脳の一部で、体温を一定に保つ。")).await;
    ingest(&service, "2.txt", release("転移", "metastasis", "がん細胞が別の臓器に広がること。")).await;
    let known = named(&service, "視床下部").await[0].id;
    let text = "ja,en,usage,note\n視床下部,hypothalamus,,\n転移,transfer,,\n歯車,gear,,\n歯車,gear wheel,,\n\
        歯車,gear,forbidden,\n,,,注\n";
    let revision = service.revision().await.unwrap();
    let (report, rows) = read(&service, ("a.csv", text), &options(), true).await;
    assert_eq!((report.status, report.import), (ImportStatus::Finished, None));
    let of: Vec<_> = rows.iter().map(|row| (row.row, row.line, row.outcome, row.rule)).collect();
    assert_eq!(
        of,
        [
            (1, 2, Outcome::Merged, Some(MergeRule::SharedEnglish)),
            (2, 3, Outcome::InConflict, None),
            (3, 4, Outcome::Added, None),
            (4, 5, Outcome::Merged, Some(MergeRule::SameEntry)),
            (5, 6, Outcome::Merged, Some(MergeRule::SameEntry)),
            (6, 7, Outcome::Refused, None),
        ],
        "{rows:#?}"
    );
    assert_eq!((rows[0].concept, &*rows[0].changes), (Some(known), &[][..]));
    assert_eq!(rows[1].disagreements, ["`転移` is “metastasis” in the one and “transfer” in the other."]);
    assert_eq!((rows[3].with_line, &*rows[3].changes), (Some(4), &[RowChange::Term][..]));
    assert_eq!(report.outcomes.total(), report.read);
    assert_eq!(service.revision().await.unwrap(), revision);
    assert!(service.imports(&[]).await.unwrap().is_empty() && service.sources(&[]).await.unwrap().is_empty());
    let (applied, same) = read(&service, ("a.csv", text), &options(), false).await;
    assert_eq!((applied.outcomes, told(&same)), (report.outcomes, told(&rows)));
    let stored = &service.imports(&[]).await.unwrap()[0];
    assert_eq!(OutcomeCounts::from_json(&stored.outcomes), report.outcomes);
    assert_eq!((stored.actor.as_deref(), stored.format.as_deref()), (Some("test"), Some("csv")));
}

#[tokio::test]
async fn a_file_that_was_changed_changes_what_it_brought_and_a_decision_stands() {
    let service = service("").await;
    let first = "id,ja,en,usage\n1,歯車,gear,\n2,葛,kudzu,\n3,海馬,hippocampus,\n";
    read(&service, ("a.csv", first), &options(), false).await;
    let gear = named(&service, "歯車").await.remove(0);
    let term = english(&gear, "gear").unwrap().id;
    let decision = Decision::Usage { term, usage: Usage::Preferred, replacement: None };
    service.decide(&decision.into(), "人", NOW).await.unwrap();
    let second = "id,ja,en,usage\n1,歯車,gear,forbidden\n2,葛,kudzu,forbidden\n3,海馬,hippocampus,\n4,𠮷,lucky,\n";
    let named_so = DictionaryOptions { name: Some("a.csv".to_owned()), ..DictionaryOptions::default() };
    let options = ImportOptions { dictionary: named_so, ..options() };
    let (plan, rows) = read(&service, ("b.csv", second), &options, true).await;
    let outcomes: Vec<_> = rows.iter().map(|row| row.outcome).collect();
    assert_eq!(outcomes, [Outcome::InConflict, Outcome::Changed, Outcome::Unchanged, Outcome::Added], "{rows:#?}");
    assert_eq!(rows[1].changes, [RowChange::Usage]);
    let before = exported(&service).await;
    let (applied, _) = read(&service, ("b.csv", second), &options, false).await;
    assert_eq!(applied.outcomes, plan.outcomes);
    let undone = service.undo_import(last_import(&service).await, "人", NOW).await.unwrap();
    assert_eq!((undone.terms.restored, undone.terms.shared_rows, undone.terms.source_removed), (1, 0, false));
    assert_eq!(exported(&service).await, before);
    assert_eq!(service.sources(&[]).await.unwrap()[0].entries, 3);
}

#[tokio::test]
async fn a_row_that_another_import_had_too_stays() {
    let service = service("").await;
    let named_so = DictionaryOptions { name: Some("語".to_owned()), ..DictionaryOptions::default() };
    let options = ImportOptions { dictionary: named_so, ..options() };
    let one = "ja,en\n歯車,gear\n葛,kudzu\n";
    let two = "ja,en\n葛,kudzu\n𠮷,lucky\n";
    read(&service, ("1.csv", one), &options, false).await;
    let first = last_import(&service).await;
    read(&service, ("2.csv", two), &options, false).await;
    let undone = service.undo_import(first, "人", NOW).await.unwrap();
    assert_eq!(undone.terms.shared_rows, 1);
    assert!(named(&service, "歯車").await.is_empty());
    assert_eq!((named(&service, "葛").await.len(), named(&service, "𠮷").await.len()), (1, 1));
    service.undo_import(last_import(&service).await, "人", NOW).await.unwrap();
    assert!(named(&service, "葛").await.is_empty() && service.sources(&[]).await.unwrap().is_empty());
}

#[tokio::test]
async fn terms_of_a_file_that_breaks_off_are_stored_all_or_not_at_all() {
    let service = service("").await;
    let entry = |number: usize| {
        format!(
            "<conceptEntry id=\"{number}\"><langSec xml:lang=\"ja\"><termSec><term>語{number}</term></termSec></langSec>\
            <langSec xml:lang=\"en\"><termSec><term>word {number}</term></termSec></langSec></conceptEntry>\n"
        )
    };
    let entries: String = (0..2_500).map(entry).collect();
    let head =
        "<tbx type=\"TBX-Basic\" style=\"dct\" xml:lang=\"ja\" xmlns=\"urn:iso:std:iso:30042:ed-2\"><text><body>\n";
    let cut = format!("{head}{entries}<conceptEntry id=\"x\"><langSec");
    let revision = service.revision().await.unwrap();
    let (report, _) = read(&service, ("a.tbx", &cut), &options(), false).await;
    assert_eq!((report.status, report.added), (ImportStatus::Failed, 0), "{report:?}");
    assert_eq!(service.counts(None).await.unwrap().terms, 0);
    assert_eq!(service.revision().await.unwrap(), revision);
    let whole = format!("{head}{entries}</body></text></tbx>");
    let (report, _) = read(&service, ("a.tbx", &whole), &options(), false).await;
    assert_eq!((report.status, report.added), (ImportStatus::Finished, 2_500), "{report:?}");
}

/// A table of terms with rows that repeat, contradict and extend each other and the base.
fn table(chance: &mut Chance) -> String {
    let japanese = ["歯車", "視床下部", "転移", "葛", "𠮷野", "ｶﾅ", "―"];
    let english = ["gear", "hypothalamus", "metastasis", "transfer", "kudzu", "", "DNA"];
    let usages = ["", "", "", "forbidden", "preferred", "admitted", "approved", "what"];
    let notes = ["", "", "注１", "一つの注"];
    let mut text = String::from("id,ja,en,usage,definition,note\n");
    for _ in 0..chance.below(30) {
        let mut one = |list: &[&'static str]| list[chance.below(list.len())];
        let row = [
            one(&["", "", "1", "2", "3"]),
            one(&japanese),
            one(&english),
            one(&usages),
            one(&["", "", "回る部品で、力を伝える。"]),
            one(&notes),
        ];
        text += &(row.join(",") + "\n");
    }
    text
}

fn pairs(chance: &mut Chance) -> String {
    let mut text = String::from("<tmx version=\"1.4\"><header srclang=\"ja\"/><body>\n");
    for _ in 0..chance.below(40) {
        let (which, month) = (chance.below(12), chance.below(12) + 1);
        let target = if chance.below(8) == 0 { String::new() } else { format!("Part {which}.{}", chance.below(2)) };
        text += &format!(
            "<tu changedate=\"2024{month:02}01T000000Z\" creationid=\"p{}\"><tuv xml:lang=\"ja\"><seg>第{which}部。</seg></tuv>\
             <tuv xml:lang=\"en\"><seg>{target}</seg></tuv></tu>\n",
            chance.below(3)
        );
    }
    text + "</body></tmx>"
}

/// A base with releases, decisions and earlier imports.
async fn base(chance: &mut Chance) -> Service {
    let service = service("").await;
    for (number, (ja, en)) in
        [("視床下部", "hypothalamus"), ("転移", "metastasis"), ("歯車", "gear")].into_iter().enumerate()
    {
        if chance.below(3) > 0 {
            ingest(&service, &format!("{number}.txt"), release(ja, en, "これは試しの説明で、長さがある。")).await;
        }
    }
    for number in 0..chance.below(3) {
        let (name, text) = match chance.below(2) {
            0 => (format!("{number}.csv"), table(chance)),
            _ => (format!("{number}.tmx"), pairs(chance)),
        };
        read(&service, (&name, &text), &options(), false).await;
    }
    for concept in super::concepts(&service).await {
        for term in concept.terms.iter().filter(|term| term.lang.is_english()) {
            if chance.below(4) == 0 {
                let decision = match chance.below(2) {
                    0 => Decision::Accept { term: term.id },
                    _ => Decision::Usage { term: term.id, usage: Usage::Deprecated, replacement: None },
                };
                let _ = service.decide(&decision.into(), "人", NOW).await;
            }
        }
    }
    service
}

#[tokio::test]
async fn a_plan_is_what_the_import_does_and_its_undo_leaves_the_base_as_it_was() {
    for seed in 0..25 {
        let mut chance = Chance(seed);
        let service = base(&mut chance).await;
        let (name, text) = match chance.below(3) {
            0 => ("new.tmx", pairs(&mut chance)),
            _ => ("new.csv", table(&mut chance)),
        };
        let options = ImportOptions { approved: chance.below(3) == 0, ..options() };
        let before = (exported(&service).await, memory_of(service.store()).await);
        let revision = service.revision().await.unwrap();
        let (plan, planned) = read(&service, (name, &text), &options, true).await;
        assert_eq!(service.revision().await.unwrap(), revision, "seed {seed}: a plan changes nothing");
        assert_eq!((exported(&service).await, memory_of(service.store()).await), before, "seed {seed}");
        let (applied, done) = read(&service, (name, &text), &options, false).await;
        assert_eq!(told(&planned), told(&done), "seed {seed}\n{text}");
        assert_eq!(ImportReport { import: None, ..applied.clone() }, plan, "seed {seed}");
        if applied.import.is_none() || applied.status == ImportStatus::Unchanged {
            continue;
        }
        assert_eq!(applied.outcomes.total(), applied.read, "seed {seed}");
        service.undo_import(applied.import.unwrap(), "人", NOW).await.unwrap();
        assert_eq!(exported(&service).await, before.0, "seed {seed}\n{text}");
        assert_eq!(memory_of(service.store()).await, before.1, "seed {seed}\n{text}");
    }
}

#[tokio::test]
async fn a_base_in_a_file_is_planned_on_without_a_lock() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("名 #1?.db");
    let service = on(Store::open(&path).await.unwrap(), "");
    let mut chance = Chance(7);
    read(&service, ("1.csv", &table(&mut chance)), &options(), false).await;
    read(&service, ("1.tmx", &pairs(&mut chance)), &options(), false).await;
    // Somebody else is writing the whole time.
    let write = service.store().write("other", NOW).await.unwrap();
    for text in [("2.csv", table(&mut chance)), ("2.tmx", pairs(&mut chance))] {
        let (plan, rows) = read(&service, (text.0, &text.1), &options(), true).await;
        assert_eq!(u64::try_from(rows.len()).unwrap(), plan.read);
    }
    write.rollback();
    assert_eq!(service.store().imports(ProjectId::new(1)).await.unwrap().len(), 2);
    assert_eq!(service.project(PROJECT).await.unwrap().name, PROJECT);
}
