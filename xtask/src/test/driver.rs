//! The driver's process. It ends when this is dropped.

use super::browser::{Browser, is_root};
use super::engine::Engine;
use crate::build::files::said;
use std::io::{BufRead, BufReader};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};
use std::{fs, thread};

/// What stands before the port in what a driver prints when it is ready.
const READY: [&str; 2] = ["started successfully on port ", "Listening on 127.0.0.1:"];
const LONGEST_START: Duration = Duration::from_secs(20);

static NUMBER: AtomicU32 = AtomicU32::new(0);

/// A running driver. Only Chromium's could steer several browsers, so each browser has one of its own.
#[derive(Debug)]
pub struct Driver {
    child: Child,
    port: u16,
    /// For the browser's profile and sockets, which it leaves behind. In the system's own folder, as the
    /// path of a socket has to be short.
    temporary: PathBuf,
}

impl Driver {
    /// Starts a driver on a port of its own choice.
    ///
    /// # Errors
    /// When it does not start; its own words are in the log.
    pub fn start(browser: &Browser, log: &Path) -> Result<Driver, String> {
        let temporary = temporary();
        fs::create_dir_all(&temporary).map_err(|fault| said(&temporary, &fault))?;
        let mut command = Command::new(&browser.driver);
        command.env("TMPDIR", &temporary);
        let port = match browser.engine {
            Engine::Chromium => {
                command.args(["--port=0", "--append-log"]).arg(format!("--log-path={}", log.display()));
                None
            }
            Engine::Firefox => {
                command.args(["--port", "0", "--websocket-port", "0", "--allow-system-access"]);
                // What a browser in the name of the administrator asks of its home.
                command.env("HOME", &temporary);
                None
            }
            Engine::WebKit => {
                let port = free_port()?;
                command.arg(format!("--port={port}")).env("HOME", &temporary);
                if is_root() {
                    command.env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1");
                }
                Some(port)
            }
        };
        if let Some(screen) = &browser.screen {
            command.env("DISPLAY", &screen.name);
        }
        let child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn();
        let child = child.map_err(|fault| said(&browser.driver, &fault))?;
        // From here on the process is ended by `drop`, whatever happens.
        let mut driver = Driver { child, port: port.unwrap_or_default(), temporary };
        let silent = || format!("`{}` did not start; see {}", browser.driver.display(), log.display());
        match port {
            None => driver.port = driver.read_port().ok_or_else(silent)?,
            Some(port) if answers(port) => {}
            Some(_) => return Err(silent()),
        }
        Ok(driver)
    }

    /// Where it listens.
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// A folder that goes with the driver, and the home of its browser.
    pub fn home(&self) -> &Path {
        &self.temporary
    }

    fn read_port(&mut self) -> Option<u16> {
        let mut lines = BufReader::new(self.child.stdout.take()?).lines().map_while(Result::ok);
        let port = lines.find_map(|line| port(&line));
        // What it prints later must go somewhere, or it would wait for a reader.
        thread::spawn(move || lines.for_each(drop));
        port
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
        let _ = fs::remove_dir_all(&self.temporary);
    }
}

fn temporary() -> PathBuf {
    let number = NUMBER.fetch_add(1, Ordering::Relaxed);
    std::env::temp_dir().join(format!("care-tools-{}-{number}", std::process::id()))
}

fn port(line: &str) -> Option<u16> {
    let after = READY.iter().find_map(|ready| line.split_once(ready))?.1;
    after.trim_end_matches('.').parse().ok()
}

/// A port that is free now. Another program could take it before the driver does; then the driver does not start,
/// which is told.
fn free_port() -> Result<u16, String> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).and_then(|it| it.local_addr());
    listener.map(|it| it.port()).map_err(|fault| format!("no free port: {fault}"))
}

fn answers(port: u16) -> bool {
    let start = Instant::now();
    while start.elapsed() < LONGEST_START {
        if TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_ok() {
            return true;
        }
        thread::sleep(Duration::from_millis(20));
    }
    false
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_port_is_read() {
        assert_eq!(super::port("ChromeDriver was started successfully on port 40123."), Some(40123));
        assert_eq!(super::port("1764288000000\tgeckodriver\tINFO\tListening on 127.0.0.1:40123"), Some(40123));
        assert_eq!(super::port("Please see the documentation"), None);
    }
}
