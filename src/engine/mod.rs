//! How deciding works. This room knows no tool, no words and no browser.
//!
//! A [`Law`] is questions, decision tables, outcomes and warnings as values.
//! [`Law::decide`] reads it over [`Answers`] on the day the answers give; the
//! reasons, what is still open and what would change the result all come from
//! the same reading, so no tool writes any of them by hand.

pub mod answers;
pub mod bits;
pub mod calendar;
pub mod citation;
pub mod condition;
pub mod dates;
pub mod decision;
pub mod law;
pub mod outcome;
pub mod packed;
pub mod question;
pub mod quick;
pub mod reading;
pub mod rule;
pub mod what_if;

pub use answers::{Answer, AnswerFault, Answers, Given, number};
pub use bits::{QuestionSet, RowSet};
pub use calendar::Calendar;
pub use citation::{Citation, Source};
pub use condition::{Apart, Because, Cond, Count, Span, Truth, Verdict, When, all, any, not};
pub use decision::{Decision, Notice, Reason, Standing, Topic};
pub use law::{Index, Law, Section, Settings, Warning};
pub use outcome::{Kind, Outcome, OutcomeId};
pub use packed::{Packed, Packer, Unpacker};
pub use question::{Choice, Choices, Day, LARGEST, Many, Number, One, Question, Shape, Sort};
pub use quick::{Quick, Sheet};
pub use reading::{Reader, Reading};
pub use rule::{Finding, Hit, NoFinding, Period, Row, SettingDay, Start, Table};
pub use what_if::{Change, WhatIf};
