//! One name for two things: shown as a conflict with both sides, never merged.

use taiyaku::model::ConflictKind;

use super::{NOW, PROJECT, ingest, named, release, sample_files, service};

#[tokio::test]
async fn disagreements_of_the_samples_are_conflicts_and_agreements_are_not() {
    for starter in [false, true] {
        let service = service("").await;
        if starter {
            service.add_starter(PROJECT, &[], NOW).await.unwrap();
        }
        service.ingest_many(PROJECT, sample_files(), 2, NOW, |_| {}).await.unwrap();
        for (term, concepts, kinds) in [
            ("フラックス", 2, &[ConflictKind::Definition][..]),
            ("量子化", 2, &[ConflictKind::Definition]),
            ("社会的孤立", 2, &[ConflictKind::Definition]),
            ("転移", 2, &[ConflictKind::English, ConflictKind::Definition]),
            ("間葉系幹細胞", 2, &[ConflictKind::English]),
            ("エクソソーム", 1, &[]),
            ("マクロファージ", 1, &[]),
            ("機械学習", 1, &[]),
            ("密度汎関数理論", 1, &[]),
            ("ベイズ推定", 1, &[]),
            ("シングルセルRNAシーケンシング", 1, &[]),
        ] {
            let found = named(&service, term).await;
            assert_eq!(found.len(), concepts, "{term}, starter {starter}");
            for concept in found {
                let seen: Vec<_> = concept.conflicts.iter().map(|conflict| conflict.kind).collect();
                assert_eq!(seen, kinds, "{term}, starter {starter}");
                assert!(concept.conflicts.iter().all(|conflict| conflict.reason.contains(term)));
            }
        }
    }
}

#[tokio::test]
async fn an_abbreviation_never_disagrees_with_a_full_form() {
    let service = service("").await;
    ingest(
        &service,
        "1.txt",
        release("密度汎関数理論", "density functional theory", "電子の密度からエネルギーを求める計算方法。"),
    )
    .await;
    ingest(&service, "2.txt", release("密度汎関数理論", "DFT", "電子の密度からエネルギーを求める計算の方法。")).await;
    let found = named(&service, "密度汎関数理論").await;
    assert_eq!(found.len(), 1);
    assert!(found[0].conflicts.is_empty());
}

#[tokio::test]
async fn a_third_release_joins_the_side_it_agrees_with() {
    let service = service("").await;
    let (cancer, learning) =
        ("がん細胞が血管を通って別の臓器に移り、増えること。", "ある課題で学習した知識が別の課題で役立つこと。");
    ingest(&service, "1.txt", release("転移", "metastasis", cancer)).await;
    ingest(&service, "2.txt", release("転移", "transfer", learning)).await;
    ingest(&service, "3.txt", release("転移", "metastasis", "がん細胞が血管を流れて別の臓器で増えること。")).await;
    let found = named(&service, "転移").await;
    assert_eq!(found.iter().map(|concept| concept.definitions.len()).collect::<Vec<_>>(), [2, 1]);
}
