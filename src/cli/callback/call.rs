//! One HTTP request to a callback, and its response.
//!
//! In: the callback and a link. Out: the status, the headers that matter and a body of at most [`MOST`] bytes, or why there
//! is no response; and the time it took. It does not follow redirects, reuse connections or decompress bodies.

use std::io::{self, ErrorKind, Read};
use std::time::{Duration, Instant};

use ureq::http::{Response, Uri};
use ureq::{Agent, Body, Error, Proxy};

use crate::core::analysis::answer::{MOST, NoAnswer};
use crate::core::integration::callback::asked;
use crate::core::method::Method;
use crate::core::url::Url;

/// The callback to call, and how.
pub struct Callback {
    pub url: String,
    /// POST or DELETE.
    pub method: Method,
    pub token: Option<String>,
    /// The time limit of an answer.
    pub seconds: u32,
}

/// A response as it arrived.
pub struct Heard {
    pub status: u16,
    pub content_type: Option<String>,
    pub location: Option<String>,
    pub body: Vec<u8>,
    /// Whether the body was longer than [`MOST`].
    pub cut: bool,
}

/// The result of a request.
pub struct Outcome {
    pub heard: Result<Heard, NoAnswer>,
    pub milliseconds: u128,
}

/// Whether the HTTP client accepts a URL.
pub fn can_ask(url: &str) -> bool {
    url.parse::<Uri>().is_ok()
}

impl Callback {
    pub fn agent(&self) -> Agent {
        // A proxy cannot reach this machine or its network.
        let private = Url::parse(&self.url).is_ok_and(|url| url.is_private());
        let config = Agent::config_builder()
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .max_idle_connections(0)
            .proxy(if private { None } else { Proxy::try_from_env() })
            .timeout_global(Some(Duration::from_secs(self.seconds.into())))
            .user_agent(concat!("link-preview-lab/", env!("CARGO_PKG_VERSION")));
        config.build().new_agent()
    }

    pub fn ask(&self, agent: &Agent, link: &str) -> Outcome {
        let start = Instant::now();
        let heard = self.send(agent, link).map_err(|error| self.reason(error)).and_then(|response| self.hear(response));
        Outcome { heard, milliseconds: start.elapsed().as_millis() }
    }

    fn send(&self, agent: &Agent, link: &str) -> Result<Response<Body>, Error> {
        let request = match self.method {
            Method::Delete => agent.delete(&self.url).force_send_body(),
            _ => agent.post(&self.url),
        };
        let request = request.header("Content-Type", "application/json");
        let request = match &self.token {
            Some(token) => request.header("Authorization", format!("Bearer {token}")),
            None => request,
        };
        request.send(asked(link))
    }

    fn hear(&self, response: Response<Body>) -> Result<Heard, NoAnswer> {
        let header = |name| response.headers().get(name).map(|value| String::from_utf8_lossy(value.as_bytes()).into_owned());
        let (content_type, location) = (header("content-type"), header("location"));
        let coding = header("content-encoding").filter(|coding| !coding.trim().eq_ignore_ascii_case("identity"));
        let status = response.status().as_u16();
        let mut body = Vec::new();
        let more = u64::try_from(MOST).unwrap_or(u64::MAX).saturating_add(1);
        let read = response.into_body().into_reader().take(more).read_to_end(&mut body);
        read.map_err(|error| self.reason(error.into()))?;
        match coding {
            Some(coding) if !body.is_empty() => Err(NoAnswer::Compressed(coding)),
            _ => {
                let cut = body.len() > MOST;
                body.truncate(MOST);
                Ok(Heard { status, content_type, location, body, cut })
            }
        }
    }

    fn reason(&self, error: Error) -> NoAnswer {
        match error {
            Error::Timeout(_) => NoAnswer::Timeout(self.seconds),
            Error::HostNotFound => NoAnswer::Unresolved,
            Error::Rustls(error) => NoAnswer::Tls(error.to_string()),
            Error::Tls(reason) => NoAnswer::Tls(reason.to_owned()),
            Error::Io(error) => self.io_reason(&error),
            other => NoAnswer::Other(other.to_string()),
        }
    }

    fn io_reason(&self, error: &io::Error) -> NoAnswer {
        match error.kind() {
            ErrorKind::TimedOut | ErrorKind::WouldBlock => NoAnswer::Timeout(self.seconds),
            ErrorKind::ConnectionRefused => NoAnswer::Refused,
            ErrorKind::UnexpectedEof | ErrorKind::ConnectionReset | ErrorKind::ConnectionAborted | ErrorKind::BrokenPipe => {
                NoAnswer::Closed
            }
            // The standard library has no `ErrorKind` for a failed DNS lookup. 11001 is WSAHOST_NOT_FOUND on Windows.
            _ if error.to_string().contains("lookup address") || error.raw_os_error() == Some(11001) => NoAnswer::Unresolved,
            _ => NoAnswer::Other(error.to_string()),
        }
    }
}
