//! A server that says what arrived, and answers `200 OK` with `ok`.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

#[derive(Debug, Default)]
pub struct Arrived {
    pub method: String,
    pub target: String,
    /// Names in small letters.
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl Arrived {
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(key, _)| *key == name.to_ascii_lowercase()).map(|(_, value)| value.as_str())
    }

    /// The head of a request and what of its body is there; lines may end without a carriage return.
    pub fn read(stream: &mut impl BufRead) -> Option<Self> {
        let mut line = || {
            let mut line = Vec::new();
            stream.read_until(b'\n', &mut line).ok()?;
            Some(String::from_utf8(line).expect("a head is UTF-8").trim_end_matches(['\r', '\n']).to_owned())
        };
        let first = line()?;
        let [method, target, "HTTP/1.1"] = first.split(' ').collect::<Vec<_>>()[..] else { panic!("a first line: {first}") };
        let mut arrived = Self { method: method.to_owned(), target: target.to_owned(), ..Self::default() };
        while let Some((name, value)) = line()?.split_once(':') {
            arrived.headers.push((name.to_ascii_lowercase(), value.trim().to_owned()));
        }
        Some(arrived)
    }

    pub fn length(&self) -> usize {
        self.header("content-length").map_or(0, |length| length.parse().expect("a length is a number"))
    }
}

pub struct Server {
    pub address: String,
    arrivals: Receiver<Arrived>,
}

impl Server {
    pub fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port is free");
        let address = format!("http://{}", listener.local_addr().expect("a listener has an address"));
        let (sender, arrivals) = channel();
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                // A request that is none shows as one that never arrives.
                let arrived = stream.ok().and_then(|stream| answer(&stream));
                if arrived.is_some_and(|arrived| sender.send(arrived).is_err()) {
                    return;
                }
            }
        });
        Self { address, arrivals }
    }

    /// What arrived since the last time, once whoever sent it has ended.
    pub fn arrived(&self) -> Option<Arrived> {
        self.arrivals.recv_timeout(Duration::from_secs(5)).ok()
    }
}

fn answer(mut stream: &TcpStream) -> Option<Arrived> {
    let mut reader = BufReader::new(stream);
    let mut arrived = Arrived::read(&mut reader)?;
    if arrived.header("expect").is_some() {
        stream.write_all(b"HTTP/1.1 100 Continue\r\n\r\n").ok()?;
    }
    arrived.body = vec![0; arrived.length()];
    reader.read_exact(&mut arrived.body).ok()?;
    stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok").ok()?;
    Some(arrived)
}
