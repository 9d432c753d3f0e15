//! Reading HTML.

use encoding_rs::{EUC_JP, SHIFT_JIS};

use super::{blocks, refused, released};

/// The text read from a page with this body.
fn text(body: &str) -> String {
    released(format!("<!DOCTYPE html><html><body>{body}</body></html>").as_bytes()).text
}

#[test]
fn white_space_is_what_a_browser_shows() {
    for (body, want) in [
        ("<p>視床\n  下部</p>", "視床下部\n"),
        ("<p>solid\n  electrolyte</p>", "solid electrolyte\n"),
        ("<p>東都大学 理学院</p>", "東都大学 理学院\n"),
        ("<p>一行<br>二行</p><p>次</p>", "一行\n二行\n次\n"),
        ("<p>注1&nbsp;語</p>", "注1 語\n"),
        ("<div>前<p>中</p>後</div>", "前\n中\n後\n"),
        ("<pre>甲\n乙</pre>", "甲\n乙\n"),
        ("<p>前</p><h2>見出し</h2><p>後</p>", "前\n\n見出し\n後\n"),
        ("<p>&lt;b&gt; &#x20BB7;</p>", "<b> 𠮷\n"),
    ] {
        assert_eq!(text(body), want, "{body}");
    }
}

#[test]
fn raised_and_lowered_digits_become_unicode_and_words_stay() {
    for (body, want) in [
        ("<p>細胞<sup>1</sup>は</p>", "細胞¹は\n"),
        ("<p>10<sup>−6</sup></p>", "10⁻⁶\n"),
        ("<p>CO<sub>2</sub></p>", "CO₂\n"),
        ("<p>語<sup>1,2</sup></p>", "語¹,²\n"),
        ("<p>語<sup><a href='#n'>３</a></sup></p>", "語³\n"),
        ("<p>光<sup>[用語1]</sup>と<sup>※1</sup>と<sup>注1）</sup></p>", "光[用語1]と※1と注1）\n"),
        ("<p>1<sup>st</sup></p>", "1st\n"),
        ("<p>x<span style='vertical-align: super'>2</span></p>", "x²\n"),
        ("<p><ruby>視床<rp>(</rp><rt>ししょう</rt><rp>)</rp></ruby>下部</p>", "視床下部\n"),
    ] {
        assert_eq!(text(body), want, "{body}");
    }
}

#[test]
fn lists_print_their_numbers_once() {
    for (body, want) in [
        ("<ol><li>甲</li><li>乙</li></ol>", "1. 甲\n2. 乙\n"),
        ("<ol start=3 type=a><li>甲</li><li value=9>乙</li></ol>", "c. 甲\ni. 乙\n"),
        ("<ol type=i><li>甲</li><li>乙</li></ol>", "i. 甲\nii. 乙\n"),
        ("<ol><li>1) 甲</li><li>（2）乙</li><li>※3 丙</li></ol>", "1) 甲\n（2）乙\n※3 丙\n"),
        ("<ol style='list-style: none'><li>甲</li></ol>", "甲\n"),
        ("<ul><li>甲</li><li>乙</li></ul>", "甲\n乙\n"),
        ("<ol reversed><li>甲</li><li>乙</li></ol>", "2. 甲\n1. 乙\n"),
    ] {
        assert_eq!(text(body), want, "{body}");
    }
}

#[test]
fn blocks_say_what_each_line_is() {
    let page = "<title>題 名</title><h1>題</h1><p>文</p><dl><dt>語</dt><dd>説明</dd></dl>\
                <table><tr><th>用語</th><td>一つ<br>二つ<p>三つ</p></td></tr></table><ul><li>項</li></ul>\
                <section role='doc-endnotes'><ol><li id=n1>注の文 <a href='#r1'>↩</a></li></ol></section>";
    let release = released(page.as_bytes());
    let want = [
        ("Heading", "題"),
        ("Paragraph", "文"),
        ("DefinedTerm", "語"),
        ("Description", "説明"),
        ("Row", "用語\t一つ 二つ 三つ"),
        ("ListItem", "項"),
        ("Note", "1. 注の文"),
    ];
    assert_eq!(blocks(&release), want.map(|(kind, text)| (kind.to_owned(), text)));
    assert_eq!(release.title.as_deref(), Some("題 名"));
}

#[test]
fn tables_for_layout_are_read_as_paragraphs() {
    let body =
        "<table><tr><td><h2>題</h2><p>文</p></td></tr></table><table><tr><td>一</td></tr><tr><td>二</td></tr></table>";
    assert_eq!(text(body), "題\n文\n一\n二\n");
}

#[test]
fn furniture_and_hidden_parts_are_left_out() {
    for (body, want) in [
        ("<nav>案内</nav><main><p>本文の長い文章</p></main><footer>所在地</footer>", "本文の長い文章\n"),
        ("<header><a>家</a></header><p>本文</p><aside>横</aside>", "本文\n"),
        ("<p>本文</p><p hidden>隠</p><p style='display: none'>隠</p><script>x</script><style>y</style>", "本文\n"),
        ("<div class='breadcrumb'>家 &gt; 報道</div><p>本文</p>", "本文\n"),
        ("<form><p>本文</p><button>送る</button></form>", "本文\n"),
        ("<h1>題</h1><p>短</p><div id=contents><p>本文の長い長い文章</p></div>", "題\n本文の長い長い文章\n"),
        ("<p>本文の長い文章</p><main><p>短</p></main>", "本文の長い文章\n短\n"),
        ("<p>本文</p><aside class=footnotes><p>注の文</p></aside>", "本文\n注の文\n"),
    ] {
        assert_eq!(text(body), want, "{body}");
    }
}

#[test]
fn the_declared_encoding_is_used() {
    let page =
        |label: &str| format!("<html><head><meta charset=\"{label}\"></head><body><p>視床下部の表示</p></body></html>");
    for (bytes, encoding) in [
        (SHIFT_JIS.encode(&page("Shift_JIS")).0.into_owned(), "Shift_JIS"),
        (EUC_JP.encode(&page("euc-jp")).0.into_owned(), "EUC-JP"),
        (page("utf-8").into_bytes(), "UTF-8"),
        (page("Shift_JIS").into_bytes(), "UTF-8"),
    ] {
        let release = released(&bytes);
        assert_eq!(release.text, "視床下部の表示\n", "{encoding}");
        assert_eq!(release.source.encoding.as_deref(), Some(encoding));
    }
}

#[test]
fn what_a_page_states_in_json_is_read_and_other_scripts_are_not() {
    let page = "<html><head><script>\"<p x='\"</script><script type=\"application/ld+json\">{\"@type\": \"NewsArticle\", \
                \"headline\": \"<i>ｶﾞﾝ</i>と葛\"}</script></head><body><p>視床下部の表示</p></body></html>";
    let release = released(page.as_bytes());
    assert_eq!(release.properties.titles, ["<i>ｶﾞﾝ</i>と葛"]);
    assert_eq!(release.text, "視床下部の表示\n");
}

#[test]
fn a_page_without_text_is_empty() {
    assert_eq!(refused(b"<html><body><script>x</script></body></html>").code(), "empty_document");
}
