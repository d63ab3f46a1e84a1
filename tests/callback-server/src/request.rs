//! A request as it came: read from a connection, kept byte for byte.

use std::io::{self, ErrorKind, Read};

/// More than any test sends.
const MOST: usize = 1024 * 1024;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    pub method: String,
    /// With its query.
    pub path: String,
    /// In their order, names as they were written.
    pub headers: Vec<(String, String)>,
    pub body: String,
}

impl Request {
    /// The value of a header, whatever the letter case of its name.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value.as_str())
    }

    /// As it travelled.
    pub fn written(&self) -> String {
        let headers = self.headers.iter().flat_map(|(name, value)| [name, ": ", value, "\r\n"]).collect::<String>();
        format!("{} {} HTTP/1.1\r\n{headers}\r\n{}", self.method, self.path, self.body)
    }
}

/// Reads a request to its end; `None` where the client hangs up or `stop` says so before that.
pub fn read(stream: &mut impl Read, stop: impl Fn() -> bool) -> io::Result<Option<Request>> {
    let mut bytes = Vec::new();
    let mut piece = [0; 4096];
    loop {
        if let Some(request) = parse(&bytes) {
            return Ok(Some(request));
        }
        match stream.read(&mut piece) {
            Ok(0) => return Ok(None),
            Ok(count) => bytes.extend(piece.iter().take(count)),
            Err(error) if matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut | ErrorKind::Interrupted) => {}
            Err(error) => return Err(error),
        }
        if stop() || bytes.len() > MOST {
            return Ok(None);
        }
    }
}

/// `None` while something is missing. A body has a `Content-Length`, as that of every client here.
fn parse(bytes: &[u8]) -> Option<Request> {
    let end = bytes.windows(4).position(|window| window == b"\r\n\r\n")?;
    let (head, rest) = bytes.split_at_checked(end + 4)?;
    let head = String::from_utf8_lossy(head);
    let mut lines = head.lines();
    let mut first = lines.next()?.split(' ').map(str::to_owned);
    let (method, path) = (first.next()?, first.next()?);
    let headers: Vec<(String, String)> =
        lines.filter_map(|line| line.split_once(": ")).map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
    let mut request = Request { method, path, headers, body: String::new() };
    let length = request.header("content-length").map_or(Some(0), |length| length.parse().ok())?;
    request.body = String::from_utf8_lossy(rest.get(..length)?).into_owned();
    Some(request)
}
