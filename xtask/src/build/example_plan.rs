//! The example plan that a page shows: written from its facts, so that it is always one that the tool opens.

use super::files::{Files, read};
use care_tools::json::Json;
use care_tools::locality::Locality;
use care_tools::record::Stamp;
use care_tools::record::plan_file::{self, Saved};
use care_tools::tools::action_planning::decide;
use care_tools::tools::action_planning::groups::Action;
use care_tools::tools::action_planning::plan::Plan;
use std::path::Path;

/// The id of the example. It is nobody's.
const ID: &str = "51d0a2c7-0e1f-4a6b-9c3d-000000000001";

/// Adds `example-plan.json`.
///
/// # Errors
/// When its facts are not those of a plan.
pub fn add(files: &mut Files, root: &Path) -> Result<(), String> {
    let case = Json::read(&read(&root.join("examples/plan.json"))?)?;
    let facts = case.get("facts").ok_or("`examples/plan.json` has no facts")?;
    files.add("example-plan.json", written(facts)?)
}

/// The saved plan of these facts.
///
/// # Errors
/// When they are not those of a plan.
pub fn written(facts: &Json) -> Result<String, String> {
    let (plan, _) = decide::plan(facts)?;
    let now = Plan { actions: plan.actions.iter().map(Action::current).collect(), ..plan.clone() };
    let made = (plan.issues.len(), plan.actions.len());
    let saved = Saved {
        saved_on: plan.today,
        plan,
        stamp: Stamp { id: ID.into(), made_at: "2026-11-09T10:00:00.000Z".into(), ..Stamp::default() },
        calendar_id: ID.into(),
        completed_at: "2026-11-09T10:40:00.000Z".into(),
        saved_at: "2026-11-20T15:10:00.000Z".into(),
        made,
        ..Saved::default()
    };
    let working = plan_file::write(&saved, &now.read(), &Locality::default());
    Ok(plan_file::to_save(working, None, &saved.saved_at).write())
}
