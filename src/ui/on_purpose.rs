//! Crashes that a journey asks for in words, to prove that nothing is lost. Only in the build with faults.
//!
//! What is typed says at what: `crash now` at this letter, `crash at the next` at whatever comes next, be it a click, a
//! choice, a key, a file or the page's own word, and `crash in drawing` at the next drawing.

use std::cell::Cell;

#[derive(Clone, Copy, PartialEq, Eq)]
enum At {
    Nothing,
    Next,
    Drawing,
}

thread_local! {
    static ASKED: Cell<At> = const { Cell::new(At::Nothing) };
}

/// Looks at what was typed.
pub fn fail_when_asked(text: &str) {
    match text {
        _ if text.ends_with("crash now") => fail(),
        _ if text.ends_with("crash at the next") => ASKED.set(At::Next),
        _ if text.ends_with("crash in drawing") => ASKED.set(At::Drawing),
        _ => {}
    }
}

/// Something else happened than typing those words.
pub fn fail_at_the_next() {
    if ASKED.get() == At::Next {
        fail();
    }
}

/// The screen is drawn.
pub fn fail_in_drawing() {
    if ASKED.get() == At::Drawing {
        fail();
    }
}

#[allow(clippy::panic)]
fn fail() {
    panic!("asked to");
}
