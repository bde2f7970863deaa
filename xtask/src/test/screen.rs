//! A screen that nobody sees, for a browser that cannot do without one.

use crate::build::files::said;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

const PROGRAM: &str = "Xvfb";

/// A running screen. It ends when this is dropped.
#[derive(Debug)]
pub struct Screen {
    child: Child,
    /// What programs are told of it, such as `:1`.
    pub name: String,
}

impl Screen {
    /// Starts a screen under a number that is free.
    ///
    /// # Errors
    /// When it does not start.
    pub fn start() -> Result<Screen, String> {
        let mut command = Command::new(PROGRAM);
        command.args(["-displayfd", "1", "-screen", "0", "1600x1200x24", "-nolisten", "tcp"]);
        let child = command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn();
        let child = child.map_err(|fault| said(Path::new(PROGRAM), &fault))?;
        // From here on the process is ended by `drop`, whatever happens.
        let mut screen = Screen { child, name: String::new() };
        let mut line = String::new();
        let read = screen.child.stdout.take().map(|it| BufReader::new(it).read_line(&mut line));
        match (read, line.trim()) {
            (Some(Ok(_)), number) if !number.is_empty() => screen.name = format!(":{number}"),
            _ => return Err(format!("`{PROGRAM}` did not say its number")),
        }
        Ok(screen)
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
