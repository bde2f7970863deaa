//! The browsers' engines in which the journeys run.

/// One engine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Engine {
    /// Chrome, Edge and most others.
    Chromium,
    /// Firefox.
    Firefox,
    /// WebKitGTK: as near to Safari as one comes without an Apple computer.
    WebKit,
}

impl Engine {
    /// Every engine, in the order in which they run.
    pub const ALL: [Engine; 3] = [Engine::Chromium, Engine::Firefox, Engine::WebKit];

    /// What people call it.
    pub fn name(self) -> &'static str {
        match self {
            Engine::Chromium => "Chromium",
            Engine::Firefox => "Firefox",
            Engine::WebKit => "WebKitGTK",
        }
    }

    /// Reads what stands after `--browsers`: one engine, or all.
    ///
    /// # Errors
    /// When it names none.
    pub fn read(words: &str) -> Result<Vec<Engine>, String> {
        match words {
            "all" => Ok(Engine::ALL.to_vec()),
            "chromium" => Ok(vec![Engine::Chromium]),
            "firefox" => Ok(vec![Engine::Firefox]),
            "webkit" => Ok(vec![Engine::WebKit]),
            other => Err(format!("`--browsers` takes `all`, `chromium`, `firefox` or `webkit`, and not `{other}`")),
        }
    }
}
