//! `cargo xtask serve`: the example pages on this computer, rebuilt on every change.

mod live;
mod rebuild;
mod watch;

use crate::http::Server;
use crate::http::site::Site;
use crate::{places::Places, setup};
use live::Live;
use std::io::ErrorKind;
use std::sync::Arc;

const FIRST_PORT: u16 = 8000;
const LAST_PORT: u16 = 8099;

/// Builds, serves and watches, until it is stopped from outside.
///
/// # Errors
/// When the words after the command are not understood, or no port is free.
pub fn run(words: &[String]) -> Result<(), String> {
    let port = wanted_port(words)?;
    let places = Places::find()?;
    setup::wasm_target()?;
    let mut seen = watch::look(&places.root);
    let live = Arc::new(Live::new(Site::new(places.dist())));
    live.built(rebuild::rebuild(&places.root));
    let server = start(port, &live)?;
    println!("The example pages are at {}", server.url("index.html"));
    println!("Stop with Ctrl+C.");
    loop {
        seen = watch::wait_for_change(&places.root, &seen);
        live.built(rebuild::rebuild(&places.root));
    }
}

fn wanted_port(words: &[String]) -> Result<Option<u16>, String> {
    match words {
        [] => Ok(None),
        [flag, port] if flag == "--port" => {
            port.parse().map(Some).map_err(|_| format!("`{port}` is not a port: a number from 1 to 65535"))
        }
        _ => Err("`serve` knows only `--port N`".to_owned()),
    }
}

fn start(port: Option<u16>, live: &Arc<Live>) -> Result<Server, String> {
    let ports = port.map_or(FIRST_PORT..=LAST_PORT, |port| port..=port);
    for port in ports {
        match Server::start(port, Arc::<Live>::clone(live)) {
            Ok(server) => return Ok(server),
            Err(fault) if fault.kind() == ErrorKind::AddrInUse => {}
            Err(fault) => return Err(format!("port {port} of this computer cannot be used: {fault}")),
        }
    }
    Err(match port {
        Some(port) => format!("port {port} is taken; choose another with `--port N`"),
        None => format!("no port from {FIRST_PORT} to {LAST_PORT} is free; choose another with `--port N`"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_port_is_a_number() {
        let words = |text: &str| text.split(' ').map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(wanted_port(&[]), Ok(None));
        assert_eq!(wanted_port(&words("--port 8123")), Ok(Some(8123)));
        assert!(wanted_port(&words("--port many")).is_err());
        assert!(wanted_port(&words("--door 8123")).is_err());
    }
}
