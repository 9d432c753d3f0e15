//! The closed word lists of the JSON contract.
//!
//! Each list is converted exhaustively from the enum it publishes, in both directions: a new variant of that enum does not
//! compile until its word is decided here, and the model's enums never appear in an answer themselves.

mod checks;
mod documents;
mod exports;
mod memory;
mod people;
mod terms;

use utoipa::openapi::RefOr;
use utoipa::openapi::schema::{ObjectBuilder, Schema, Type};

pub(crate) use checks::{BracketsWord, RuleActionWord, RuleWord, SeverityWord, SideWord, SpacingWord, WidthWord};
pub(crate) use documents::{
    AliasWord, CorrectionObstacleWord, CorrectionWord, CoverageWord, DocumentOutcomeWord, EnglishFormWord,
    EvidenceMethodWord, FileFormatWord, ImportOutcomeWord, ImportStateWord, MediaWord, MergeRuleWord,
    MetadataFieldWord, MetadataSignWord, MethodWord, OutcomeWord, PlannedOutcomeWord, RelationWord, RowChangeWord,
    SkipReasonWord, SourceFormatWord, SourceUseWord, WorkListWord,
};
pub(crate) use exports::{
    ExportFormatWord, FactWord, IncludedReviewWord, OmissionWord, ProfileWord, SegmentOmissionWord,
};
pub(crate) use memory::{ConcordanceModeWord, EditWord, MatchClassWord, PenaltyWord, RepairWord};
pub(crate) use people::{
    ActionWord, BulkKindWord, CallerSourceWord, DecisionOutcomeWord, DecisionWord, EntityWord, OpenStandingWord,
    RoleWord, RowOutcomeWord, SheetFormatWord, StandingWord,
};
pub(crate) use terms::{
    ConflictWord, DictionaryMatchWord, EvidenceWord, MatchWord, PartOfSpeechWord, ReadingOriginWord, ReviewWord,
    TermKindWord, UsageWord,
};

/// A closed list of words that JSON uses.
pub(crate) trait Word: Copy + 'static {
    /// All of them, in their documented order.
    const ALL: &'static [Self];

    /// The word as JSON writes it.
    fn as_str(self) -> &'static str;
}

/// The schema of a word list with these lines of documentation.
fn schema<W: Word>(documentation: &[&str]) -> RefOr<Schema> {
    let description = documentation.iter().map(|line| line.trim()).collect::<Vec<_>>().join("\n");
    ObjectBuilder::new()
        .schema_type(Type::String)
        .description(Some(description))
        .enum_values(Some(W::ALL.iter().map(|word| word.as_str())))
        .into()
}

/// Declares a word list: `Name { Variant = "word", }`, or `Name from Published { … }` for one that publishes another enum. In that,
/// `Variant(Inner) { … }` before the words are the words of a variant that holds another enum, and `} except { Variant, }` after
/// them are variants without a word, for a list of what a request may choose.
macro_rules! words {
    ($(#[doc = $doc:literal])* $name:ident from $published:ident {
        $outer:ident($inner:ident) { $($held:ident = $held_word:literal,)* }
        $($variant:ident = $word:literal,)*
    }) => {
        $crate::answer::words::words! { $(#[doc = $doc])* $name { $($held = $held_word,)* $($variant = $word,)* } }
        impl From<$published> for $name {
            fn from(published: $published) -> Self {
                match published {
                    $($published::$outer($inner::$held) => Self::$held,)*
                    $($published::$variant => Self::$variant,)*
                }
            }
        }
        impl From<$name> for $published {
            fn from(word: $name) -> Self {
                match word {
                    $($name::$held => Self::$outer($inner::$held),)*
                    $($name::$variant => Self::$variant,)*
                }
            }
        }
    };
    ($(#[doc = $doc:literal])* $name:ident from $published:ty {
        $($variant:ident = $word:literal,)*
    } except { $($excluded:ident,)* }) => {
        $crate::answer::words::words! { $(#[doc = $doc])* $name { $($variant = $word,)* } }
        // Compiles only while every variant is decided on.
        const _: fn($published) = |published| match published {
            $(<$published>::$variant => (),)*
            $(<$published>::$excluded => (),)*
        };
        impl From<$name> for $published {
            fn from(word: $name) -> Self {
                match word { $($name::$variant => Self::$variant,)* }
            }
        }
    };
    ($(#[doc = $doc:literal])* $name:ident from $published:ty { $($variant:ident = $word:literal,)* }) => {
        $crate::answer::words::words! { $(#[doc = $doc])* $name { $($variant = $word,)* } }
        impl From<$published> for $name {
            fn from(published: $published) -> Self {
                match published { $(<$published>::$variant => Self::$variant,)* }
            }
        }
        impl From<$name> for $published {
            fn from(word: $name) -> Self {
                match word { $($name::$variant => Self::$variant,)* }
            }
        }
    };
    ($(#[doc = $doc:literal])* $name:ident { $($variant:ident = $word:literal,)* }) => {
        $(#[doc = $doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
        pub(crate) enum $name { $(#[serde(rename = $word)] $variant,)* }
        impl $crate::answer::words::Word for $name {
            const ALL: &'static [Self] = &[$(Self::$variant,)*];
            fn as_str(self) -> &'static str { match self { $(Self::$variant => $word,)* } }
        }
        // Derived, the schema would not see words that come through a macro.
        impl utoipa::PartialSchema for $name {
            fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::Schema> {
                $crate::answer::words::schema::<Self>(&[$($doc,)*])
            }
        }
        impl utoipa::ToSchema for $name {
            fn name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }
        }
    };
}
use words;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model;

    /// The words of a list as JSON writes them.
    fn written<W: Word + serde::Serialize>() -> Vec<String> {
        W::ALL.iter().map(|word| serde_json::to_value(word).unwrap().as_str().unwrap().to_owned()).collect()
    }

    #[test]
    fn a_word_is_written_as_it_is_called() {
        fn same<W: Word + serde::Serialize>() {
            let called: Vec<&str> = W::ALL.iter().map(|word| word.as_str()).collect();
            assert_eq!(written::<W>(), called);
        }
        same::<TermKindWord>();
        same::<MethodWord>();
        same::<RuleWord>();
        same::<ExportFormatWord>();
        same::<EntityWord>();
    }

    #[test]
    fn output_for_people_and_json_use_the_same_words() {
        fn same<M: From<W>, W: Word>(called: fn(M) -> &'static str) {
            for word in W::ALL {
                assert_eq!(called(M::from(*word)), word.as_str());
            }
        }
        same::<model::TermKind, TermKindWord>(model::TermKind::as_str);
        same::<model::Usage, UsageWord>(model::Usage::as_str);
        same::<model::Review, ReviewWord>(model::Review::as_str);
        same::<model::EvidenceKind, EvidenceWord>(model::EvidenceKind::as_str);
        same::<model::Method, MethodWord>(model::Method::as_str);
        same::<model::EvidenceMethod, EvidenceMethodWord>(model::EvidenceMethod::as_str);
        same::<model::SourceFormat, SourceFormatWord>(model::SourceFormat::as_str);
        same::<model::Review, IncludedReviewWord>(model::Review::as_str);
        same::<crate::app::review::Standing, OpenStandingWord>(crate::app::review::Standing::as_str);
        same::<crate::app::worklist::WorkListKind, WorkListWord>(crate::app::worklist::WorkListKind::as_str);
        same::<model::Relation, RelationWord>(model::Relation::as_str);
        same::<model::Media, MediaWord>(model::Media::as_str);
        same::<model::Rule, RuleWord>(model::Rule::as_str);
        same::<model::Severity, SeverityWord>(model::Severity::as_str);
        same::<model::Side, SideWord>(model::Side::as_str);
        same::<model::Role, RoleWord>(model::Role::as_str);
        same::<crate::app::review::Standing, StandingWord>(crate::app::review::Standing::as_str);
        same::<crate::app::sources::SourceUse, SourceUseWord>(crate::app::sources::SourceUse::as_str);
    }
}
