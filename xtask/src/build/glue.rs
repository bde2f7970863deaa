//! The JavaScript between the page and the compiled widgets.

const OPENING: &str = "let wasm_bindgen = (function(exports) {";
const ENDING: &str = "})({ __proto__: null });";

/// Makes an ES module of wasm-bindgen's script for pages without modules.
///
/// The module exports `instance`, a factory. Each call gives glue with state of its own, so that every
/// widget can run its own instance of the one compiled module, and a crash in one stays there.
/// wasm-bindgen has no output of that shape: its own modules hold one instance for ever.
///
/// # Errors
/// When the script is not of the form that we know, as after an upgrade of wasm-bindgen.
pub fn factory(script: &str) -> Result<String, String> {
    let inside = script.trim().strip_prefix(OPENING).and_then(|rest| rest.strip_suffix(ENDING));
    match inside {
        Some(inside) if !inside.contains(OPENING) && !inside.contains(ENDING) => {
            Ok(format!("export const instance = () => (function(exports) {{{inside}{ENDING}\n"))
        }
        _ => Err(format!(
            "wasm-bindgen's script should begin with `{OPENING}` and end with `{ENDING}`, each once; \
             it does not. Compare its version with the one that `xtask/src/build/glue.rs` was written for (0.2.130)"
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_becomes_a_factory() {
        let script = format!("{OPENING}\n  return exports;\n{ENDING}\n");
        let module =
            "export const instance = () => (function(exports) {\n  return exports;\n})({ __proto__: null });\n";
        assert_eq!(factory(&script), Ok(module.to_owned()));
    }

    #[test]
    fn an_unknown_form_is_refused() {
        assert!(factory("export function start() {}").is_err());
        assert!(factory(OPENING).is_err());
        assert!(factory(&format!("{OPENING}{ENDING}{OPENING}{ENDING}")).is_err());
    }
}
