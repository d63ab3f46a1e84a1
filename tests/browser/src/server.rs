//! A static file server that remembers what it was asked for.
//!
//! It serves one folder under `/lab/` of a free port of 127.0.0.1: a page with an absolute URL in it does not load.

use std::fs;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

/// The path below which the folder is served.
const BASE: &str = "/lab/";

/// More than the six connections that a browser opens to one host, those that it opens ahead of need among them.
const WORKERS: usize = 16;

/// A request head longer than this is none that a browser sends here.
const HEAD_LIMIT: u64 = 64 * 1024;

/// What a browser asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// As the browser wrote it.
    pub path: String,
    /// Which page it said it comes from.
    pub referer: Option<String>,
}

pub struct Server {
    address: SocketAddr,
    shared: Arc<Shared>,
    workers: Vec<JoinHandle<()>>,
}

struct Shared {
    folder: PathBuf,
    requests: Mutex<Vec<Request>>,
    closing: AtomicBool,
}

impl Server {
    /// Serves `folder` until dropped.
    pub fn start(folder: PathBuf) -> io::Result<Self> {
        let listener = Arc::new(TcpListener::bind(("127.0.0.1", 0))?);
        let address = listener.local_addr()?;
        let shared = Arc::new(Shared { folder, requests: Mutex::default(), closing: AtomicBool::new(false) });
        let start = |_| {
            let (listener, shared) = (Arc::clone(&listener), Arc::clone(&shared));
            thread::spawn(move || shared.listen(&listener))
        };
        Ok(Self { address, workers: (0..WORKERS).map(start).collect(), shared })
    }

    /// The URL of the page.
    pub fn url(&self) -> String {
        format!("http://{}{BASE}", self.address)
    }

    /// What it was asked for so far, in order.
    pub fn requests(&self) -> Vec<Request> {
        self.shared.requests.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.shared.closing.store(true, Ordering::SeqCst);
        // `accept` has no timeout: a last connection for each worker wakes it.
        if (0..WORKERS).all(|_| TcpStream::connect(self.address).is_ok()) {
            self.workers.drain(..).for_each(|worker| drop(worker.join()));
        }
    }
}

impl Shared {
    fn listen(&self, listener: &TcpListener) {
        for stream in listener.incoming() {
            if self.closing.load(Ordering::SeqCst) {
                return;
            }
            if let Ok(stream) = stream {
                self.answer(stream);
            }
        }
    }

    /// A connection that breaks off is the browser's business.
    fn answer(&self, mut stream: TcpStream) {
        let _ = stream.set_read_timeout(Some(Duration::from_secs(10)));
        let Some(request) = read_request(&stream) else { return };
        let answer = self.file(&request.path);
        self.requests.lock().unwrap_or_else(PoisonError::into_inner).push(request);
        let _ = match answer {
            Some((kind, body)) => write_answer(&mut stream, "200 OK", kind, &body),
            None => write_answer(&mut stream, "404 Not Found", "text/plain", b"not found"),
        };
    }

    fn file(&self, path: &str) -> Option<(&'static str, Vec<u8>)> {
        let path = path.split(['?', '#']).next()?.strip_prefix(BASE)?;
        let path = Path::new(if path.is_empty() { "index.html" } else { path });
        if !path.components().all(|part| matches!(part, Component::Normal(_))) {
            return None;
        }
        Some((mime_type(path), fs::read(self.folder.join(path)).ok()?))
    }
}

/// Reads the head to its end: an answer that comes sooner looks like a reset connection to a browser.
fn read_request(stream: &TcpStream) -> Option<Request> {
    let mut lines = BufReader::new(stream.take(HEAD_LIMIT)).lines();
    let path = lines.next()?.ok()?.split(' ').nth(1)?.to_owned();
    let mut referer = None;
    for line in lines {
        let line = line.ok()?;
        if line.is_empty() {
            return Some(Request { path, referer });
        }
        if let Some((name, value)) = line.split_once(": ")
            && name.eq_ignore_ascii_case("referer")
        {
            referer = Some(value.to_owned());
        }
    }
    None
}

fn write_answer(stream: &mut TcpStream, status: &str, kind: &str, body: &[u8]) -> io::Result<()> {
    let length = body.len();
    write!(
        stream,
        "HTTP/1.1 {status}\r\ncontent-type: {kind}\r\ncontent-length: {length}\r\ncache-control: no-store\r\nconnection: close\r\n\r\n"
    )?;
    stream.write_all(body)
}

fn mime_type(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("json" | "map") => "application/json",
        Some("webmanifest") => "application/manifest+json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("jpg" | "jpeg") => "image/jpeg",
        Some("gif") => "image/gif",
        Some("webp") => "image/webp",
        Some("ico") => "image/x-icon",
        Some("mp4") => "video/mp4",
        Some("webm") => "video/webm",
        Some("mp3") => "audio/mpeg",
        Some("pdf") => "application/pdf",
        Some("txt" | "md") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}
