//! One connection: requests in, answers out.

use super::{Answer, Answers, Delivery};
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::thread;
use std::time::Duration;

const LONGEST_HEAD: u64 = 32 * 1024;
const IDLE: Duration = Duration::from_secs(120);

struct Request {
    method: String,
    path: String,
    has_body: bool,
}

#[derive(PartialEq, Eq)]
enum Then {
    GoOn,
    Close,
}

/// Answers requests until the browser, or a fault, ends the connection.
pub fn serve(stream: &TcpStream, answers: &dyn Answers) {
    // A browser that goes away is not our fault, and there is nobody to tell.
    let _ = stream.set_read_timeout(Some(IDLE));
    let _ = stream.set_nodelay(true);
    let mut reader = BufReader::new(stream);
    while let Ok(Some(request)) = read(&mut reader) {
        match respond(stream, &request, answers) {
            Ok(Then::GoOn) => {}
            Ok(Then::Close) | Err(_) => break,
        }
    }
    let _ = stream.shutdown(std::net::Shutdown::Both);
}

fn read(reader: &mut impl BufRead) -> io::Result<Option<Request>> {
    let mut head = reader.take(LONGEST_HEAD);
    let mut first = String::new();
    head.read_line(&mut first)?;
    let mut words = first.split_ascii_whitespace();
    let (Some(method), Some(target)) = (words.next(), words.next()) else { return Ok(None) };
    let path = target.split(['?', '#']).next().unwrap_or_default();
    let mut request = Request { method: method.to_owned(), path: path.to_owned(), has_body: false };
    loop {
        let mut line = String::new();
        if head.read_line(&mut line)? == 0 {
            return Ok(None);
        }
        if line.trim().is_empty() {
            return Ok(Some(request));
        }
        let name = line.split(':').next().unwrap_or_default().to_ascii_lowercase();
        request.has_body |= matches!(name.as_str(), "content-length" | "transfer-encoding");
    }
}

fn respond(mut stream: &TcpStream, request: &Request, answers: &dyn Answers) -> io::Result<Then> {
    // We never read a body, so the connection cannot go on after one.
    if request.has_body || !matches!(request.method.as_str(), "GET" | "HEAD") {
        stream.write_all(b"HTTP/1.1 405 Method Not Allowed\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")?;
        return Ok(Then::Close);
    }
    let answer = answers.answer(&request.path);
    if let Delivery::After(time) = answer.delivery {
        thread::sleep(time);
    }
    if answer.delivery == Delivery::Never {
        return Ok(Then::Close);
    }
    stream.write_all(head(&answer).as_bytes())?;
    if request.method == "HEAD" {
        return Ok(Then::GoOn);
    }
    match answer.delivery {
        Delivery::Whole | Delivery::After(_) => stream.write_all(&answer.body).map(|()| Then::GoOn),
        Delivery::CutAtHalf => {
            stream.write_all(answer.body.get(..answer.body.len() / 2).unwrap_or_default())?;
            Ok(Then::Close)
        }
        Delivery::Never => Ok(Then::Close),
    }
}

fn head(answer: &Answer) -> String {
    let headers: String = answer.headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
    let reason = match answer.status {
        200 => "OK",
        301 => "Moved Permanently",
        404 => "Not Found",
        _ => "See Status",
    };
    format!("HTTP/1.1 {} {reason}\r\n{headers}Content-Length: {}\r\n\r\n", answer.status, answer.body.len())
}
