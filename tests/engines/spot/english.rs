//! English texts: case, plurals, hyphens and spaces vary; symbols do not.

use taiyaku_language::model::Lang;

use super::found;

#[test]
fn terms_are_found_in_every_form_but_not_inside_another_word() {
    for (terms, text, want) in [
        (&["neural network"][..], "Deep Neural networks learn.", &["Neural networks"][..]),
        (&["neural network"], "neural-network based", &["neural-network"]),
        (&["neural network"], "It is neural. Network", &[]),
        (&["cell-free protein system"], "cell free protein systems", &["cell free protein systems"]),
        (&["cell-free synthesis"], "cellfree synthesis", &["cellfree synthesis"]),
        (&["cell", "cell-free system"], "a cell-free system", &["cell-free system", "[cell]"]),
        (&["systems biology"], "Systems biology", &["Systems biology"]),
        (&["systems biology"], "system biology", &[]),
        (&["interferon gamma"], "interferon-γ", &["interferon-γ"]),
        (&["tumor"], "tumours", &["tumours"]),
        (&["DNA"], "DNase, DNA and mDNA", &["DNA"]),
        (&["DNA"], "dna", &[]),
        (&["IL-1"], "IL-10 and IL-1", &["IL-1"]),
        (&["Cdkn1a"], "CDKN1A, Cdkn1a", &["Cdkn1a"]),
        (&["GPCR"], "two GPCRs", &["GPCRs"]),
        (&["CaS"], "Ca", &[]),
        (&["Parkinson's disease"], "Parkinson’s disease", &["Parkinson’s disease"]),
        (&["Ca2+"], "Ca2+ ions", &["Ca2+"]),
        (&["virus"], "viru and virus", &["virus"]),
        (&["neural network"], "ｎｅｕｒａｌ\r\nnetwork", &["ｎｅｕｒａｌ\r\nnetwork"]),
        (&["machine learning", "learning rate"], "machine learning rate", &["machine learning"]),
        (&["RNA"], "日本語のRNAの例", &["RNA"]),
    ] {
        assert_eq!(found(&Lang::EN, terms, text), want, "{terms:?} in {text}");
    }
}
