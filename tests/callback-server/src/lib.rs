//! A service with an Unfurl Callback, for tests: it answers well and badly, and remembers what it was asked.
//!
//! It listens on a free port of 127.0.0.1 until it is dropped. The path says how it answers; see [`reply`]. Below
//! `/cors` the same answers have the headers that a browser needs and a preflight is answered; elsewhere neither.

mod reply;
mod request;

use std::io::{self, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

pub use reply::TOKEN;
pub use request::Request;

use reply::Reply;

/// How soon a waiting answer sees that the server ends.
const BEAT: Duration = Duration::from_millis(20);

/// A client that says nothing for so long is gone, as is one that reads nothing.
const SILENCE: Duration = Duration::from_secs(10);

pub struct CallbackServer {
    address: SocketAddr,
    shared: Arc<Shared>,
    listener: Option<JoinHandle<()>>,
}

#[derive(Default)]
struct Shared {
    requests: Mutex<Vec<Request>>,
    closing: AtomicBool,
}

impl CallbackServer {
    /// Answers until dropped.
    pub fn start() -> io::Result<Self> {
        let listener = TcpListener::bind(("127.0.0.1", 0))?;
        let address = listener.local_addr()?;
        let shared = Arc::new(Shared::default());
        let thread = thread::spawn({
            let shared = Arc::clone(&shared);
            move || listen(&shared, &listener)
        });
        Ok(Self { address, shared, listener: Some(thread) })
    }

    /// The URL of a path, such as `/ok` or `/cors/slow?ms=300`.
    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    pub fn port(&self) -> u16 {
        self.address.port()
    }

    /// What it was asked so far, in order, preflights among it.
    pub fn requests(&self) -> Vec<Request> {
        self.shared.requests.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl Drop for CallbackServer {
    fn drop(&mut self) {
        self.shared.closing.store(true, Ordering::SeqCst);
        // `accept` has no timeout: a last connection wakes it.
        if TcpStream::connect(self.address).is_ok() {
            self.listener.take().map(JoinHandle::join);
        }
    }
}

/// A thread for each connection; all have ended when this returns.
fn listen(shared: &Arc<Shared>, listener: &TcpListener) {
    let mut open: Vec<JoinHandle<()>> = Vec::new();
    for stream in listener.incoming() {
        if shared.closing.load(Ordering::SeqCst) {
            break;
        }
        if let Ok(stream) = stream {
            let shared = Arc::clone(shared);
            open.retain(|thread| !thread.is_finished());
            // A connection that breaks off is the client's business.
            open.push(thread::spawn(move || drop(shared.serve(stream))));
        }
    }
    for thread in open {
        drop(thread.join());
    }
}

impl Shared {
    fn closing(&self) -> bool {
        self.closing.load(Ordering::SeqCst)
    }

    /// One request, one answer, the end.
    fn serve(&self, mut stream: TcpStream) -> io::Result<()> {
        stream.set_read_timeout(Some(BEAT))?;
        stream.set_write_timeout(Some(SILENCE))?;
        stream.set_nodelay(true)?;
        let deadline = Instant::now() + SILENCE;
        let Some(request) = request::read(&mut stream, || self.closing() || Instant::now() > deadline)? else { return Ok(()) };
        let reply = reply::to(&request);
        self.requests.lock().unwrap_or_else(PoisonError::into_inner).push(request);
        match reply {
            Reply::Nothing => Ok(()),
            Reply::Answer { wait, at_once, bytes } => {
                self.wait(wait);
                self.write(&mut stream, &bytes, at_once)
            }
        }
    }

    /// Writes an answer, what is not sent at once a byte a second.
    fn write(&self, stream: &mut TcpStream, bytes: &[u8], at_once: usize) -> io::Result<()> {
        let (front, rest) = bytes.split_at(at_once);
        stream.write_all(front)?;
        for byte in rest {
            if self.closing() {
                break;
            }
            stream.write_all(&[*byte])?;
            self.wait(Duration::from_secs(1));
        }
        Ok(())
    }

    /// Waits, but not past the end of the server.
    fn wait(&self, time: Duration) {
        let deadline = Instant::now() + time;
        while !self.closing() {
            let left = deadline.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return;
            }
            thread::sleep(left.min(BEAT));
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::{Read, Write};
    use std::net::TcpStream;

    use super::CallbackServer;

    fn answer(server: &CallbackServer, request: &str) -> String {
        let mut stream = TcpStream::connect(server.address).expect("a connection");
        stream.write_all(request.as_bytes()).expect("a request");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).expect("an answer");
        answer
    }

    #[test]
    fn only_below_cors_a_browser_may_ask() {
        let server = CallbackServer::start().expect("a free port");
        let preflight = |path: &str| answer(&server, &format!("OPTIONS {path} HTTP/1.1\r\nOrigin: https://lab.example\r\n\r\n"));
        let allowed = preflight("/cors/ok");
        assert!(allowed.starts_with("HTTP/1.1 204 "), "{allowed}");
        for line in [
            "Access-Control-Allow-Origin: https://lab.example",
            "Access-Control-Allow-Methods: POST, DELETE",
            "Access-Control-Allow-Headers: authorization, content-type",
            "Access-Control-Expose-Headers: Content-Type, Content-Length, Location",
        ] {
            assert!(allowed.lines().any(|one| one == line), "{allowed}");
        }
        assert!(answer(&server, "POST /cors/empty HTTP/1.1\r\n\r\n").contains("Access-Control-Allow-Origin: *\r\n"));
        for path in ["/ok", "/empty"] {
            let refused = preflight(path);
            assert!(refused.starts_with("HTTP/1.1 405 ") && !refused.contains("Access-Control"), "{refused}");
        }
        assert_eq!(server.requests().len(), 4);
    }

    #[test]
    fn an_answer_that_waits_ends_with_the_server() {
        let server = CallbackServer::start().expect("a free port");
        let mut stream = TcpStream::connect(server.address).expect("a connection");
        stream.write_all(b"POST /slow?ms=86400000 HTTP/1.1\r\n\r\n").expect("a request");
        while server.requests().is_empty() {
            std::thread::yield_now();
        }
        drop(server);
    }
}
