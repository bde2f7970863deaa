//! What a tool says aloud by itself, in its status regions and alerts.

use super::super::page::Page;
use super::super::widget::Widget;
use super::ask::ask;

/// Longer than this and it is a page read aloud, not a message.
const LONGEST: usize = 500;

/// Something that was said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// The words.
    pub text: String,
    /// Whether it waits until a screen reader has finished its sentence.
    pub politely: bool,
    /// Whether the region came with its words. Screen readers may then say nothing, except of an alert.
    pub born: bool,
    /// The role of the region.
    pub kind: String,
}

/// Listens from now on.
pub async fn listen(page: &Page<'_>, tool: Widget<'_>) -> Result<(), String> {
    ask(page, tool, "access.listen()").await.map(drop)
}

/// What has been said since the last time.
pub async fn heard(page: &Page<'_>, tool: Widget<'_>) -> Result<Vec<Said>, String> {
    let heard = ask(page, tool, "access.heard()").await?;
    let one = |it: &serde_json::Value| Said {
        text: it["text"].as_str().unwrap_or_default().to_owned(),
        politely: it["politeness"] == "polite",
        born: it["born"] == true,
        kind: it["kind"].as_str().unwrap_or_default().to_owned(),
    };
    Ok(heard.as_array().into_iter().flatten().map(one).collect())
}

/// What is wrong with how things were said.
pub fn faults(said: &[Said]) -> Vec<String> {
    let mut faults = Vec::new();
    for (at, one) in said.iter().enumerate() {
        let start: String = one.text.chars().take(60).collect();
        if one.born && one.kind != "alert" {
            faults.push(format!("“{start}” came together with its region, so it may not be said"));
        }
        if !one.politely && one.kind != "alert" {
            faults.push(format!("“{start}” interrupts"));
        }
        if said.get(at + 1).is_some_and(|next| next.text == one.text) {
            faults.push(format!("“{start}” is said twice"));
        }
        // A list of problems is an alert, and takes the focus as well.
        if one.kind != "alert" && one.text.chars().count() > LONGEST {
            faults.push(format!("“{start}” is said in {} letters", one.text.chars().count()));
        }
    }
    faults
}

/// Words that have to be said politely, once.
pub fn has(said: &[Said], words: &str) -> Result<(), String> {
    match said.iter().filter(|one| one.text.contains(words)).collect::<Vec<_>>().as_slice() {
        [] => {
            Err(format!("“{words}” is not said; said was {:?}", said.iter().map(|it| &it.text).collect::<Vec<_>>()))
        }
        [one] if one.politely => Ok(()),
        [_] => Err(format!("“{words}” interrupts")),
        more => Err(format!("“{words}” is said {} times", more.len())),
    }
}

#[cfg(test)]
mod tests {
    use super::{Said, faults, has};

    fn said(text: &str) -> Said {
        Said { text: text.into(), politely: true, born: false, kind: "status".into() }
    }

    #[test]
    fn what_is_said_once_and_politely_is_in_order() {
        assert!(faults(&[said("Copied."), said("Saved.")]).is_empty());
        assert!(has(&[said("Copied."), said("Saved.")], "Saved").is_ok());
    }

    #[test]
    fn what_is_said_twice_or_never_or_at_once_is_not() {
        assert_eq!(faults(&[said("Copied."), said("Copied.")]).len(), 1);
        assert!(has(&[said("Copied."), said("Copied.")], "Copied").is_err());
        assert!(has(&[], "Copied").is_err());
        assert_eq!(faults(&[Said { born: true, ..said("Copied.") }]).len(), 1);
        assert_eq!(faults(&[Said { politely: false, ..said("Copied.") }]).len(), 1);
        assert!(has(&[Said { politely: false, ..said("Copied.") }], "Copied").is_err());
        assert_eq!(faults(&[said(&"word ".repeat(200))]).len(), 1);
    }

    #[test]
    fn an_alert_may_come_with_its_words() {
        let alert = Said { born: true, politely: false, kind: "alert".into(), ..said("There is a problem") };
        assert!(faults(&[alert]).is_empty());
    }
}
