//! The two titles of a paper: their spans, and the link between them.

use super::{links, release};
use taiyaku_engines::{extract, link};
use taiyaku_formats::read;
use taiyaku_language::model::{Link, Relation};
use taiyaku_language::text::tokeniser::Tokeniser;

const EN: &str = "Cold plasma slows the ageing of cut flowers";
const JA: &str = "低温プラズマは切り花の老化を遅らせる";

fn title(links: Vec<Link>) -> Option<Link> {
    links.into_iter().find(|link| link.relation == Relation::Title)
}

#[test]
fn the_proof_of_paired_titles_stands_where_they_are_paired() {
    for (name, paired, proof) in [
        ("two labels", format!("論文タイトル：{EN}\n和訳：{JA}\n"), format!("{EN}\n和訳：{JA}")),
        ("the Japanese first", format!("邦題：「{JA}」\n原題：“{EN}”\n"), format!("{JA}」\n原題：“{EN}")),
        ("a bracket", format!("【論文名】{EN}（日本語訳：{JA}）\n"), format!("{EN}（日本語訳：{JA}")),
        ("a bracket on the next line", format!("題名　{EN}\n（{JA}）\n"), format!("{EN}\n（{JA}")),
        (
            "a label on a line of its own",
            format!("■論文名\n{EN}\n■論文名（和訳）\n{JA}\n"),
            format!("{EN}\n■論文名（和訳）\n{JA}"),
        ),
    ] {
        // Both titles also occur earlier, as the title of the release and in a sentence.
        let text = format!("𠮷野大学\n{JA}\n\n成果は「{JA}」（{EN}）として載った。{EN}は長い。\n\n論文情報\n{paired}");
        let found = title(links(&text, &Tokeniser::by_script())).unwrap_or_else(|| panic!("{name}: no pair in {text}"));
        assert_eq!((found.ja.as_str(), found.en.as_str()), (JA, EN), "{name}");
        assert_eq!(found.span.of(&text), proof, "{name}");
    }
}

#[test]
fn a_title_over_two_lines_is_proven_by_both() {
    let text = format!("論文タイトル：Cold plasma slows the\nageing of cut flowers\n和訳：{JA}\n");
    let found = title(links(&text, &Tokeniser::by_script())).unwrap();
    assert_eq!(found.en, EN);
    assert!(found.span.of(&text).starts_with("Cold plasma slows the\nageing"), "{}", found.span.of(&text));
    assert!(found.span.of(&text).ends_with(JA));
}

#[test]
fn titles_that_are_not_paired_are_no_link() {
    for text in [
        format!("{JA}\n\n論文タイトル：{EN}\n"),
        format!("論文タイトル：{EN}\n掲載誌：Imaginary Letters（架空通信誌）\n"),
        format!("和訳：{JA}\n"),
    ] {
        assert_eq!(title(links(&text, &Tokeniser::by_script())), None, "{text}");
    }
}

#[test]
fn a_date_after_a_title_is_no_part_of_it() {
    let page = format!("<p>論文名：{EN}<br>掲載日 2024年6月15日<br>和訳：{JA}</p>");
    let release = read::release(page.as_bytes(), &read::Hint::named("release.html")).unwrap();
    let found = extract::entries(&release);
    assert_eq!(found.metadata.paper_title_en.as_deref(), Some(EN));
    assert_eq!(found.metadata.date.as_deref(), Some("2024-06-15"));
    assert!(title(link::terms(&release, &found, &Tokeniser::by_script())).is_some());
}

#[test]
fn a_release_without_a_paper_has_no_titles() {
    assert_eq!(extract::entries(&release("短い知らせである。\n")).paper_titles, None);
}
