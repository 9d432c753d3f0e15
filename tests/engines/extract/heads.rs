//! Where marks, heads and definitions begin and end, in ways of printing that give no separator, another one, or more than one name.

use taiyaku_engines::extract;
use taiyaku_formats::read;
use taiyaku_language::model::Release;

use super::release_of;

/// Marker, term, other names and definition of every entry.
fn entries(release: &Release) -> Vec<[String; 4]> {
    let found = extract::entries(release).entries;
    let parts = found.into_iter().map(|entry| {
        let names: Vec<String> = entry.aliases.into_iter().map(|alias| alias.text).collect();
        let marker = entry.marker.map(|marker| marker.printed).unwrap_or_default();
        [marker, entry.term, names.join("; "), entry.definition.replace('\n', "|")]
    });
    parts.collect()
}

/// A release with this text and glossary.
fn printed(body: &str, glossary: &str) -> Release {
    release_of(&format!("2026年5月9日\n架空海浜大学\n\n砂浜の形が変わる速さを測定\n\n{body}\n\n{glossary}"))
}

fn page(glossary: &str) -> Release {
    let html = format!(
        "<html lang=\"ja\"><body><h1>砂浜の形が変わる速さを測定</h1><p>砂浜を調べた。</p>{glossary}</body></html>"
    );
    read::release(html.as_bytes(), &read::Hint::named("page.html")).unwrap()
}

#[track_caller]
fn assert_entries(release: &Release, want: &[[&str; 4]]) {
    assert_eq!(entries(release), want, "{}", release.text);
}

#[test]
fn a_head_that_begins_with_a_digit_follows_the_colon_of_its_mark() {
    for mark in ["注", "※", "＊", "用語"] {
        let glossary =
            format!("用語解説\n{mark}1：3次元地図（3D map）：高さも示す地図。\n{mark}2：18O\n酸素の同位体である。\n");
        let (one, two) = (format!("{mark}1"), format!("{mark}2"));
        assert_entries(
            &printed("地図を作った。", &glossary),
            &[[&one, "3次元地図", "3D map", "高さも示す地図。"], [&two, "18O", "", "酸素の同位体である。"]],
        );
    }
}

#[test]
fn a_definition_may_follow_the_english_name_without_a_separator() {
    let last = "・潮間帯　潮が引くと現れる岸。\n・汀線…海と陸の境。\n・漂砂（littoral drift）波や流れで動く砂。\n";
    assert_entries(
        &printed("砂を調べた。", &format!("語句の説明\n{last}")),
        &[
            ["・", "潮間帯", "", "潮が引くと現れる岸。"],
            ["・", "汀線", "", "海と陸の境。"],
            ["・", "漂砂", "littoral drift", "波や流れで動く砂。"],
        ],
    );
    assert_entries(
        &printed("漂砂（注1）を調べた。", "用語解説\n（注1）漂砂（littoral drift）波や流れで動く砂。\n"),
        &[["（注1）", "漂砂", "littoral drift", "波や流れで動く砂。"]],
    );
}

#[test]
fn the_english_name_may_stand_behind_a_head_after_spaces() {
    for (head, term, names) in [
        ("環境砂　　environmental sand（eSand）", "環境砂", "environmental sand; eSand"),
        ("砂州 Sand bar", "砂州", "Sand bar"),
        ("汀線 shoreline", "汀線", "shoreline"),
        // No names in English: a symbol and the name of something.
        ("砂 DNA", "砂 DNA", ""),
        ("岸壁 Notch", "岸壁 Notch", ""),
    ] {
        let glossary = format!("用語解説\n（注1）{head}\n波が運ぶ砂のこと。\n（注2）砂丘\n風が運んだ砂の丘。\n");
        assert_entries(
            &printed("砂を調べた。", &glossary),
            &[["（注1）", term, names, "波が運ぶ砂のこと。"], ["（注2）", "砂丘", "", "風が運んだ砂の丘。"]],
        );
    }
}

#[test]
fn a_list_counted_like_the_entries_is_inside_the_definition() {
    for (indent, mark) in [("　", "."), ("", "."), ("　", ")")] {
        let glossary = format!(
            "用語解説\n1{mark} 砂浜の一年\n{indent}砂の量は次の三つの時期で変わる。\n{indent}1{mark} 減る時期\n{indent}2{mark} 戻る時期\n\
             {indent}3{mark} 安定する時期\n2{mark} 砂丘\n{indent}風が運んだ砂の丘。\n3{mark} 砂州\n{indent}海を横切って積もった砂。\n"
        );
        let terms: Vec<String> =
            entries(&printed("砂を調べた。", &glossary)).into_iter().map(|entry| entry[1].clone()).collect();
        assert_eq!(terms, ["砂浜の一年", "砂丘", "砂州"], "{glossary}");
    }
}

#[test]
fn a_glossary_of_one_entry_may_have_a_sign_as_its_mark() {
    for (text, want) in [
        ("用語解説\n※砂州：海を横切って積もった砂。\n", ["※", "砂州", "", "海を横切って積もった砂。"]),
        ("用語解説\n※ 砂州：海を横切って積もった砂。\n", ["※", "砂州", "", "海を横切って積もった砂。"]),
        ("用語解説\n＊砂州\n海を横切って積もった砂。\n", ["＊", "砂州", "", "海を横切って積もった砂。"]),
    ] {
        let body = if text.contains('※') { "砂州※を調べた。" } else { "砂州＊を調べた。" };
        assert_entries(&printed(body, text), &[want]);
    }
}

#[test]
fn footnotes_counted_by_stars_are_read_where_the_text_has_the_stars_behind_their_names_and_are_doubted() {
    let notes = "* 砂州\n海を横切って積もった砂。\n** 砂丘\n風が運んだ砂の丘。\n*** 汀線\n海と陸の境。\n";
    let release = printed("砂州*と砂丘**、汀線***を調べた。", notes);
    assert_entries(
        &release,
        &[
            ["*", "砂州", "", "海を横切って積もった砂。"],
            ["**", "砂丘", "", "風が運んだ砂の丘。"],
            ["***", "汀線", "", "海と陸の境。"],
        ],
    );
    assert!(extract::entries(&release).doubts.iter().any(|doubt| doubt.code == "glossary_without_heading"));
    for body in ["砂を調べた。", "見本花子*と見本太郎**が調べた。"] {
        assert_entries(&printed(body, notes), &[]);
    }
    assert_entries(&printed("見本花子*が調べた。", "* 責任著者：架空海浜大学の教授である。\n"), &[]);
}

#[test]
fn names_in_a_gloss_may_be_separated_by_commas() {
    for gloss in ["（littoral drift、LD）", "（littoral drift, LD）", "（ひょうさ、littoral drift、LD）"] {
        let glossary = format!("用語\n1 漂砂{gloss}\n波や流れで動く砂。\n2 砂丘（dune）\n風が運んだ砂の丘。\n");
        let terms: Vec<String> =
            entries(&printed("砂を調べた。", &glossary)).into_iter().map(|entry| entry[1].clone()).collect();
        assert_eq!(terms, ["漂砂", "砂丘"], "{gloss}");
    }
}

#[test]
fn a_quoted_head_with_toha_is_read_among_other_brackets() {
    let glossary = "【用語の解説】\n＊1【砂州】　海を横切って積もった砂。\n＊2「ひき網」とは、引いて魚をとる網のこと。\n＊3【砂丘】　風が運んだ砂の丘。\n";
    assert_entries(
        &printed("砂を調べた。", glossary),
        &[
            ["＊1", "砂州", "", "海を横切って積もった砂。"],
            ["＊2", "ひき網", "", "引いて魚をとる網のこと。"],
            ["＊3", "砂丘", "", "風が運んだ砂の丘。"],
        ],
    );
}

#[test]
fn entries_of_a_page_may_be_paragraphs_and_then_a_list() {
    for first in [
        "<p><strong>砂州</strong><br>海を横切って積もった砂。</p>",
        "<p><strong>砂州</strong><br>海を横切って積もった砂。<br><strong>砂丘</strong><br>風が運んだ砂の丘。</p>",
    ] {
        let list = "<ul><li><b>汀線</b>…海と陸の境。</li><li><b>漂砂</b>…波や流れで動く砂。</li></ul>";
        let found = entries(&page(&format!("<h3>用語の説明</h3>{first}{list}")));
        let terms: Vec<&str> = found.iter().map(|entry| entry[1].as_str()).collect();
        let want: &[&str] = if first.contains("砂丘") {
            &["砂州", "砂丘", "汀線", "漂砂"]
        } else {
            &["砂州", "汀線", "漂砂"]
        };
        assert_eq!(terms, want, "{found:?}");
        assert!(found.iter().all(|entry| entry[3].ends_with('。') && !entry[3].contains('…')), "{found:?}");
    }
    let announced = "<h3>用語の説明</h3><p><strong>砂浜の一年</strong><br>次の時期に分けられる。</p><ul><li>夏：砂が戻る。</li><li>冬：砂が減る。</li></ul>";
    assert_eq!(entries(&page(announced)).len(), 1);
}

#[test]
fn boxes_that_only_a_style_sheet_parts_are_entries() {
    let item = |term: &str, text: &str| {
        format!("<div class=\"item\"><span class=\"term\">{term}</span><span class=\"text\">{text}</span></div>")
    };
    let boxes = item("砂州", "海を横切って積もった砂。") + &item("砂丘", "風が運んだ砂の丘。");
    assert_entries(
        &page(&format!("<h3>キーワード解説</h3>{boxes}")),
        &[["", "砂州", "", "海を横切って積もった砂。"], ["", "砂丘", "", "風が運んだ砂の丘。"]],
    );
}

#[test]
fn terms_are_in_letters_of_the_usual_width_and_definitions_as_printed() {
    let glossary = "用語解説\n（注１）ＧＰＳ測位（ｓａｔｅｌｌｉｔｅ ｐｏｓｉｔｉｏｎｉｎｇ）：ＧＰＳで位置を測ること。\n（注２）Ｘ線：電磁波の一つ。\n";
    let release = printed("砂を調べた。", glossary);
    assert_entries(
        &release,
        &[
            ["（注１）", "GPS測位", "satellite positioning", "ＧＰＳで位置を測ること。"],
            ["（注２）", "X線", "", "電磁波の一つ。"],
        ],
    );
    assert!(extract::entries(&release).entries[0].head.starts_with("ＧＰＳ測位"));
}

#[test]
fn a_mark_behind_the_term_of_its_entry_is_no_index_though_a_letter_stands_before_it() {
    let glossary = "キーワードの解説\n[1] 環境DNA（environmental DNA）: 水に含まれるDNA。\n[2] Transformer（トランスフォーマー）: 注意を用いる計算のモデル。\n";
    let found = extract::entries(&printed("環境DNA[1]とTransformer[2]、配列a[1]を調べた。", glossary));
    let marks: Vec<&str> = found.references.iter().map(|reference| reference.marker.printed.as_str()).collect();
    assert_eq!(marks, ["[1]", "[2]"]);
    assert!(found.doubts.is_empty(), "{:?}", found.doubts);
}

#[test]
fn a_very_long_line_has_no_head_and_messages_repeat_only_its_beginning() {
    let release =
        printed("砂を調べた。", &format!("用語解説\n※1 {}\n※2 砂丘：風が運んだ砂の丘。\n", "砂浜".repeat(20_000)));
    let found = extract::entries(&release);
    assert_eq!(found.entries.iter().map(|entry| entry.term.as_str()).collect::<Vec<_>>(), ["砂丘"]);
    assert!(found.doubts.iter().any(|doubt| doubt.code == "long_head"));
    assert!(found.doubts.iter().all(|doubt| doubt.message.chars().count() < 300), "{}", found.doubts.len());
}
