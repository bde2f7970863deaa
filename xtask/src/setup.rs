//! What a fresh machine lacks before the widgets can be built.

use crate::commands;
use std::path::Path;
use std::process::Command;

/// The target that browsers run.
pub const WASM: &str = "wasm32-unknown-unknown";

/// Adds the WebAssembly target through rustup when it is missing.
///
/// # Errors
/// When it is missing and rustup cannot add it; the words say what to run.
pub fn wasm_target() -> Result<(), String> {
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let folder = commands::output(Command::new(rustc).args(["--print", "target-libdir", "--target", WASM]))?;
    if Path::new(folder.trim()).is_dir() {
        return Ok(());
    }
    println!("Adding the Rust target {WASM}");
    commands::run(Command::new("rustup").args(["target", "add", WASM])).map_err(|fault| {
        format!(
            "the Rust target {WASM} is missing. Run `rustup target add {WASM}`, or install Rust through \
             https://rustup.rs. {fault}"
        )
    })
}
