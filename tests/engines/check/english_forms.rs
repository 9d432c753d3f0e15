//! English word forms: a plural or past form that no rule gives counts as use of a term, and a fix writes the right one.

use taiyaku_language::model::{Rule, Side};

use super::Direction::{IntoEnglish, IntoJapanese};
use super::{Base, found, marked, mended, owned};

/// Singulars and their plurals as a text has them.
const PLURALS: &[(&str, &str)] = &[
    ("rat", "Rats"),
    ("woman", "Women"),
    ("man", "Men"),
    ("child", "Children"),
    ("tooth", "Teeth"),
    ("foot", "Feet"),
    ("goose", "Geese"),
    ("louse", "Lice"),
    ("mouse", "Mice"),
    ("leaf", "Leaves"),
    ("calf", "Calves"),
    ("half", "Halves"),
    ("wolf", "Wolves"),
    ("life", "Lives"),
    ("knife", "Knives"),
    ("shelf", "Shelves"),
    ("gas", "Gases"),
    ("bus", "Buses"),
    ("lens", "Lenses"),
    ("virus", "Viruses"),
    ("iris", "Irises"),
    ("series", "Series"),
    ("species", "Species"),
    ("genus", "Genera"),
    ("corpus", "Corpora"),
    ("axis", "Axes"),
    ("criterion", "Criteria"),
    ("datum", "Data"),
    ("fetus", "Fetuses"),
    ("index", "Indices"),
    ("index", "Indexes"),
    ("appendix", "Appendices"),
    ("ovum", "Ova"),
    ("stimulus", "Stimuli"),
    ("focus", "Foci"),
    ("focus", "Focuses"),
    ("alga", "Algae"),
    ("larva", "Larvae"),
    ("formula", "Formulae"),
    ("formula", "Formulas"),
    ("vertebra", "Vertebrae"),
    ("quiz", "Quizzes"),
    ("tomato", "Tomatoes"),
    ("echo", "Echoes"),
    ("hero", "Heroes"),
    ("ox", "Oxen"),
    ("person", "People"),
    ("person", "Persons"),
    ("fish", "Fish"),
    ("brain", "Brains"),
    ("stomach", "Stomachs"),
    ("box", "Boxes"),
    ("process", "Processes"),
    ("fly", "Flies"),
    ("study", "Studies"),
    ("quantum", "Quanta"),
    ("stratum", "Strata"),
    ("hypothesis", "Hypotheses"),
    ("matrix", "Matrices"),
    ("cortex", "Cortices"),
    ("nucleus", "Nuclei"),
    ("spectrum", "Spectra"),
    ("bacterium", "Bacteria"),
    ("die", "Dice"),
    ("thief", "Thieves"),
    ("vertex", "Vertices"),
    ("ganglion", "Ganglia"),
    ("crisis", "Crises"),
    ("diagnosis", "Diagnoses"),
    ("basis", "Bases"),
    ("base", "Bases"),
    ("axe", "Axes"),
    ("mean", "Means"),
    ("cache", "Caches"),
    ("shoe", "Shoes"),
    ("curve", "Curves"),
    ("valve", "Valves"),
    ("size", "Sizes"),
    ("headache", "Headaches"),
];

#[test]
fn a_plural_counts_as_use_of_its_singular() {
    for (one, several) in PLURALS {
        let (ja, en) = ("ja:対象", format!("en:{one}"));
        let base = Base::new(IntoEnglish, &[&[ja, en.as_str()]]);
        let target = format!("{several} were described.");
        for pair in [("対象を述べた。", target.as_str()), ("対象", several), ("対象が2つ", &format!("two {several}"))]
        {
            assert_eq!(found(Rule::TermNotUsed, &base, IntoEnglish, &[pair]), [], "{one} {several}");
        }
    }
}

#[test]
fn a_plural_in_the_source_is_the_term_too() {
    for (one, several) in PLURALS.iter().filter(|(_, several)| *several != "Means") {
        let (ja, en) = ("ja:対象", format!("en:{one}"));
        let base = Base::new(IntoJapanese, &[&[en.as_str(), ja]]);
        let pair = (format!("{several} were described."), "述べた。");
        let pair = (pair.0.as_str(), pair.1);
        let found = found(Rule::TermNotUsed, &base, IntoJapanese, &[pair]);
        let got: Vec<String> = found.iter().map(|finding| marked(finding, Side::Source, &[pair])).collect();
        assert_eq!(got, [*several], "{one}");
    }
}

#[test]
fn forms_of_names_of_several_words_and_of_irregular_verbs_count() {
    for (name, target) in [
        ("nucleus of cell", "The nuclei of cells"),
        ("woman in labor", "Women in labour"),
        ("mother cell", "Mother cells"),
        ("stem cell", "Stem-cells"),
        ("cell-free system", "Cell free systems"),
        ("T cell", "T-cells"),
        ("tumor", "Tumours"),
        ("estrogen", "Oestrogens"),
        ("optimize", "They optimise it"),
        ("bind", "It was bound"),
        ("grow", "It grew"),
        ("freeze", "The sample froze"),
        ("arise", "It arose"),
        ("break", "A broken strand"),
        ("shrink", "It shrank"),
        ("spread", "It spreads"),
    ] {
        let (ja, en) = ("ja:対象", format!("en:{name}"));
        let base = Base::new(IntoEnglish, &[&[ja, en.as_str()]]);
        assert_eq!(found(Rule::TermNotUsed, &base, IntoEnglish, &[("対象だ", target)]), [], "{name}: {target}");
    }
}

#[test]
fn words_that_only_look_like_a_form_do_not_count() {
    for (name, target) in [
        ("specie", "Species differ"),
        ("gas", "A gauze"),
        ("lens", "The len"),
        ("new", "The news"),
        ("axis", "An axe"),
        ("base", "The basis"),
        ("process", "The proces"),
        ("mouse", "A mousse"),
        ("specimen", "Speciman"),
    ] {
        let (ja, en) = ("ja:対象", format!("en:{name}"));
        let base = Base::new(IntoEnglish, &[&[ja, en.as_str()]]);
        assert_eq!(found(Rule::TermNotUsed, &base, IntoEnglish, &[("対象だ", target)]).len(), 1, "{name}: {target}");
    }
}

#[test]
fn a_fix_of_a_plural_writes_the_right_plural() {
    for (old, new, target, want) in [
        ("murine", "mouse", "Two murines ran", Some("Two mice ran")),
        ("mouse", "rat", "Mice ran", Some("Rats ran")),
        ("tooth", "fang", "Teeth grew", Some("Fangs grew")),
        ("conjecture", "hypothesis", "Both conjectures hold", Some("Both hypotheses hold")),
        ("germ", "bacterium", "Germs grew", Some("Bacteria grew")),
        ("gauge", "criterion", "Gauges differ", Some("Criteria differ")),
        ("germ", "virus", "Germs grew", Some("Viruses grew")),
        ("muscle", "gluteus", "Muscles grew", None),
    ] {
        let (ja, old, new) = ("ja:対象", format!("en!:{old}"), format!("en:{new}"));
        let base = Base::new(IntoEnglish, &[&[ja, new.as_str(), old.as_str()]]);
        let pair = ("対象だ", target);
        let found = found(Rule::TermForbidden, &base, IntoEnglish, &[pair]);
        assert_eq!(found.len(), 1, "{target}");
        let fixed = found[0].fixes.first().map(|fix| mended(&owned(&[pair]), fix)[0].1.clone());
        assert_eq!(fixed.as_deref(), want, "{target}");
    }
}
