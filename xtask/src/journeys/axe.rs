//! The accessibility check.

use super::aside;
use serde_json::{Value, json};
use thirtyfour::WebDriver;

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
pub async fn check(driver: &WebDriver, axe_core: &str, rules: Rules) -> Result<Vec<String>, String> {
    if aside::evaluate(driver, "typeof axe").await? != "object" {
        aside::evaluate(driver, &format!("{axe_core}; 0")).await?;
    }
    let options = json!({
        "runOnly": { "type": "tag", "values": tags(rules) },
        "resultTypes": ["violations"],
        // It would fetch the style sheets once more, for a rule that is off.
        "preload": false,
    });
    let found = aside::evaluate(driver, &format!("axe.run(document, {options}).then((it) => it.violations)")).await?;
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
