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
//!     page.fault("locality.json", Fault::NotFound);
//!     let tool = chapter(page).await?;
//!     tool.answer_section(&Case::named("adv-001")?).await?;
//!     page.same("the next step", tool.go_on().await?.as_str(), "Taking part")?;
//!     page.keys(Key::Tab).await?;
//!     tool.click("Back").await?;
//!     page.same("the answer", tool.value("#ct-person_role-adult").await? == true, true)?;
//!     page.sound().await
//! }
//! ```
//!
//! `tool.result(&case, async || page.sound().await)` walks through the whole form, looks at each step, and
//! compares the outcomes. `page.sound()` asks axe-core; what it finds fails the journey at its end.
//!
//! Everything that looks for something waits up to ten seconds for it: a journey never sleeps. Each runs
//! in a new browser with a server of its own, and ends with a check that nothing was written to the
//! console and that nothing broke the page's security policy. One that provokes a fault names the words
//! that it expects there: `journey!("…", lost_file).expecting(&["404"])`. One that needs the build with the
//! crash switch adds `.with(Dist::Faults)`.

/// A journey from a sentence and the async function that proves it.
macro_rules! journey {
    ($name:literal, $function:path) => {
        $crate::journeys::journey::Journey::new($name, |page| Box::pin($function(page)))
    };
}

mod access;
mod ahead;
pub mod aside;
mod axe;
mod boxes;
mod cannot;
mod capabilities;
mod cases;
mod clock;
mod console;
mod council;
mod downloads;
mod drafts;
mod faults;
mod firefox;
pub mod first_file;
mod form;
mod guest;
mod hosts;
pub mod journey;
mod keeping;
mod keyboard;
mod leaving;
mod lists;
mod loading;
mod locality;
mod look;
mod means;
mod mistakes;
mod named;
mod page;
mod pages;
mod plans;
mod press;
mod results;
pub mod runner;
pub mod session;
mod sizes;
mod supervision;
mod teams;
mod together;
mod wait;
mod widget;

use journey::{Dist, Journey};

/// Every journey, in the order in which they run.
pub fn all() -> Vec<Journey> {
    [
        means(),
        pages(),
        results(),
        hands(),
        everybody(),
        together(),
        loading(),
        keeping(),
        guest(),
        manager(),
        suitability(),
        planning(),
        supervising(),
        drafts(),
        hosts(),
        ours(),
        named::journeys(),
    ]
    .concat()
}

fn means() -> Vec<Journey> {
    vec![
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

fn pages() -> Vec<Journey> {
    vec![
        journey!("the index page loads and has no accessibility fault", pages::index),
        journey!("the fallback can be read where script is off", pages::fallback),
        journey!("a tool starts under the policy of a careful server", pages::starts),
    ]
}

fn results() -> Vec<Journey> {
    vec![
        journey!(
            "with no answers nothing is decided, and there is a list of what to find out",
            results::nothing_known
        ),
        journey!("the facts of R (SG) v Haringey lead to a section 67 advocate", results::required),
        journey!("a relative who is implicated does not stand in for an advocate", results::implicated_relative),
        journey!("a hospital stay of 28 days needs an advocate beside somebody appropriate", results::hospital_stay),
        journey!("an IMCA and a Care Act advocate can be one person", results::two_roles),
        journey!("a closed branch is set aside and comes back with its answers", results::changed_answer),
    ]
}

fn hands() -> Vec<Journey> {
    vec![
        journey!("the result is reached from the skip link with the keyboard alone", keyboard::to_the_result),
        journey!("reasons and the panel open and close with the keyboard", keyboard::details),
        journey!("an answer is changed with the keyboard", keyboard::change_by_keys),
        journey!("a date that does not exist is named, found and put right", mistakes::wrong_date),
        journey!("a pasted megabyte is counted, not lost", mistakes::too_much),
        journey!("nothing is too wide in 320 pixels", sizes::narrow),
        journey!("nothing is too wide with letters of twice the size", sizes::large_letters),
        journey!("dark mode has no accessibility fault", sizes::dark),
        journey!("forced colours have no accessibility fault", sizes::forced_colours),
    ]
}

fn everybody() -> Vec<Journey> {
    vec![
        journey!("a fault planted for each check of access is found", access::planted),
        journey!("advocacy is heard and used in every state", access::advocacy),
        journey!("what is done at a result is heard and used in every state", access::left_alone),
        journey!("allocation is heard and used in every state", access::allocation),
        journey!("a contact is heard and used in every state", access::contact),
        journey!("a transfer is heard and used in every state", access::transfer),
        journey!("joint work is heard and used in every state", access::joint),
        journey!("a request is heard and used in every state", access::asked),
        journey!("a draft is heard and used in every state", access::drafts),
        journey!("an offer is heard and used in every state", access::offered),
        journey!("the waiting list is heard and used in every state", access::list),
        journey!("matching is heard and used in every state", access::matching),
        journey!("the plan for the meeting is heard and used in every state", access::plan),
        journey!("the sections of an action plan are heard and used in every state", access::sections),
        journey!("an action plan is heard and used on its first pages", access::written),
        journey!("an action plan is heard and used on its last pages", access::completed),
        journey!("a plan that is followed is heard and used in every state", access::followed),
        journey!("a supervision hour is heard and used in every state", access::hour),
        journey!("the other places of supervision are heard and used in every state", access::others),
        journey!("a page that checks records is heard and used in every state", access::checking),
    ]
}

fn together() -> Vec<Journey> {
    vec![
        journey!("two tools share one download and no answers", together::side_by_side),
        journey!("a crash loses nothing and harms no other tool", together::crash).with(Dist::Faults),
        journey!("after a crash the same step is open", together::crash_later).with(Dist::Faults),
    ]
}

fn loading() -> Vec<Journey> {
    vec![
        journey!("a missing wasm is explained, and trying again helps", loading::missing).expecting(&["404"]),
        journey!("without cryptography a module with another hash is not run", loading::without_cryptography)
            .expecting(&["integrity"]),
        journey!("a policy against wasm is explained", loading::blocked).expecting(&["wasm-eval"]),
        journey!("any other file that does not arrive is explained", loading::other_files).expecting(&[
            "404",
            "MIME type",
            "integrity",
        ]),
        journey!("what was typed before the tool is live is kept with focus and caret", loading::late),
        journey!("focus on a control without an id stays in the tool", loading::late_elsewhere),
        journey!("Continue pressed before the tool is live is remembered", loading::early_continue),
        journey!("the first questions need nothing of the rest of the code", first_file::enough).expecting(&["404"]),
        journey!("what answers mean is said once the rest of the code is there", first_file::meaning),
        journey!(
            "another window that is cleared reaches a tool before all its code is there",
            first_file::cleared_elsewhere
        ),
        journey!("Continue pressed before the rest of the code is there goes on once", first_file::quick),
        journey!("the council's file brings links and contacts", locality::in_order),
        journey!("a wrong council file is named, and the tool works without", locality::wrong),
        journey!("a broken council file is named, and the tool works without", locality::broken),
        journey!("a missing council file is named, and the tool works without", locality::missing)
            .expecting(&["404"]),
    ]
}

fn keeping() -> Vec<Journey> {
    vec![
        journey!("the result can be printed", keeping::printed),
        journey!("the print button prints the tool alone, and leaves the page as it was", keeping::print_button),
        journey!("the record is copied", keeping::copied),
        journey!("a refused copy is told", keeping::not_copied),
        journey!("text and data can be saved", keeping::saved),
        journey!("starting again clears everything after asking", keeping::start_again),
        journey!("a new version names the record it replaces", keeping::new_version),
        journey!("a saved record is opened again as a new version", keeping::reopened),
        journey!("a writer or reader of files that does not come is told, and nothing is lost", keeping::not_fetched)
            .expecting(&["404", "integrity"]),
        journey!("the page gets no record unless it may", keeping::not_shared),
        journey!("answers that nobody uses are covered, then deleted", leaving::nobody_there),
        journey!("a council covers answers sooner", leaving::sooner),
        journey!("a plan that nobody uses is covered, then deleted", leaving::plan_alone),
        journey!("records that nobody looks at are covered, then closed", leaving::records_alone),
        journey!("answers in use are not covered", leaving::still_typing),
        journey!("the Back button shows nobody's answers", leaving::back_button),
        journey!("what is typed before a tool is live goes when the page is left", leaving::early)
            .expecting(&["404"]),
        journey!("what waits behind a notice goes when nobody comes back", leaving::behind_the_notice),
        journey!("what one window clears is not left in another", leaving::two_windows),
        journey!("a page without answers is left without a question", leaving::nothing_typed),
    ]
}

fn guest() -> Vec<Journey> {
    vec![
        journey!("a tool leaves its page's names, looks and attributes alone", guest::left_alone),
        journey!("a tool keeps nothing and sends nothing", guest::keeps_nothing),
        journey!("a tool is fetched when it is about to be seen", guest::waits_until_seen),
        journey!("a hidden tool at the top of a page is left until it is shown", guest::left_while_hidden),
        journey!("a module that the page asks for ahead is downloaded once", ahead::newest),
        journey!("a module that the page asks for ahead by its hash is downloaded once", ahead::by_hash),
        journey!("a module of another version is not used", ahead::another),
        journey!("a tool does without the module that the page asks for ahead", ahead::missing).expecting(&["404"]),
        journey!("a module that is not there by either name is told, and trying again helps", ahead::neither)
            .expecting(&["404"]),
        journey!("a hidden tool is live once it is shown, though the page asked for its module ahead", ahead::hidden),
        journey!("a module sent as another kind of file is fetched by its other name", ahead::of_no_kind),
    ]
}

fn suitability() -> Vec<Journey> {
    vec![
        journey!("a call for a worker who is out stays with duty", teams::contact),
        journey!("a move without a reply goes to a manager, and the teams can be searched", teams::transfer),
        journey!("a number that is not one is named, and kept", teams::wrong_number),
        journey!("what was said of one team is put aside for another", teams::other_receiver),
        journey!("danger stays in sight, and a concern leaves a trace", teams::danger),
        journey!("joint work for an enquiry goes on without agreement", teams::joint),
        journey!("a request is declined with written reasons", teams::asked),
        journey!("a request is answered with the keyboard alone", teams::keys),
        journey!("what advocacy knows is taken over by choice", teams::taken_over),
    ]
}

fn planning() -> Vec<Journey> {
    vec![
        journey!("a whole action plan is written with the keyboard alone", plans::by_keyboard),
        journey!("a plan is saved, opened again and followed", plans::reopened),
        journey!("a plan goes ahead without agreement only with regard to views and wellbeing", plans::disagreement),
        journey!("whom not to contact is said, and not in a copy for others", plans::risk),
        journey!("twenty actions are put in order, and one is taken back", plans::twenty),
        journey!("what is missing in a plan is listed and put right", plans::incomplete),
        journey!("an action plan is printed, in large print too", plans::printed),
        journey!("an action plan is saved in every form", plans::saved),
        journey!("an action plan is late on the same day in every time zone", plans::zones),
        journey!("a crash in an action comes back to that action", plans::crash).with(Dist::Faults),
        journey!("an action plan fits 320 pixels, dark and forced colours", plans::narrow),
        journey!("a megabyte in an action plan is counted, not lost", plans::too_much),
    ]
}

fn supervising() -> Vec<Journey> {
    vec![
        journey!("the agenda of supervision is made from the open records", supervision::agenda),
        journey!("a supervision hour is held with the keyboard alone", supervision::by_keyboard),
        journey!("a draft, a changed file and a record under other rules say so", supervision::not_to_rely_on),
        journey!("two versions of a record are compared", supervision::compared),
        journey!("another answer is tried on a copy, and the record stays as it was", supervision::what_if),
        journey!(
            "what is no record is named with every fault, and nothing is left after clearing",
            supervision::refused
        ),
        journey!("dropped records are opened, and nothing of them is left anywhere", supervision::nothing_left),
        journey!("a page checks records against their hashes and rules", supervision::verified),
        journey!("a crash in supervision loses no word", supervision::crash).with(Dist::Faults),
        journey!("supervision is narrow, dark and in forced colours", supervision::looks),
    ]
}

fn drafts() -> Vec<Journey> {
    vec![
        journey!("a draft is kept only when asked, found again, and gone after clearing", drafts::kept_and_cleared),
        journey!("a draft with a passphrase opens with no other", drafts::locked),
        journey!("a draft that is out of date is deleted before it is shown", drafts::out_of_date),
        journey!("a damaged draft is refused whole", drafts::damaged),
        journey!("a draft that is cut or changed anywhere is refused", drafts::damaged_anywhere),
        journey!("a draft of a newer version is left as it is", drafts::newer),
        journey!("a store that is deleted under a draft is made again", drafts::deleted),
        journey!("of two tabs only one saves a draft", drafts::two_tabs),
        journey!("of two tabs only one saves a draft, without locks too", drafts::without_locks),
        journey!("a draft is there after the browser was killed", drafts::killed),
        journey!("without cryptography no draft is offered", drafts::plain_http)
            // There the browser compares the hash, and so does not take what the page has asked for ahead.
            .expecting(&["the request credentials mode does not match"]),
        journey!("a draft is still kept after a crash", drafts::crash).with(Dist::Faults),
    ]
}

fn manager() -> Vec<Journey> {
    vec![
        journey!("a row is triaged and seen to move", lists::triage),
        journey!("two people chosen say why one is before the other", lists::before),
        journey!("three kinds of fault are listed with their lines, and no row is lost", lists::faulty),
        journey!("a workbook whose reader does not come is told, and no row is lost", lists::no_reader)
            .expecting(&["404", "integrity"]),
        journey!("a hundred thousand rows are read and walked with the keyboard", lists::many),
        journey!("where everybody is excluded each is named with every reason", lists::nobody),
        journey!("a plan with one line decided otherwise", lists::planned),
        journey!("a saved list opened again is the same list", lists::again),
        journey!("a crash of the list loses no change", lists::crash).with(Dist::Faults),
        journey!("the list is narrow, dark and in forced colours", lists::looks),
    ]
}

fn hosts() -> Vec<Journey> {
    vec![
        journey!("the package works in a page built by Vite", hosts::plain),
        journey!("a page made with React holds a tool", hosts::react),
        journey!("a page made with Vue holds a tool", hosts::vue),
        journey!("a page made with Angular holds a tool", hosts::angular),
        journey!("a page made with Svelte holds a tool", hosts::svelte),
        journey!("a page made with Lit holds a tool", hosts::lit),
        journey!("themes of WordPress, Drupal and SharePoint are left alone, and do no harm", hosts::systems),
        journey!("a page with hostile styles does a tool no harm", hosts::hostile),
        journey!("all five tools stand on one page", hosts::several),
        journey!("a form around a tool sends nothing of it", hosts::form),
        journey!("tools are made early and late, moved, copied and put back", hosts::late),
        journey!("two versions of the script stand on one page", hosts::twice),
        journey!("a tool waits for the whole page where its script does not", hosts::not_waiting),
        journey!("a page with an old entry goes on while new files are there", hosts::deployed),
        journey!("a page changes attributes while a tool is live", hosts::other_attributes),
        journey!("another reference puts the answers aside at once", hosts::another_reference),
        journey!("a draft is one reference's", drafts::of_one_reference),
        journey!("a council's own guidance stands where it belongs", hosts::guidance),
        journey!("a tool in a frame takes its height, and no address of another site", hosts::framed),
    ]
}

fn ours() -> Vec<Journey> {
    vec![
        journey!("in another language no English is left, and longer words fit", council::no_english),
        journey!("the other screens have no English left either", council::no_english_elsewhere),
        journey!("a tool is read from right to left", council::right_to_left),
        journey!("three councils have their own words, teams and colours", council::three),
        journey!("a council's file is checked, changed and tried", council::check_file),
        journey!("every word can be looked up", council::words),
        journey!("what changes on a day is listed", council::changes),
        journey!("the code for a page is made", council::code),
        journey!("a theme is tried on a live tool", council::theming),
        journey!("the documentation has no fault and no broken link", council::documentation),
        journey!("everything works without a network after the first visit", council::offline)
            .expecting(&["ERR_FAILED"]),
    ]
}
