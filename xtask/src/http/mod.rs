//! A small HTTP server on this computer only, for `serve` and for the browser journeys.
//!
//! Written on the standard library, because the journeys need what servers take care never to do: a
//! connection that ends in the middle of a file.

mod connection;
pub mod site;

use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

/// What goes back for one request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// The status, such as 200.
    pub status: u16,
    /// Headers, without those of the connection.
    pub headers: Vec<(&'static str, String)>,
    /// The whole body.
    pub body: Vec<u8>,
    /// How the body goes out.
    pub delivery: Delivery,
}

/// How a body goes out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Delivery {
    /// At once and complete.
    Whole,
    /// The connection ends after half of the body.
    CutAtHalf,
    /// Nothing for a time, then complete.
    After(Duration),
    /// Not at all: the connection ends without a word, as where there is no network.
    Never,
}

/// Turns the path of a request, such as `/index.html`, into an answer.
pub trait Answers: Send + Sync + 'static {
    /// The answer for a path, still percent-encoded, without its query.
    fn answer(&self, path: &str) -> Answer;
}

/// A running server. It stops when this is dropped.
#[derive(Debug)]
pub struct Server {
    address: SocketAddr,
    stop: Arc<AtomicBool>,
}

impl Server {
    /// Listens on a port of this computer, never on a network. Port 0 means any free one.
    ///
    /// # Errors
    /// When the port is taken.
    pub fn start(port: u16, answers: Arc<dyn Answers>) -> io::Result<Server> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))?;
        let server = Server { address: listener.local_addr()?, stop: Arc::default() };
        let stop = Arc::clone(&server.stop);
        thread::spawn(move || listen(&listener, &stop, &answers));
        Ok(server)
    }

    /// The address of a path, which has no leading `/`.
    pub fn url(&self, path: &str) -> String {
        format!("http://{}/{path}", self.address)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
        // One more connection, so that the listener looks up and sees it.
        drop(TcpStream::connect(self.address));
    }
}

fn listen(listener: &TcpListener, stop: &Arc<AtomicBool>, answers: &Arc<dyn Answers>) {
    for stream in listener.incoming() {
        if stop.load(Ordering::Relaxed) {
            return;
        }
        let Ok(stream) = stream else { continue };
        let answers = Arc::clone(answers);
        // A thread each: a browser holds a handful of connections, and a stalled one must not hold others up.
        thread::spawn(move || connection::serve(&stream, answers.as_ref()));
    }
}
