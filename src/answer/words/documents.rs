//! Words about releases, imported files and what was found in them.

use super::words;
use crate::app::coverage::{EnglishForm, EnglishSource};
use crate::app::folder::SkipReason;
use crate::app::import::{FileFormat, ImportState, ImportStatus, MergeRule, Outcome, RowChange};
use crate::app::ingest::Status;
use crate::app::propose::ProposalOutcome;
use crate::app::sources::SourceUse;
use crate::app::worklist::WorkListKind;
use crate::model::{
    AliasKind, CorrectionKind, CorrectionObstacle, EvidenceMethod, Media, MetadataField, MetadataSign, Method,
    Relation, SourceFormat,
};

words! {
    /// Why a file in a folder was not read.
    SkipReasonWord from SkipReason {
        LockFile = "lock_file",
        SystemFile = "system_file",
        Hidden = "hidden",
        Unfinished = "unfinished",
        Picture = "picture",
        Archive = "archive",
        Empty = "empty",
        FolderLink = "folder_link",
        OtherKind = "other_kind",
        Unreadable = "unreadable",
    }
}
words! {
    /// File type of a release.
    MediaWord from Media {
        Text = "text",
        Pdf = "pdf",
        Html = "html",
        Docx = "docx",
    }
}
words! {
    /// A fact about a release.
    MetadataFieldWord from MetadataField {
        TitleJa = "title_ja",
        TitleEn = "title_en",
        Institution = "institution",
        Date = "date",
        Journal = "journal",
        PaperTitleEn = "paper_title_en",
        PaperTitleJa = "paper_title_ja",
        Doi = "doi",
    }
}
words! {
    /// How a fact about a release was recognised: a `label` before it, a `heading` or a line at the `top` beside a date or an
    /// institution, the `file` itself (and the text holds it, too), its translation beside it (`pair`), a `sentence`, or its `form`.
    MetadataSignWord from MetadataSign {
        Label = "label",
        Heading = "heading",
        Top = "top",
        File = "file",
        Pair = "pair",
        Sentence = "sentence",
        Form = "form",
    }
}
words! {
    /// What an alias is to its term.
    AliasWord from AliasKind {
        Abbr = "abbr",
        Expansion = "expansion",
        Gloss = "gloss",
        Synonym = "synonym",
        Reading = "reading",
        Component = "component",
        Variant = "variant",
    }
}
words! {
    /// What the two sides of a link are to each other.
    RelationWord from Relation {
        Equivalent = "equivalent",
        AbbreviationOf = "abbreviation_of",
        Title = "title",
        Organisation = "organisation",
        Person = "person",
        Publication = "publication",
        Grant = "grant",
        Symbol = "symbol",
        Related = "related",
    }
}
words! {
    /// How a link was found. `title_term`, `aligned_term`, `sound` and `triangle` are proposals: the document does not say
    /// itself that the two sides belong together. `person`: a person found the English in the document.
    MethodWord from Method {
        InlineGloss = "inline_gloss",
        InlineGlossEn = "inline_gloss_en",
        HeadGloss = "head_gloss",
        DefinitionGloss = "definition_gloss",
        CaptionGloss = "caption_gloss",
        TitlePair = "title_pair",
        KeywordPair = "keyword_pair",
        PairedEntry = "paired_entry",
        Identity = "identity",
        TitleTerm = "title_term",
        AlignedTerm = "aligned_term",
        Sound = "sound",
        Triangle = "triangle",
        Person = "person",
    }
}
words! {
    /// How a piece of evidence came about: found in a document as a link (the words of `MethodWord`), as the head of a glossary
    /// entry (`entry`) or one of several things it lists (`component`), in the starter base, in an imported dictionary, in a
    /// glossary of another program, selected by a person in a text, or decided by a person.
    EvidenceMethodWord from EvidenceMethod {
        Link(Method) {
            InlineGloss = "inline_gloss",
            InlineGlossEn = "inline_gloss_en",
            HeadGloss = "head_gloss",
            DefinitionGloss = "definition_gloss",
            CaptionGloss = "caption_gloss",
            TitlePair = "title_pair",
            KeywordPair = "keyword_pair",
            PairedEntry = "paired_entry",
            Identity = "identity",
            TitleTerm = "title_term",
            AlignedTerm = "aligned_term",
            Sound = "sound",
            Triangle = "triangle",
            Person = "person",
        }
        Entry = "entry",
        Component = "component",
        Starter = "starter",
        Dictionary = "dictionary",
        Glossary = "glossary",
        Selection = "selection",
        Decision = "decision",
    }
}
words! {
    /// What a person says about a passage of a release: it is an entry, or the head, the definition or the English of one. Or an entry
    /// is none.
    CorrectionWord from CorrectionKind {
        Entry = "entry",
        Head = "head",
        Definition = "definition",
        English = "english",
        NotAnEntry = "not_an_entry",
    }
}
words! {
    /// Why a correction could not be applied: the quoted text is not in the release for certain, no entry was read there, or the
    /// passage cannot be what was said of it.
    CorrectionObstacleWord from CorrectionObstacle {
        TextNotFound = "text_not_found",
        EntryNotFound = "entry_not_found",
        NoTerm = "no_term",
        NoText = "no_text",
        TooLong = "too_long",
        NotEnglish = "not_english",
        NotJapanese = "not_japanese",
    }
}
words! {
    /// What happened: `created`, `updated` (it existed and was changed) or `unchanged` (it existed just so).
    OutcomeWord from ProposalOutcome {
        Created = "created",
        Updated = "updated",
        Unchanged = "unchanged",
    }
}
words! {
    /// What happened to a document: `created`, `updated` (read again with newer rules), `unchanged`, or `failed` (it could not be
    /// read).
    DocumentOutcomeWord from Status {
        Added = "created",
        Updated = "updated",
        Unchanged = "unchanged",
        Failed = "failed",
    }
}
words! {
    /// What happened to an imported file: `finished`, `unchanged` (imported before), `broken` (read up to a fault) or `failed`
    /// (nothing could be read).
    ImportOutcomeWord from ImportStatus {
        Finished = "finished",
        Unchanged = "unchanged",
        Broken = "broken",
        Failed = "failed",
    }
}
words! {
    /// What becomes of a row of a file.
    PlannedOutcomeWord from Outcome {
        Added = "added",
        Changed = "changed",
        Merged = "merged",
        InConflict = "in_conflict",
        Refused = "refused",
        Unchanged = "unchanged",
    }
}
words! {
    /// By which rule a row joins a concept.
    MergeRuleWord from MergeRule {
        SameEntry = "same_entry",
        SameSource = "same_source",
        SharedEnglish = "shared_english",
        NoEnglishYet = "no_english_yet",
        OnlyConcept = "only_concept",
        SimilarDefinition = "similar_definition",
    }
}
words! {
    /// What a row changes of something that is there.
    RowChangeWord from RowChange {
        Term = "term",
        Definition = "definition",
        Note = "note",
        Usage = "usage",
        Review = "review",
        Confidence = "confidence",
        Provenance = "provenance",
    }
}
words! {
    /// How an import stands: `running` (it goes on, or was interrupted), `finished`, `broken` (its file cannot be read to the end), or
    /// `undoing` (it is being undone, or its undo was interrupted; nobody sees what only it brought).
    ImportStateWord from ImportState {
        Running = "running",
        Finished = "finished",
        Broken = "broken",
        Undoing = "undoing",
    }
}
words! {
    /// What the entries of a source are used as: `terms` of the project, or `evidence` that is only looked up.
    SourceUseWord from SourceUse {
        Terms = "terms",
        Evidence = "evidence",
    }
}
words! {
    /// The format a source came in; `glossary` is a glossary that another program keeps here.
    SourceFormatWord from SourceFormat {
        Tbx = "tbx",
        Utx = "utx",
        Xliff = "xliff",
        Edict = "edict",
        Jmdict = "jmdict",
        Csv = "csv",
        Tsv = "tsv",
        Xlsx = "xlsx",
        JsonLines = "jsonl",
        Ods = "ods",
        Docx = "docx",
        Glossary = "glossary",
    }
}
words! {
    /// Who gives a glossary head its English: its own release, another release, a person, an import, the starter base, or nobody.
    CoverageWord from EnglishSource {
        Document = "document",
        OtherRelease = "other_release",
        Person = "person",
        Import = "import",
        Starter = "starter",
        None = "none",
    }
}
words! {
    /// What the English of a head is: an English name, the head itself, nothing but an abbreviation, or none.
    EnglishFormWord from EnglishForm {
        Name = "name",
        Same = "same",
        Abbreviation = "abbreviation",
        None = "none",
    }
}
words! {
    /// A list of terms that need work.
    WorkListWord from WorkListKind {
        Release = "release",
        Changed = "changed",
        WithoutEnglish = "without-english",
        SeveralEnglish = "several-english",
        SeveralJapanese = "several-japanese",
    }
}
words! {
    /// Format of an imported or checked file.
    FileFormatWord from FileFormat {
        Tmx = "tmx",
        Po = "po",
        Xliff = "xliff",
        Tbx = "tbx",
        Utx = "utx",
        Edict = "edict",
        Jmdict = "jmdict",
        Csv = "csv",
        Tsv = "tsv",
        Xlsx = "xlsx",
        JsonLines = "jsonl",
        Ods = "ods",
        Docx = "docx",
        Markdown = "markdown",
        Text = "text",
    }
}
