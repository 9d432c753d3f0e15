//! The words answers use where one of few is meant. They document the model's own; a live answer is tested against them.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$note:meta])* $variant:ident,)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
        #[serde(rename_all = "snake_case")]
        pub(crate) enum $name { $($(#[$note])* $variant,)* }
    };
}

words! {
    /// What kind of designation a term is: `full_form`, `abbreviation`, `symbol` (case matters) or `variant`.
    TermKindWord { FullForm, Abbreviation, Symbol, Variant, }
}
words! {
    /// Whether to use a term.
    UsageWord { Preferred, Admitted, Deprecated, Forbidden, }
}
words! {
    /// Whether a person has looked: `candidate` and `suggested` are the program's own, `approved` and `rejected` a person's.
    ReviewWord { Candidate, Suggested, Approved, Rejected, }
}
words! {
    /// How a term stands in review.
    StandingWord { Candidate, Suggested, SuggestedStrong, Approved, Rejected, }
}
words! {
    /// The kind of a decision.
    DecisionWord { Accept, Edit, Reject, Merge, Split, Retire, Usage, Note, Scope, }
}
words! {
    /// What became of a decision: `done`, `unchanged` (it was so already) or `refused`.
    DecidedWord { Done, Unchanged, Refused, }
}
words! {
    /// What became of a row of a sheet.
    RowWord { Done, Unchanged, Skipped, Conflict, Problem, }
}
words! {
    /// Part of speech.
    PartOfSpeechWord { Noun, Verb, Adjective, Adverb, Other, }
}
words! {
    /// What two concepts of one name disagree about.
    ConflictWord { Definition, English, }
}
words! {
    /// What sort of witness: a place in a release, a shipped starter term, an imported row, or a person.
    WitnessWord { Document, Curated, Import, Person, }
}
words! {
    /// How a term matched, best first.
    MatchWord { Exact, Variant, Reading, Prefix, Substring, Fuzzy, }
}
words! {
    /// What the bytes of a release are.
    MediaWord { Text, Pdf, Html, Docx, }
}
words! {
    /// What an alias is to its term.
    AliasWord { Abbr, Expansion, Gloss, Synonym, Reading, Component, Variant, }
}
words! {
    /// What the two sides of a link are to each other.
    RelationWord { Equivalent, AbbreviationOf, Title, Organisation, Related, }
}
words! {
    /// How a link was found.
    MethodWord { InlineGloss, InlineGlossEn, HeadGloss, DefinitionGloss, CaptionGloss, TitlePair, Identity, }
}
words! {
    /// What became of a document: `created`, `updated` (known, but read with older rules) or `unchanged`.
    OutcomeWord { Created, Updated, Unchanged, }
}
words! {
    /// In which way a remembered source text is like the segment, best first: the same in the same place, the same, the same
    /// but for width, case and spaces, the same but for numbers and tags, alike.
    MatchClassWord { Context, Exact, Form, Placeables, Fuzzy, }
}
words! {
    /// What takes points off a match.
    PenaltyWord {
        UnplacedValues, UnreviewedAlignment, WeakAlignment, UnreviewedImport, SeveralTargets, ForbiddenTerm, TagsDiffer,
        OtherField,
    }
}
words! {
    /// A step from one text to another.
    EditWord { Equal, Insert, Delete, Replace, }
}
words! {
    /// What was put into a target: a number or other value, or a term.
    ChangeWord { Value, Term, }
}
words! {
    /// What is looked for: the text as a whole, or all of its words in any order.
    ConcordanceModeWord { Text, Words, }
}
words! {
    /// What was done.
    ActionWord { Created, Updated, Deleted, }
}
words! {
    /// To what kind of thing.
    EntityWord { Release, Concept, Term, Segment, Source, Token, Ignore, CheckSettings, }
}
words! {
    /// A file format; `tbx` is `tbx2`.
    FormatWord { Csv, CsvExcel, Tbx, Tbx2, Tbx3, Omegat, Tmx, }
}
words! {
    /// The kind of reader a file is for.
    ProfileWord { Standard, Omegat, }
}
words! {
    /// What became of the entries of a source: terms of the project, or evidence that is only looked up.
    KeptWord { Terms, Evidence, }
}
words! {
    /// What a draft is looked at for.
    RuleWord {
        TermNotUsed, TermForbidden, SourceInconsistent, TermInconsistent, Numbers, Untranslated, AbbreviationUnexpanded,
        Style, TermWithoutTranslation,
    }
}
words! {
    /// How much a finding matters: surely wrong, most likely wrong, worth a look, good to know.
    SeverityWord { Error, Warning, Information, Hint, }
}
words! {
    /// What becomes of the findings of a rule: left out, as grave as the rule says, or as grave as this.
    WantedWord { Off, Usual, Error, Warning, Information, Hint, }
}
words! {
    /// How wide Latin letters and digits are in Japanese.
    WidthWord { Half, Full, Any, }
}
words! {
    /// How wide round brackets are in Japanese.
    BracketsWord { Half, Full, Any, }
}
words! {
    /// What stands between kanji or kana and Latin letters.
    SpacingWord { None, Space, Any, }
}
words! {
    /// A side of a pair of texts.
    SideWord { Source, Target, }
}
