//! Sends an exported file: whole, in part, compressed, or not at all where the client has it.
//!
//! The tag is strong: it identifies the bytes. It is made from the last change of the projects, the version of the writers,
//! what is exported and the compression, so it is known without writing the file. Parts are parts of the file as it is not
//! compressed (RFC 9110, section 14).

use std::io::Write;
use std::sync::Arc;

use actix_web::body::SizedStream;
use actix_web::http::StatusCode;
use actix_web::http::header::{
    ACCEPT_ENCODING, ACCEPT_RANGES, CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_ENCODING, CONTENT_RANGE, ETAG, Header,
    IF_RANGE, RANGE, Range, VARY,
};
use actix_web::web::{self, Bytes};
use actix_web::{HttpRequest, HttpResponse};
use flate2::Compression;
use flate2::write::GzEncoder;
use futures_util::{Stream, stream};

use super::etag;
use super::omissions;
use super::problem::Problem;
use super::state::State;
use crate::app::AppError;
use crate::app::export::{Download, Export, ExportFile};

/// Bytes sent at a time.
const PIECE: u64 = 64 << 10;

/// Answers a request for the file of an export.
///
/// # Errors
/// `not_found` for an unknown project, `range_not_satisfiable`, and the errors of exports.
pub(super) async fn answer(
    state: &State,
    export: &Export,
    disposition: &str,
    request: &HttpRequest,
) -> Result<HttpResponse, Problem> {
    let (revision, _) = state.service.last_change(&export.projects).await?;
    let plain = etag::strong(revision, export, false);
    let range = range(request, &plain);
    let is_packed = range.is_none() && accepts_gzip(request);
    let tag = if is_packed { etag::strong(revision, export, true) } else { plain };
    let mut answer = HttpResponse::Ok();
    answer.insert_header((ETAG, tag.clone()));
    answer.insert_header((CACHE_CONTROL, "private, no-cache"));
    answer.insert_header((VARY, "Accept-Encoding"));
    if etag::is_current(request, &tag) {
        return Ok(answer.status(StatusCode::NOT_MODIFIED).finish());
    }
    answer.content_type(export.format.media_type());
    answer.insert_header((CONTENT_DISPOSITION, disposition));
    let file = match state.service.export_file(export, revision).await {
        // Where no temporary file can be written, the file is sent as it is made, without a length.
        Err(AppError::Output(error)) => {
            tracing::warn!(%error, "an exported file cannot be kept, so it is sent as it is made");
            let download = state.service.download(export).await?;
            answer.insert_header((ETAG, etag::strong(revision, export, false)));
            return Ok(answer.streaming(Box::pin(unkept(download))));
        }
        file => file?,
    };
    answer.insert_header((ACCEPT_RANGES, "bytes"));
    if let Some(header) = omissions::header(&file.report) {
        answer.insert_header(header);
    }
    if is_packed {
        answer.insert_header((CONTENT_ENCODING, "gzip"));
        return Ok(answer.streaming(Box::pin(packed(pieces(file, 0, None)))));
    }
    let length = file.length;
    let Some(range) = range else {
        return Ok(answer.body(SizedStream::new(length, Box::pin(pieces(file, 0, None)))));
    };
    let Some((first, last)) = range.to_satisfiable_range(length) else {
        return Err(Problem::new(
            "range_not_satisfiable",
            format!("The file has {length} bytes. Request a part that begins within them, or the whole file."),
        ));
    };
    answer.status(StatusCode::PARTIAL_CONTENT);
    answer.insert_header((CONTENT_RANGE, format!("bytes {first}-{last}/{length}")));
    Ok(answer.body(SizedStream::new(last - first + 1, Box::pin(pieces(file, first, Some(last + 1))))))
}

/// The part a client asks for; none if it asks for the whole, for several parts, or for a part of a file that has changed.
fn range(request: &HttpRequest, tag: &str) -> Option<actix_web::http::header::ByteRangeSpec> {
    request.headers().get(RANGE)?;
    // A weak tag or a date never names the very bytes.
    if request.headers().get(IF_RANGE).is_some_and(|known| known.as_bytes() != tag.as_bytes()) {
        return None;
    }
    match Range::parse(request).ok()? {
        Range::Bytes(parts) => match parts.as_slice() {
            [part] => Some(part.clone()),
            _ => None,
        },
        Range::Unregistered(..) => None,
    }
}

/// The file piece by piece, from one position to another or to the end.
pub(super) fn pieces(
    file: Arc<ExportFile>,
    start: u64,
    end: Option<u64>,
) -> impl Stream<Item = Result<Bytes, Problem>> {
    let end = end.unwrap_or(file.length);
    stream::try_unfold((file, start), move |(file, at)| async move {
        let most = usize::try_from(PIECE.min(end.saturating_sub(at))).unwrap_or_default();
        if most == 0 {
            return Ok(None);
        }
        let of = Arc::clone(&file);
        let read = web::block(move || of.read(at, most)).await;
        let bytes = read.map_err(std::io::Error::other).flatten().map_err(AppError::Output)?;
        if bytes.len() < most {
            return Err(AppError::Output(std::io::ErrorKind::UnexpectedEof.into()).into());
        }
        let next = at + u64::try_from(bytes.len()).unwrap_or_default();
        Ok(Some((Bytes::from(bytes), (file, next))))
    })
}

/// A file piece by piece while it is made.
fn unkept(download: Download) -> impl Stream<Item = Result<Bytes, Problem>> {
    stream::try_unfold(download, |mut download| async move {
        let piece = download.next().await.inspect_err(|error| tracing::error!(%error, "an export failed"))?;
        Ok(piece.map(|piece| (Bytes::from(piece), download)))
    })
}

/// The pieces compressed.
fn packed(pieces: impl Stream<Item = Result<Bytes, Problem>>) -> impl Stream<Item = Result<Bytes, Problem>> {
    use futures_util::StreamExt as _;
    let packer = GzEncoder::new(Vec::new(), Compression::default());
    stream::try_unfold(Some((Box::pin(pieces), packer)), |held| async move {
        let Some((mut pieces, mut packer)) = held else { return Ok(None) };
        while let Some(piece) = pieces.next().await {
            packer.write_all(&piece?).map_err(AppError::Output)?;
            let packed = std::mem::take(packer.get_mut());
            // A little text may give no bytes yet, and an empty piece would end the answer.
            if !packed.is_empty() {
                return Ok(Some((Bytes::from(packed), Some((pieces, packer)))));
            }
        }
        let rest = packer.finish().map_err(AppError::Output)?;
        Ok(Some((Bytes::from(rest), None)))
    })
}

/// Whether the client accepts gzip. Without the header, the bytes are sent uncompressed.
fn accepts_gzip(request: &HttpRequest) -> bool {
    let values = request.headers().get_all(ACCEPT_ENCODING).filter_map(|value| value.to_str().ok());
    let mut offers = values.flat_map(|value| value.split(',')).map(|offer| {
        let (name, weight) = offer.split_once(';').unwrap_or((offer, ""));
        let is_refused = weight.trim().strip_prefix("q=").is_some_and(|q| q.trim().parse() == Ok(0.0));
        (name.trim().to_ascii_lowercase(), is_refused)
    });
    offers.any(|(name, is_refused)| name == "gzip" && !is_refused)
}
