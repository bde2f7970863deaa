//! The driver's process. It ends when this is dropped.

use crate::build::files::said;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::{fs, thread};

const STARTED: &str = "started successfully on port ";

/// A running driver.
#[derive(Debug)]
pub struct Driver {
    child: Child,
    port: u16,
    /// For the browsers' profiles and sockets, which they leave behind. In the system's own folder, as the
    /// path of a socket has to be short.
    temporary: PathBuf,
}

impl Driver {
    /// Starts a driver on a port of its own choice.
    ///
    /// # Errors
    /// When it does not start; its own words are in the log.
    pub fn start(program: &Path, log: &Path) -> Result<Driver, String> {
        let temporary = std::env::temp_dir().join(format!("care-tools-{}", std::process::id()));
        fs::create_dir_all(&temporary).map_err(|fault| said(&temporary, &fault))?;
        let mut command = Command::new(program);
        command.arg("--port=0").arg(format!("--log-path={}", log.display())).env("TMPDIR", &temporary);
        let child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn();
        let child = child.map_err(|fault| said(program, &fault))?;
        // From here on the process is ended by `drop`, whatever happens.
        let mut driver = Driver { child, port: 0, temporary };
        let silent = || format!("`{}` did not say its port; see {}", program.display(), log.display());
        driver.port = driver.read_port().ok_or_else(silent)?;
        Ok(driver)
    }

    /// Where it listens.
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
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

fn port(line: &str) -> Option<u16> {
    line.split_once(STARTED)?.1.trim_end_matches('.').parse().ok()
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_port_is_read() {
        assert_eq!(super::port("ChromeDriver was started successfully on port 40123."), Some(40123));
        assert_eq!(super::port("Please see the documentation"), None);
    }
}
