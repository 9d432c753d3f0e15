//! "How was this said before?": a piece of text in, the segments of the memory that hold it out, page by page.

use std::time::{Duration, Instant};

use super::{AppError, Service};
use crate::model::{Lang, Review, Revision, SegmentId, Span};
use crate::search::{Attributes, Containing};
use crate::store::{ProjectId, StoredSegment};
use crate::text::comparable::{Comparable, SLOT};
use crate::text::english;
use crate::text::occurrence::Needle;
use crate::text::words::Words;

/// The longest piece that can be asked for, in characters.
pub const LONGEST: usize = 400;
/// The most hits of one page.
pub const MOST: usize = 200;
/// Segments read at once.
const PAGE: usize = 500;

/// A question.
#[derive(Debug, Clone, PartialEq)]
pub struct ConcordanceQuery {
    /// What is looked for.
    pub text: String,
    /// The side to look on; all languages where none is named.
    pub lang: Option<Lang>,
    /// Names of projects; all where none is named.
    pub projects: Vec<String>,
    /// Whether the words are looked for in any order, instead of the text as a whole.
    pub words: bool,
    /// Only segments with a smaller number: the last of the page before.
    pub before: Option<SegmentId>,
    /// The most hits, 1 to [`MOST`].
    pub limit: usize,
    /// How long it may take.
    pub budget: Duration,
}

/// A segment that holds what was looked for.
#[derive(Debug, Clone, PartialEq)]
pub struct Occurrence {
    /// The segment.
    pub segment: StoredSegment,
    /// Where in the source text.
    pub source_spans: Vec<Span>,
    /// Where in the target text.
    pub target_spans: Vec<Span>,
}

/// A page of an answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Concordance {
    /// The segments, the newest first.
    pub occurrences: Vec<Occurrence>,
    /// How many segments may hold it in all; some of them may hold it only with other numbers.
    pub candidates: usize,
    /// The number to ask for the next page with; none on the last page.
    pub next_before: Option<SegmentId>,
    /// Whether everything was looked at in the time given, in indexes that hold everything.
    pub complete: bool,
    /// The revision of the base.
    pub revision: Revision,
}

/// What is looked for on one side.
struct Wanted {
    needles: Vec<Needle>,
    lang: Option<Lang>,
}

impl Service {
    /// Segments whose source or target holds a text, or all of its words; the newest first.
    ///
    /// # Errors
    /// `invalid_request` for an empty or too long text or a limit out of range, `not_found` for an unknown project.
    pub async fn concordance(&self, query: &ConcordanceQuery) -> Result<Concordance, AppError> {
        let Some(whole) = Needle::new(&query.text) else {
            return invalid("text", "it holds no character a text could be found by".to_owned());
        };
        if whole.chars().len() > LONGEST {
            return invalid("text", format!("it has more than {LONGEST} characters"));
        }
        if !(1..=MOST).contains(&query.limit) {
            return invalid("limit", format!("{} is not between 1 and {MOST}", query.limit));
        }
        let until = Instant::now() + query.budget;
        let projects = self.project_ids(&query.projects).await?;
        let revision = self.store().revision().await?;
        let (mut ids, mut complete) = (Vec::new(), true);
        for lang in self.sides(query.lang.as_ref()).await? {
            let Some(current) = self.memory(&lang).await? else {
                complete = false;
                continue;
            };
            complete &= current.complete;
            let (query, words) = (query.clone(), self.words().clone());
            let mine: Vec<u32> = projects.iter().filter_map(|project| u32::try_from(*project).ok()).collect();
            let found = self
                .blocking(move || {
                    let wanted =
                        |known: &Attributes| mine.contains(&known.project) && known.review() != Review::Rejected;
                    let stop = || Instant::now() > until;
                    let mut found = Containing { ids: Vec::new(), complete: true };
                    for text in spellings(&query.text, &lang) {
                        let more = if query.words {
                            current.index.with_tokens(&token_groups(&text, &lang, &words), wanted, &stop)
                        } else {
                            current.index.containing(&pieces(&text, &lang, &words), wanted, &stop)
                        };
                        found.ids.extend(more.ids);
                        found.complete &= more.complete;
                    }
                    found
                })
                .await?;
            complete &= found.complete;
            ids.extend(found.ids);
        }
        ids.sort_unstable_by(|one, other| other.cmp(one));
        ids.dedup();
        let candidates = ids.len();
        ids.retain(|id| query.before.is_none_or(|before| *id < before));
        let wanted = Wanted::new(query, whole);
        let mut answer = Concordance { occurrences: Vec::new(), candidates, next_before: None, complete, revision };
        for page in ids.chunks(PAGE) {
            if Instant::now() > until {
                answer.complete = false;
                answer.next_before = answer.occurrences.last().map(|last| last.segment.id);
                break;
            }
            self.look(page, &projects, &wanted, query.limit + 1, &mut answer.occurrences).await?;
            if answer.occurrences.len() > query.limit {
                answer.occurrences.truncate(query.limit);
                answer.next_before = answer.occurrences.last().map(|last| last.segment.id);
                break;
            }
        }
        Ok(answer)
    }

    /// The languages whose indexes are asked.
    async fn sides(&self, lang: Option<&Lang>) -> Result<Vec<Lang>, AppError> {
        if let Some(lang) = lang {
            return Ok(vec![lang.clone()]);
        }
        let mut langs: Vec<Lang> = Vec::new();
        for tag in self.store().segment_languages().await? {
            if let Ok(lang) = Lang::parse(&tag)
                && langs.iter().all(|known| known.primary() != lang.primary())
            {
                langs.push(lang);
            }
        }
        Ok(langs)
    }

    /// Adds the segments of `ids` that hold what is wanted, up to `limit` in all, the newest first.
    async fn look(
        &self,
        ids: &[SegmentId],
        projects: &[ProjectId],
        wanted: &Wanted,
        limit: usize,
        found: &mut Vec<Occurrence>,
    ) -> Result<(), AppError> {
        let segments = self.store().segments_by_ids(ids).await?;
        for segment in segments.into_iter().rev() {
            let (source_spans, target_spans) = wanted.places(&segment);
            let holds = !source_spans.is_empty() || !target_spans.is_empty();
            if holds && projects.contains(&segment.project_id) && segment.review != Review::Rejected {
                found.push(Occurrence { segment, source_spans, target_spans });
                if found.len() == limit {
                    return Ok(());
                }
            }
        }
        Ok(())
    }
}

impl Wanted {
    fn new(query: &ConcordanceQuery, whole: Needle) -> Self {
        let needles = if query.words {
            whole
                .chars()
                .split(|c| c.is_whitespace())
                .filter_map(|word| Needle::new(&String::from_iter(word)))
                .collect()
        } else {
            vec![whole]
        };
        Self { needles, lang: query.lang.clone() }
    }

    /// The places on both sides; none on a side that does not hold all of it.
    fn places(&self, stored: &StoredSegment) -> (Vec<Span>, Vec<Span>) {
        let side = |lang: &Lang, text: &str| {
            if self.lang.as_ref().is_some_and(|wanted| wanted.primary() != lang.primary()) {
                return Vec::new();
            }
            let each: Vec<Vec<Span>> = self.needles.iter().map(|needle| needle.places(text)).collect();
            if each.iter().any(Vec::is_empty) {
                return Vec::new();
            }
            let mut places = each.concat();
            places.sort_unstable_by_key(|span| (span.start, span.end));
            places.dedup();
            places
        };
        let pair = &stored.segment;
        (side(&pair.source_lang, &pair.source), side(&pair.target_lang, &pair.target))
    }
}

/// The ways a text is looked for in an index: case is kept in the forms of Japanese, folded in all others.
fn spellings(text: &str, lang: &Lang) -> Vec<String> {
    let mut spellings = vec![text.to_owned()];
    if lang.is_japanese() {
        let mut chars = text.chars();
        let capital =
            chars.next().map(|first| first.to_uppercase().chain(chars.flat_map(char::to_lowercase)).collect());
        spellings.extend([text.to_lowercase(), text.to_uppercase()].into_iter().chain(capital));
        spellings.sort_unstable();
        spellings.dedup();
    }
    spellings
}

/// The stretches of the comparable form between numbers: what is in between differs from text to text.
fn pieces(text: &str, lang: &Lang, words: &Words) -> Vec<Vec<char>> {
    let form = Comparable::new(text, lang, words);
    form.chars.split(|c| *c == SLOT).filter(|piece| !piece.is_empty()).map(<[char]>::to_vec).collect()
}

/// For each word of the text the tokens that are that word, in one number or the other.
fn token_groups(text: &str, lang: &Lang, words: &Words) -> Vec<Vec<String>> {
    let form = Comparable::new(text, lang, words);
    let forms = |token: String| {
        let mut forms = vec![token.clone()];
        if lang.is_english() {
            forms.extend([english::singular(&token), format!("{token}s"), format!("{token}es")]);
        }
        forms.sort_unstable();
        forms.dedup();
        forms
    };
    form.tokens.into_iter().map(|token| forms(token.text)).collect()
}

fn invalid<T>(field: &'static str, problem: String) -> Result<T, AppError> {
    Err(AppError::InvalidRequest { field, problem })
}
