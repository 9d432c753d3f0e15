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
        (&["mouse"], "Mice, a mouse and mousse", &["Mice", "mouse"]),
        (&["woman in labor"], "two women in labour", &["women in labour"]),
        (&["women in labor"], "a woman in labor", &["woman in labor"]),
        (&["nucleus of cell"], "the nuclei of cells", &["nuclei of cells"]),
        (&["inhibitor of apoptosis"], "Inhibitors of apoptosis", &["Inhibitors of apoptosis"]),
        (&["inhibitor of apoptosis"], "inhibitors or apoptosis", &[]),
        (&["red blood cell"], "red blood cells", &["red blood cells"]),
        (&["mother cell"], "mother cells and mothers", &["mother cells"]),
        (&["white mouse"], "white mice's", &["white mice"]),
        (&["T cell"], "T-cells, T cells", &["T-cells", "T cells"]),
        (&["cell-free"], "cell free", &["cell free"]),
        (&["axis"], "the axes", &["axes"]),
        (&["axe"], "the axes", &["axes"]),
        (&["base"], "the bases", &["bases"]),
        (&["basis"], "the bases", &["bases"]),
        (&["analysis"], "analyses", &["analyses"]),
        (&["genus", "species"], "genera and species", &["genera", "species"]),
        (&["coronavirus"], "coronaviruses", &["coronaviruses"]),
        (&["lens"], "lenses", &["lenses"]),
        (&["fetus"], "foetuses", &["foetuses"]),
        (&["datum"], "data", &["data"]),
        (&["data"], "data", &["data"]),
        // Words that only look like a plural of the term.
        (&["mean"], "by means of", &[]),
        (&["specie"], "species", &[]),
        (&["len"], "lens", &[]),
        (&["new"], "news", &[]),
        (&["gase"], "gas", &[]),
        (&["viru"], "viruses", &[]),
        (&["proces"], "process, processes", &[]),
        (&["physic"], "physics", &[]),
        (&["speciman"], "specimen", &[]),
    ] {
        assert_eq!(found(&Lang::EN, terms, text), want, "{terms:?} in {text}");
    }
}
