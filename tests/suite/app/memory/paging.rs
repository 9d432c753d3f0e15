//! Pages of a concordance: nothing twice, nothing missing, whatever is added meanwhile; and what takes long says so.

use std::time::Duration;

use taiyaku::app::concordance::ConcordanceQuery;
use taiyaku::app::live::memory::Progress;
use taiyaku::model::SegmentId;

use super::{PROJECT, about, concordance_of, fresh, holding, remember};

#[tokio::test]
async fn going_to_the_end_gives_each_segment_once_the_newest_first() {
    let (_folder, service) = fresh().await;
    // Every third holds the text; others hold it but for the number.
    let text = |number: usize| {
        if number.is_multiple_of(3) {
            format!("第{number}回の試験12号")
        } else {
            format!("第{number}回の試験13号")
        }
    };
    let pairs: Vec<(String, String)> = (0..1_900).map(|number| (text(number), format!("Trial {number}"))).collect();
    let ids = remember(&service, PROJECT, &pairs).await;
    let expected: Vec<SegmentId> = ids.iter().copied().step_by(3).rev().collect();
    for limit in [1, 7, 50, 200] {
        let mut got = Vec::new();
        let mut query = ConcordanceQuery { limit, ..about("試験12号") };
        for page in 0.. {
            let found = concordance_of(&service, &query).await;
            assert!(found.occurrences.len() <= limit);
            got.extend(found.occurrences.iter().map(|occurrence| occurrence.segment.id));
            if page == 2 {
                remember(&service, PROJECT, &[("途中の試験12号", "Trial in between")]).await;
            }
            match found.next_before {
                Some(before) if limit > 1 || page < 40 => query.before = Some(before),
                _ => break,
            }
        }
        // What other rounds added is newer than all of these.
        got.retain(|id| *id <= ids[ids.len() - 1]);
        assert_eq!(got, expected[..got.len()], "limit {limit}");
        assert!(got.len() == expected.len() || limit == 1, "limit {limit}");
    }
}

#[tokio::test]
async fn time_that_is_up_is_told() {
    let (_folder, service) = fresh().await;
    let ids = remember(&service, PROJECT, &[("細胞の老化", "Ageing of cells")]).await;
    assert_eq!(holding(&service, "細胞").await, ids);
    let found = service.concordance(&ConcordanceQuery { budget: Duration::ZERO, ..about("細胞") }).await.unwrap();
    assert!(!found.complete);
    assert_eq!(holding(&service, "細胞").await, ids);
}

/// More than is added while a question waits is added behind the scenes: answers say that they may lack something, never
/// that nothing is there.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_large_memory_is_built_behind_the_scenes_and_answers_say_so_meanwhile() {
    let (_folder, service) = fresh().await;
    let pairs: Vec<(String, String)> =
        (0..9_000).map(|number| (format!("第{number}回の試験"), format!("Trial {number}"))).collect();
    let ids = remember(&service, PROJECT, &pairs).await;
    let search = async || {
        for _ in 0..100_000 {
            let found = service.concordance(&about("第8765回")).await.unwrap();
            if found.complete {
                return found.occurrences.iter().map(|occurrence| occurrence.segment.id).collect::<Vec<_>>();
            }
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        Vec::new()
    };
    let answers = futures_util::future::join_all((0..8).map(|_| search())).await;
    assert_eq!(answers, vec![vec![ids[8_765]]; 8]);
    let more: Vec<(String, String)> =
        (0..5_000).map(|number| (format!("追加{number}号"), format!("Addition {number}"))).collect();
    let more = remember(&service, PROJECT, &more).await;
    service.prepare_memory(&Progress::none()).await.unwrap();
    assert_eq!(holding(&service, "追加4321号").await, [more[4_321]]);
    assert_eq!(holding(&service, "trial 8765").await, [ids[8_765]]);
}
