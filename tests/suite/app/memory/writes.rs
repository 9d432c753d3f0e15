//! A write is seen by the next question, whoever wrote and whoever asks.

use taiyaku::model::{Review, SegmentId};

use super::super::ingest;
use super::{NOW, PROJECT, close, decide, fresh, holding, open, remember, titled};

#[tokio::test]
async fn what_is_added_changed_rejected_or_deleted_is_so_for_the_next_question() {
    let (_folder, service) = fresh().await;
    assert_eq!(holding(&service, "細胞").await, [] as [SegmentId; 0]);
    let ids = remember(&service, PROJECT, &[("細胞の老化", "Ageing of cells"), ("睡眠の研究", "Study of sleep")]).await;
    assert_eq!(holding(&service, "細胞").await, [ids[0]]);
    assert_eq!(holding(&service, "ageing").await, [ids[0]]);
    decide(&service, ids[0], Review::Approved, Some("Senescence of cells")).await;
    assert_eq!(holding(&service, "ageing").await, [] as [SegmentId; 0]);
    assert_eq!(holding(&service, "senescence").await, [ids[0]]);
    decide(&service, ids[0], Review::Rejected, None).await;
    assert_eq!(holding(&service, "細胞").await, [] as [SegmentId; 0]);
    decide(&service, ids[0], Review::Approved, None).await;
    assert_eq!(holding(&service, "細胞").await, [ids[0]]);

    let release =
        ingest(&service, "a.txt", titled("細胞における時計の働き", "How the clock works in cells")).await.release_id;
    let made = holding(&service, "時計").await;
    assert_eq!((made.len(), &holding(&service, "the clock").await), (1, &made));
    assert_eq!(holding(&service, "細胞").await, [made[0], ids[0]]);
    service.delete_release(release.unwrap(), "somebody", NOW).await.unwrap();
    assert_eq!(holding(&service, "時計").await, [] as [SegmentId; 0]);
    assert_eq!(holding(&service, "細胞").await, [ids[0]]);
}

#[tokio::test]
async fn a_release_read_again_leaves_nothing_of_its_old_segments() {
    let (folder, service) = fresh().await;
    let text = titled("細胞における時計の働き", "How the clock works in cells");
    ingest(&service, "a.txt", text.clone()).await;
    let before = holding(&service, "時計").await;
    let newer = super::super::on(taiyaku::store::Store::open(&folder.path().join("terms.db")).await.unwrap(), "newer");
    assert_eq!(holding(&newer, "時計").await, before);
    ingest(&newer, "a.txt", text).await;
    let after = holding(&service, "時計").await;
    assert_eq!(after.len(), 1);
    assert_ne!(after, before, "a number is never used twice");
    assert_eq!(holding(&newer, "時計").await, after);
}

#[tokio::test]
async fn two_services_on_one_file_see_what_the_other_writes() {
    let (folder, one) = fresh().await;
    let other = open(&folder.path().join("terms.db")).await;
    let mut ids = Vec::new();
    for round in 0..6 {
        let (writer, reader) = if round % 2 == 0 { (&one, &other) } else { (&other, &one) };
        ids.extend(remember(writer, PROJECT, &[(format!("第{round}回の報告"), format!("Report {round}"))]).await);
        let newest_first: Vec<SegmentId> = ids.iter().rev().copied().collect();
        assert_eq!(holding(reader, "回の報告").await, newest_first, "round {round}");
        assert_eq!(holding(writer, "report").await, newest_first, "round {round}");
    }
    decide(&one, ids[0], Review::Rejected, None).await;
    assert_eq!(holding(&other, "第0回").await, [] as [SegmentId; 0]);
    close(one).await;
    ids.extend(remember(&other, PROJECT, &[("第9回の報告", "Report 9")]).await);
    assert_eq!(holding(&other, "第9回").await, [ids[6]]);
}

#[tokio::test]
async fn a_base_in_memory_answers_too() {
    let service = super::super::service("").await;
    let ids = remember(&service, PROJECT, &[("細胞の老化", "Ageing of cells")]).await;
    assert_eq!(holding(&service, "老化").await, ids);
    service.prepare_memory(&taiyaku::app::live::memory::Progress::none()).await.unwrap();
    service.save_memory().await;
    assert_eq!(holding(&service, "ageing").await, ids);
}
