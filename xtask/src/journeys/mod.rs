//! Journeys: what a person does in a browser, from opening a page to seeing the result.
//!
//! # Writing one
//!
//! Write an async function that takes the [`Page`], in a file of this folder named after what is
//! tried, and add a line to [`all`]. The name is a sentence that is true when the journey passes:
//!
//! ```ignore
//! journey!("an answer is still there after going back", going_back),
//!
//! async fn going_back(page: &Page) -> Result<(), String> {
//!     page.open("actions-and-next-steps-reablement.html").await?;
//!     let tool = page.advocacy();
//!     tool.choose("Does the person have difficulty", "Yes").await?;
//!     tool.click("Continue").await?;
//!     tool.wait_for("What this means so far").await?;
//!     page.keys(Key::Tab).await?;
//!     page.same("what has focus", &tool.focused().await?, "Back")?;
//!     page.fault(".wasm", Fault::CutAtHalf);
//!     page.none("accessibility", page.axe().await?)
//! }
//! ```
//!
//! Everything that looks for something waits up to ten seconds for it: a journey never sleeps. Each runs
//! in a new browser with a server of its own, and ends with a check that nothing was written to the
//! console and that nothing broke the page's security policy. One that provokes a fault names the words
//! that it expects there: `journey!("…", lost_file).expecting(&["404"])`. One that needs the build with the
//! crash switch adds `.with(Dist::Faults)`.

mod aside;
mod axe;
mod console;
mod faults;
pub mod journey;
mod look;
mod means;
mod page;
mod pages;
pub mod runner;
mod session;
mod wait;
mod widget;

use journey::Journey;

/// A journey from a sentence and the async function that proves it.
macro_rules! journey {
    ($name:literal, $function:path) => {
        $crate::journeys::journey::Journey::new($name, |page| Box::pin($function(page)))
    };
}

/// Every journey, in the order in which they run.
pub fn all() -> Vec<Journey> {
    vec![
        journey!("the index page loads and has no accessibility fault", pages::index),
        journey!("the fallback can be read where script is off", pages::fallback),
        journey!("a tool starts under the policy of a careful server", pages::chapter),
        journey!("the accessibility check sees inside a shadow root", means::planted_fault),
        journey!("a missing file, a broken policy and a crash are noticed", means::planted_errors).expecting(&[
            "no-such-file.json",
            "style-src",
            "planted crash",
        ]),
        journey!("what is inside a widget is found by its words", means::finding),
        journey!("a page is shown in another way when asked", means::looks),
        journey!("the server plays every fault", means::faults).expecting(&[
            "404",
            "ERR_CONTENT_LENGTH_MISMATCH",
            "MIME type",
            "wasm-eval",
        ]),
    ]
}
