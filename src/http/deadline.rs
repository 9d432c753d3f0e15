//! The deadline of a body: a client that sends slower than any line does not hold its connection for ever.

use std::cell::{Cell, RefCell};
use std::future::Future;
use std::io;
use std::pin::Pin;
use std::rc::Rc;
use std::task::{Context, Poll};
use std::time::Duration;

use actix_web::HttpMessage;
use actix_web::body::{BodySize, BoxBody, MessageBody};
use actix_web::dev::{Payload, ServiceRequest, ServiceResponse};
use actix_web::error::PayloadError;
use actix_web::web::Bytes;
use futures_util::Stream;
use tokio::time::{Instant, Sleep, sleep_until};

/// Time for the first bytes, and for every pause if they were many.
const GRACE: Duration = Duration::from_secs(10);
/// Bytes a second that a body must reach on average after that.
const SLOWEST: u64 = 16 * 1024;

/// A body as it comes from the connection, shared with whoever answers.
struct Source {
    body: RefCell<Payload>,
    is_over: Cell<bool>,
}

/// A body with a deadline, which every byte that arrives puts off.
struct TimedBody {
    source: Rc<Source>,
    began: Instant,
    received: u64,
    timer: Pin<Box<Sleep>>,
}

/// The body of a request that is being answered.
pub(super) struct RequestBody(Option<Rc<Source>>);

/// Gives the body of a request, if it has one, a deadline.
pub(super) fn set(request: &mut ServiceRequest) -> RequestBody {
    let body = request.take_payload();
    if matches!(body, Payload::None) {
        return RequestBody(None);
    }
    let source = Rc::new(Source { body: RefCell::new(body), is_over: Cell::new(false) });
    let began = Instant::now();
    let timed =
        TimedBody { source: Rc::clone(&source), began, received: 0, timer: Box::pin(sleep_until(began + GRACE)) };
    request.set_payload(Payload::Stream { payload: Box::pin(timed) });
    RequestBody(Some(source))
}

impl RequestBody {
    /// Holds on to what was not read of the body until the answer is sent, so that the framework closes the connection then. If
    /// nobody held it, the framework would read a body of chunks to its end first, however long its client takes.
    pub(super) fn hold(self, response: ServiceResponse<BoxBody>) -> ServiceResponse<BoxBody> {
        match self.0 {
            Some(source) if !source.is_over.get() => {
                response.map_body(|_, body| BoxBody::new(Held { body, _source: source }))
            }
            _ => response,
        }
    }
}

/// The body of an answer, with what was not read of the request.
struct Held {
    body: BoxBody,
    _source: Rc<Source>,
}

impl MessageBody for Held {
    type Error = <BoxBody as MessageBody>::Error;

    fn size(&self) -> BodySize {
        self.body.size()
    }

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Result<Bytes, Self::Error>>> {
        Pin::new(&mut self.body).poll_next(context)
    }
}

/// How long a body may take of which so many bytes have arrived.
fn time_for(received: u64) -> Duration {
    GRACE + Duration::from_millis(received * 1_000 / SLOWEST)
}

/// Whether a body could not be read because it was too slow.
pub(super) fn was_missed(error: &PayloadError) -> bool {
    matches!(error, PayloadError::Io(error) if error.kind() == io::ErrorKind::TimedOut)
}

impl Stream for TimedBody {
    type Item = Result<Bytes, PayloadError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let next = Pin::new(&mut *self.source.body.borrow_mut()).poll_next(context);
        match &next {
            Poll::Ready(Some(Ok(bytes))) => self.received += bytes.len() as u64,
            Poll::Ready(None) => self.source.is_over.set(true),
            _ => {}
        }
        if next.is_ready() {
            return next;
        }
        let deadline = self.began + time_for(self.received);
        self.timer.as_mut().reset(deadline);
        self.timer.as_mut().poll(context).map(|()| Some(Err(PayloadError::Io(io::ErrorKind::TimedOut.into()))))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_puts_off_the_deadline() {
        for (received, milliseconds) in [(0, 10_000), (16, 10_000), (SLOWEST / 2, 10_500), (10 * SLOWEST, 20_000)] {
            assert_eq!(time_for(received), Duration::from_millis(milliseconds), "{received}");
        }
    }
}
