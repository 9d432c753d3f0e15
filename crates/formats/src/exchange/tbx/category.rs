//! The data categories of TBX-Basic and TBX-Linguist: where each may stand and what it may say.

/// A data category.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Category {
    /// Its name: the `type` of DCA, the element of DCT.
    pub(super) name: &'static str,
    /// The element of DCA it is a `type` of.
    pub(super) element: &'static str,
    /// The module that has it.
    pub(super) module: Module,
    /// Where it may stand; nothing where the place does not matter.
    pub(super) levels: &'static [Level],
    /// The values it may have; nothing for any text.
    pub(super) values: &'static [&'static str],
}

/// A module of data categories.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Module {
    Min,
    Basic,
    Linguist,
}

/// A level of a concept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Level {
    Concept,
    Language,
    Term,
}

impl Level {
    /// What it is called in a message.
    pub(super) fn title(self) -> &'static str {
        match self {
            Self::Concept => "a concept",
            Self::Language => "a language section",
            Self::Term => "a term",
        }
    }
}

use Level::{Concept, Language, Term};
use Module::{Basic, Linguist, Min};

type Row = (&'static str, &'static str, Module, &'static [Level], &'static [&'static str]);

const ROWS: [Row; 24] = [
    (
        "administrativeStatus",
        "termNote",
        Min,
        &[Term],
        &["preferredTerm-admn-sts", "admittedTerm-admn-sts", "deprecatedTerm-admn-sts", "supersededTerm-admn-sts"],
    ),
    ("partOfSpeech", "termNote", Min, &[Term], &["noun", "verb", "adjective", "adverb", "other"]),
    ("subjectField", "descrip", Min, &[Concept], &[]),
    ("customerSubset", "admin", Min, &[Concept, Term], &[]),
    ("externalCrossReference", "xref", Min, &[], &[]),
    ("definition", "descrip", Basic, &[Concept, Language], &[]),
    ("context", "descrip", Basic, &[Term], &[]),
    ("source", "admin", Basic, &[], &[]),
    (
        "termType",
        "termNote",
        Basic,
        &[Term],
        &["fullForm", "acronym", "abbreviation", "shortForm", "variant", "phrase"],
    ),
    ("grammaticalGender", "termNote", Basic, &[Term], &["masculine", "feminine", "neuter", "other"]),
    ("geographicalUsage", "termNote", Basic, &[Term], &[]),
    (
        "termLocation",
        "termNote",
        Basic,
        &[Term],
        &[
            "checkBox",
            "comboBox",
            "comboBoxElement",
            "dialogBox",
            "groupBox",
            "informativeMessage",
            "interactiveMessage",
            "menuItem",
            "progressBar",
            "pushButton",
            "radioButton",
            "slider",
            "spinBox",
            "tab",
            "tableText",
            "textBox",
            "toolTip",
            "user-definedType",
        ],
    ),
    ("projectSubset", "admin", Basic, &[Concept, Term], &[]),
    ("crossReference", "ref", Basic, &[Concept, Term], &[]),
    ("xGraphic", "xref", Basic, &[Concept, Language], &[]),
    ("transactionType", "transac", Basic, &[], &["origination", "modification"]),
    ("responsibility", "transacNote", Basic, &[], &[]),
    ("grammaticalNumber", "termNote", Linguist, &[Term], &["singular", "plural", "dual", "mass", "otherNumber"]),
    ("reading", "admin", Linguist, &[Term], &[]),
    ("readingNote", "adminNote", Linguist, &[Term], &[]),
    (
        "register",
        "termNote",
        Linguist,
        &[Term],
        &[
            "colloquialRegister",
            "neutralRegister",
            "technicalRegister",
            "in-houseRegister",
            "bench-levelRegister",
            "slangRegister",
            "vulgarRegister",
        ],
    ),
    ("transferComment", "termNote", Linguist, &[Term], &[]),
    // Elements of the core, which belong to no module.
    ("note", "note", Min, &[], &[]),
    ("date", "date", Min, &[], &[]),
];

static CATEGORIES: [Category; ROWS.len()] = {
    let mut all = [const { Category { name: "", element: "", module: Min, levels: &[], values: &[] } }; ROWS.len()];
    let mut at = 0;
    while at < ROWS.len() {
        let (name, element, module, levels, values) = ROWS[at];
        all[at] = Category { name, element, module, levels, values };
        at += 1;
    }
    all
};

impl Category {
    /// The category of this name.
    pub(super) fn named(name: &str) -> Option<&'static Self> {
        CATEGORIES.iter().find(|category| category.name == name)
    }

    /// Whether it belongs to the core of TBX and to no module.
    pub(super) fn is_core(&self) -> bool {
        self.element == self.name
    }

    /// Whether it may stand at this level.
    pub(super) fn may_stand_at(&self, level: Level) -> bool {
        self.levels.is_empty() || self.levels.contains(&level)
    }

    /// Whether it may say this. `properNoun` is a part of speech of 2008 alone.
    pub(super) fn may_say(&self, value: &str, version: u8) -> bool {
        self.values.is_empty()
            || self.values.contains(&value)
            || (version == 2 && self.name == "partOfSpeech" && value == "properNoun")
    }
}
