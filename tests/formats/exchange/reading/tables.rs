//! Tables of terms as people keep them: several terms in a cell, columns named in many ways, statuses in many words.

use taiyaku_formats::exchange::{Columns, FileHint, Reader};

use super::terms::{lines, named};

/// The columns of a table with what each was read as.
fn columns(name: &str, map: Option<&str>, text: &str) -> String {
    let hint = FileHint { columns: map.map(|map| Columns::parse(map).unwrap()), ..named(name) };
    let mut reader = Reader::open(text.as_bytes(), &hint).unwrap();
    while reader.next().is_some() {}
    let column = |column: &taiyaku_formats::exchange::TableColumn| {
        format!("{}:{}={}", column.number, column.name, column.content.unwrap_or("-"))
    };
    reader.columns().iter().map(column).collect::<Vec<_>>().join(" ")
}

#[test]
fn a_cell_with_several_terms_gives_each() {
    for (text, want) in [
        ("ja,en\n細胞死,cell death; apoptosis\n", vec!["ja:細胞死 en:cell death en:apoptosis"]),
        (
            "ja,en\n磁気共鳴画像法（MRI）,magnetic resonance imaging (MRI)\n",
            vec!["ja:磁気共鳴画像法 ja:MRI/abbreviation en:magnetic resonance imaging en:MRI/abbreviation"],
        ),
        ("ja,en\nアポトーシス（細胞死）,apoptosis\n", vec!["ja:アポトーシス ja:細胞死 en:apoptosis"]),
        ("ja,en\n増殖 / 成長,growth\n", vec!["ja:増殖 ja:成長 en:growth"]),
        ("ja,en\n視床下部（ししょうかぶ）,hypothalamus\n", vec!["ja:視床下部/ししょうかぶ en:hypothalamus"]),
        ("ja,en\n𠮷野病;ﾖｼﾉ病,Yoshino disease\n", vec!["ja:𠮷野病 ja:ﾖｼﾉ病 en:Yoshino disease"]),
        ("ja,en\nジクロロエタン,\"1,2-dichloroethane\"\n", vec!["ja:ジクロロエタン en:1,2-dichloroethane"]),
        ("ja,en,同義語\n細胞死,apoptosis,cell death; 自死\n", vec!["ja:細胞死 ja:自死 en:apoptosis en:cell death"]),
        ("日本語,英語1,英語2\n成長,growth,development\n", vec!["ja:成長 en:growth en:development"]),
        (
            "ja,en,状態\n細胞死,cell death; suicide,禁止\n",
            vec!["ja:細胞死/forbidden en:cell death/forbidden en:suicide/forbidden"],
        ),
    ] {
        assert_eq!(lines(&named("a.csv"), text), want, "{text}");
    }
    assert_eq!(
        lines(&named("a.utx"), "#UTX 1.11; ja/en\n#src\ttgt\n細胞死\tcell death; apoptosis\n"),
        ["ja:細胞死 en:cell death en:apoptosis"]
    );
}

#[test]
fn a_doubtful_cell_is_one_term_and_a_doubt() {
    for (cell, doubts) in
        [("valve", 0), ("\"valve, check\"", 1), ("moment (physics)", 1), ("growth/division", 1), ("and/or", 0)]
    {
        let text = format!("ja,en\n語,{cell}\n");
        let rows = super::rows_with(&named("a.csv"), text.as_bytes());
        let row = rows[0].as_ref().unwrap();
        assert_eq!((row.names.len(), row.doubts.len()), (2, doubts), "{cell}");
        assert!(row.doubts.iter().all(|doubt| doubt.code() == "cell_unclear" && !doubt.ends_the_file()));
    }
}

#[test]
fn a_cell_that_would_be_run_is_read_as_text_and_told() {
    for (cell, text, column) in [
        ("=SUM(A1)", "=SUM(A1)", Some(2)),
        ("\"=SUM(A1)\"", "=SUM(A1)", Some(2)),
        ("+1 formula", "+1 formula", Some(2)),
        ("＝ＳＵＭ", "＝ＳＵＭ", Some(2)),
        ("'=SUM(A1)", "=SUM(A1)", None),
        ("\"'=SUM(A1)\"", "=SUM(A1)", None),
        ("-omics", "-omics", None),
        ("a=b", "a=b", None),
    ] {
        for (name, separator) in [("a.csv", ","), ("a.tsv", "\t")] {
            let table = ["ja", "en", "見積"].join(separator) + "\n" + &["語", cell, "=1"].join(separator) + "\n";
            let rows = super::rows_with(&named(name), table.as_bytes());
            let row = rows[0].as_ref().unwrap();
            assert_eq!(row.names[1].text, text, "{name}: {cell}");
            let told: Vec<_> = row.doubts.iter().map(|doubt| (doubt.code(), doubt.column())).collect();
            let expected: Vec<_> = column.map(|column| ("cell_like_formula", Some(column))).into_iter().collect();
            assert_eq!(told, expected, "{name}: {cell}");
        }
    }
}

#[test]
fn spreadsheets_say_the_separator_and_break_lines_in_cells() {
    for (name, text, want) in [
        ("a.csv", "sep=;\r\nja;en\r\n量子井戸;quantum well\r\n", vec!["ja:量子井戸 en:quantum well"]),
        ("a.csv", "\u{feff}\"sep=,\"\r\n日本語,英語\r\n細線,wire\r\n", vec!["ja:細線 en:wire"]),
        ("a", "SEP=\t\nja\ten\n点\tdot\n", vec!["ja:点 en:dot"]),
        (
            "a.tsv",
            "ja\ten\tnote\r\n管\t\"5\"\" tube\"\tx\r\n弁\tvalve\t\"a\nb\"\r\n",
            vec!["ja:管 en:5\" tube !x", "ja:弁 en:valve !a\nb"],
        ),
        ("a.tsv", "ja\ten\n\"かぎ\"括弧\t\"quote\" bracket\n", vec!["ja:\"かぎ\"括弧 en:\"quote\" bracket"]),
        ("a.tsv", "ja\ten\n\"引用\tquotation\n次\tnext\n", vec!["ja:\"引用 en:quotation", "ja:次 en:next"]),
    ] {
        assert_eq!(lines(&named(name), text), want, "{text}");
    }
}

#[test]
fn a_status_is_used_whatever_its_column_is_called_and_never_guessed() {
    for (text, want) in [
        ("ja,en,使用\n焼結,baking,禁止\n", "ja:焼結/forbidden en:baking/forbidden"),
        ("日本語,英語,使用可否\n焼結,baking,不可\n", "ja:焼結/forbidden en:baking/forbidden"),
        ("ja\ten\tStatus (EN)\n焼結\tbaking\tDo not use\n", "ja:焼結/forbidden en:baking/forbidden"),
        ("ja,en,可否\n焼結,sintering,○\n", "ja:焼結/admitted en:sintering/admitted"),
        ("ja,en,状態\n焼結,sintering,推奨\n", "ja:焼結/preferred en:sintering/preferred"),
        ("ja,en,状態\n焼結,sintering,有効\n", "ja:焼結 en:sintering"),
        ("ja,en,禁止\n焼結,baking,○\n", "ja:焼結/forbidden en:baking/forbidden"),
        ("ja,en,禁止\n焼結,baking,×\n", "ja:焼結/forbidden en:baking/forbidden"),
        ("ja,en,禁止\n焼結,sintering,\n", "ja:焼結 en:sintering"),
        ("ja,en,Preferred\n焼結,sintering,yes\n", "ja:焼結/preferred en:sintering/preferred"),
        ("ja,en,使用\n焼結,baking,要注意\n", "2:1 status_unknown"),
        ("ja,en,Usage\n焼結,baking,hmm\n", "2:1 status_unknown"),
        ("ja,en,推奨\n焼結,baking,△\n", "2:1 status_unknown"),
    ] {
        assert_eq!(lines(&named("a.csv"), text), [want], "{text}");
    }
    // A mapping does not hide it.
    let hint = FileHint { columns: Some(Columns::parse("ja=1,en=2").unwrap()), ..named("a.csv") };
    assert_eq!(lines(&hint, "用語,訳語,使用\n焼結,baking,禁止\n"), ["ja:焼結/forbidden en:baking/forbidden"]);
}

#[test]
fn utx_columns_named_otherwise_are_used() {
    let rows = |columns: &str, row: &str| {
        lines(&named("a.utx"), &format!("#UTX 1.20; ja/en; 2024-05-01\n#{columns}\n{row}\n"))
    };
    for (columns, row, want) in [
        ("ja\ten\tsrc:pos\tterm status", "焼結\tbaking\tnoun\tforbidden", "ja:焼結/noun en:baking/forbidden"),
        ("src\ttgt\tsrc:pos\tterm_status", "焼結\tbaking\tnoun\tforbidden", "ja:焼結/noun en:baking/forbidden"),
        (
            "src\ttgt\tsrc:pos\tsrc:status\ttgt:status",
            "焼結\tbaking\tnoun\tapproved\tforbidden",
            "ja:焼結/noun/approved en:baking/forbidden",
        ),
        ("src\ttgt\t使用", "焼結\tbaking\t禁止", "ja:焼結 en:baking/forbidden"),
        ("ja-JP\ten-US", "焼結\tsintering", "ja:焼結 en:sintering"),
        ("en\tja\tterm status", "baking\t焼結\tforbidden", "ja:焼結 en:baking/forbidden"),
        ("src\ttgt\tterm status", "焼結\tbaking\tno idea", "3:1 status_unknown"),
    ] {
        assert_eq!(rows(columns, row), [want], "{columns}");
    }
    assert_eq!(
        columns("a.utx", None, "#UTX 1.20; ja/en\n#ja\ten\tterm status\tx:owner\n焼結\tsintering\tapproved\tAbe\n"),
        "1:ja=source 2:en=target 3:term status=usage 4:x:owner=-"
    );
}

#[test]
fn what_each_column_was_read_as_is_told() {
    for (map, text, want) in [
        (None, "ja,en,担当者\n細胞,cell,Abe\n", "1:ja=ja 2:en=en 3:担当者=-"),
        (None, "Term (JA),Term (EN),POS\n配列,sequence,noun\n", "1:Term (JA)=ja 2:Term (EN)=en 3:POS=part_of_speech"),
        (None, "用語,英訳,使用,禁止\n細胞,cell,可,\n", "1:用語=ja 2:英訳=en 3:使用=usage 4:禁止=usage"),
        (None, "source,target\n細胞,cell\n", "1:source=ja or en 2:target=ja or en"),
        (Some("ja=1,en=2"), "細胞,cell,Abe\n", "1:=ja 2:=en 3:=-"),
        (Some("ja=1,en=3"), "用語,担当者,英訳\n細胞,Abe,cell\n", "1:用語=ja 2:担当者=- 3:英訳=en"),
    ] {
        assert_eq!(columns("a.csv", map, text), want, "{text}");
    }
}

#[test]
fn a_mapping_that_does_not_fit_is_refused_by_name() {
    let mapped = |name: &str, map: &str| FileHint { columns: Some(Columns::parse(map).unwrap()), ..named(name) };
    for (name, map, text, want) in [
        ("a.csv", "ja=1,en=2", "用語,訳語\n細胞,cell\n", "ja:細胞 en:cell"),
        ("a.csv", "ja=1,en=2", "Term,Translation\n細胞,cell\n", "ja:細胞 en:cell"),
        ("a.csv", "ja=1,en=2", "sep=,\n日本語（必須）,英語 (EN)\n細胞,cell\n", "ja:細胞 en:cell"),
        ("a.csv", "ja=1,en=9", "ja,en\n細胞,cell\n", "1:0 columns_unknown"),
        ("a.csv", "ja=1,reading=3", "細胞,cell\n", "1:0 columns_unknown"),
        ("a.po", "ja=1,en=2", "msgid \"a\"\nmsgstr \"b\"\n", "1:0 columns_not_used"),
        ("a.txt", "ja=1,en=2", "#, fuzzy\nmsgid \"a\"\nmsgstr \"b\"\n", "1:0 columns_not_used"),
        ("a.tmx", "ja=1,en=2", "<tmx version=\"1.4\"></tmx>", "1:0 columns_not_used"),
        ("a.utx", "ja=1,en=2", "#UTX 1.11; ja/en\n細胞\tcell\n", "1:0 columns_not_used"),
    ] {
        assert_eq!(lines(&mapped(name, map), text)[0], want, "{text}");
    }
}
