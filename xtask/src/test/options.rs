//! What `cargo xtask test` was asked to run.

use super::engine::Engine;

/// One part of the tests.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Half {
    /// Tests without a browser.
    Native,
    /// Exported files, read by other programs.
    Readers,
    /// Journeys in a browser.
    Browser,
}

/// The words after the command, understood.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Options {
    half: Option<Half>,
    /// Only journeys whose name has these words.
    pub only: Option<String>,
    engines: Option<Vec<Engine>>,
    /// Whether the journeys run on what was built the last time: quick, while journeys are written.
    pub again: bool,
    /// Whether the table of faults runs in every engine, and not in Chromium alone.
    pub every_fault: bool,
}

impl Options {
    /// Reads the words after the command.
    ///
    /// # Errors
    /// When one is not known.
    pub fn read(words: &[String]) -> Result<Options, String> {
        let mut options = Options::default();
        let mut words = words.iter();
        while let Some(word) = words.next() {
            match (word.as_str(), options.half) {
                ("--native", None) => options.half = Some(Half::Native),
                ("--readers", None) => options.half = Some(Half::Readers),
                ("--browser", None) => options.half = Some(Half::Browser),
                ("--native" | "--readers" | "--browser", Some(_)) => {
                    return Err("choose one of `--native`, `--readers` and `--browser`".into());
                }
                ("--again", _) => options.again = true,
                ("--every-fault", _) => options.every_fault = true,
                ("--browsers", _) => {
                    options.engines = Some(Engine::read(words.next().ok_or("`--browsers` needs a name, or `all`")?)?);
                }
                ("--only", _) => {
                    options.only = Some(words.next().ok_or("`--only` needs words from a journey's name")?.clone())
                }
                (other, _) => return Err(format!("`test` does not know `{other}`")),
            }
        }
        // Words from a journey's name ask for journeys.
        if options.only.is_some() && options.half.is_none() {
            options.half = Some(Half::Browser);
        }
        Ok(options)
    }

    /// The engines in which journeys run: Chromium, when nothing is said.
    pub fn engines(&self) -> Vec<Engine> {
        self.engines.clone().unwrap_or_else(|| vec![Engine::Chromium])
    }

    /// Whether a half is asked for.
    pub fn runs(&self, half: Half) -> bool {
        self.half.is_none_or(|asked| asked == half)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Options, String> {
        Options::read(&text.split_whitespace().map(str::to_owned).collect::<Vec<_>>())
    }

    #[test]
    fn all_is_the_rule() {
        assert!(read("").is_ok_and(|it| it.runs(Half::Native) && it.runs(Half::Browser)));
    }

    #[test]
    fn words_of_a_journey_leave_out_the_native_half() {
        assert!(read("--only fallback").is_ok_and(|it| !it.runs(Half::Native) && it.runs(Half::Browser)));
    }

    #[test]
    fn engines_are_chosen() {
        assert!(read("").is_ok_and(|it| it.engines() == [Engine::Chromium]));
        assert!(read("--browsers all").is_ok_and(|it| it.engines().len() == 3 && it.runs(Half::Native)));
        assert!(read("--browsers opera").is_err());
        assert!(read("--browsers").is_err());
    }

    #[test]
    fn unknown_words_are_refused() {
        assert!(read("--fast").is_err());
        assert!(read("--only").is_err());
        assert!(read("--native --browser").is_err());
    }
}
