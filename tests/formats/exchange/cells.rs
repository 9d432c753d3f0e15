//! Cells that a spreadsheet would run become text, and the text comes back.

use proptest::prelude::*;
use taiyaku_formats::exchange::{guard, unguard};

#[test]
fn only_cells_that_look_like_formulas_get_an_apostrophe() {
    for (text, cell) in [
        ("=1+1", "'=1+1"),
        ("+81", "'+81"),
        ("-omics", "'-omics"),
        ("@home", "'@home"),
        ("\tx", "'\tx"),
        ("\rx", "'\rx"),
        ("＝ＳＵＭ", "'＝ＳＵＭ"),
        ("＠", "'＠"),
        ("'=1", "''=1"),
        ("''=1", "'''=1"),
        ("'90s", "'90s"),
        ("'", "'"),
        ("a=b", "a=b"),
        ("ー", "ー"),
        ("𠮷", "𠮷"),
        ("", ""),
    ] {
        assert_eq!(guard(text), cell, "{text:?}");
        assert_eq!(unguard(cell), text, "{cell:?}");
    }
}

proptest! {
    #[test]
    fn every_text_comes_back_from_its_cell(text in "'{0,3}[=+@＝－\t\r-]?\\PC{0,8}") {
        let cell = guard(&text);
        prop_assert_eq!(unguard(&cell), text.as_str());
        prop_assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']));
    }
}
