//! The problems an operation documents beside those any request may meet, each kind once.

use std::collections::BTreeMap;

use utoipa::IntoResponses;
use utoipa::openapi::{ContentBuilder, Ref, RefOr, Response, ResponseBuilder};

/// Declares kinds of refusals with their HTTP status and description.
macro_rules! refusals {
    ($($name:ident = $status:literal $description:literal;)+) => {
        $(
            #[doc = $description]
            pub(crate) struct $name;

            impl IntoResponses for $name {
                fn responses() -> BTreeMap<String, RefOr<Response>> {
                    BTreeMap::from([($status.to_owned(), RefOr::T(problem_response($description)))])
                }
            }
        )+
    };
}

refusals! {
    ProjectNotFound = "404" "There is no such project.";
    ReleaseNotFound = "404" "There is no such release.";
    CorrectionNotFound = "404" "There is no such release, or it has no such correction.";
    ConceptNotFound = "404" "There is no such concept.";
    TermNotFound = "404" "There is no such term.";
    DefinitionNotFound = "404" "There is no such definition.";
    SourceNotFound = "404" "There is no such project, or nothing imported has this name.";
    ImportNotFound = "404" "There is no such import.";
    SegmentNotFound = "404" "There is no such segment.";
    DecisionNotFound = "404" "There is no such decision.";
    FileNotFound = "404" "There is no such project, or no file with this name.";
    IgnoredFindingNotFound = "404" "There is no such project, or the finding is not ignored.";
    ProjectOrConceptNotFound = "404" "There is no such project or concept.";
    ProjectOrReleaseNotFound = "404" "There is no such project or release.";
    TokenNotFound = "404" "There is no such token.";
    TermOrConceptNotFound = "404" "There is no such term or concept.";
    ProjectExists = "409" "There is a project with this name already.";
    ActNotFound = "404" "There is no such act.";
    SelectionChanged = "409" "There are more or fewer terms than expected.";
    TokenExists = "409" "There is a token with this name already.";
    PairRejected = "409" "A person has rejected this translation.";
    ImportRunning = "409" "An import into the project is running.";
    RevisionConflict = "409" "The concept has changed since you read it.";
    UndoConflict = "409" "A newer decision prevents the undo, or the decision has already been undone.";
    DocumentNotReadable = "422" "The document cannot be read.";
    SheetNotReadable = "422" "The character encoding of the sheet is unknown.";
}

/// An answer with a problem.
pub(super) fn problem_response(description: &str) -> Response {
    let content = ContentBuilder::new().schema(Some(Ref::from_schema_name("Problem"))).build();
    ResponseBuilder::new().description(description).content("application/problem+json", content).build()
}
