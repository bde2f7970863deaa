//! The accessibility check.

use super::aside;
use super::session::Session;
use serde_json::{Value, json};

/// Where it is kept: under a symbol, as a page may have no new name.
const AXE: &str = "(typeof window === 'undefined' ? globalThis : window)[Symbol.for('axe')]";
const HIDE: &str = "{
    const owner = typeof window === 'undefined' ? globalThis : window;
    Object.defineProperty(owner, Symbol.for('axe'), { value: owner.axe });
    delete owner.axe;
}";

/// Which of axe-core's rules are asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rules {
    /// WCAG 2.2, levels A and AA.
    Wcag,
    /// These and what axe-core calls best practice.
    WcagAndBestPractice,
}

/// Checks the page that is open, with everything inside open shadow roots. Returns a sentence for each fault.
///
/// # Errors
/// When the check cannot be made.
pub async fn check(session: &Session, axe_core: &str, rules: Rules) -> Result<Vec<String>, String> {
    if aside::evaluate(session, &format!("typeof {AXE}")).await? != "object" {
        aside::load(session, axe_core, HIDE).await?;
    }
    let options = json!({
        "runOnly": { "type": "tag", "values": tags(rules) },
        "resultTypes": ["violations"],
        // It would fetch the style sheets once more, for a rule that is off.
        "preload": false,
    });
    let found =
        aside::evaluate(session, &format!("{AXE}.run(document, {options}).then((it) => it.violations)")).await?;
    let violations = found.as_array().ok_or("axe-core gave no list of violations")?;
    Ok(violations.iter().flat_map(sentences).collect())
}

fn tags(rules: Rules) -> Vec<&'static str> {
    let mut tags = vec!["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
    if rules == Rules::WcagAndBestPractice {
        tags.push("best-practice");
    }
    tags
}

fn sentences(violation: &Value) -> Vec<String> {
    let nodes = violation["nodes"].as_array().into_iter().flatten();
    let rule = format!("{} ({})", text(&violation["help"]), text(&violation["id"]));
    nodes
        .map(|node| {
            format!("{rule} at {}: {}", place(&node["target"]), text(&node["failureSummary"]).replace('\n', " "))
        })
        .collect()
}

/// A place inside shadow roots is a list of lists.
fn place(target: &Value) -> String {
    match target {
        Value::Array(parts) => parts.iter().map(place).collect::<Vec<_>>().join(" > "),
        other => text(other).to_owned(),
    }
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}
