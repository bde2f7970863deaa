//! What is asked, and what may be said.

use super::answers::{Answer, Given};
use super::citation::Citation;
use super::condition::{Apart, Cond, Count, Span, When, all, not};
use chrono::NaiveDate;
use std::marker::PhantomData;

/// How a choice behaves beside the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// An ordinary choice.
    Plain,
    /// "Not known yet" in one of its forms: the question stays open.
    NotKnown,
    /// Excludes the other choices of a checkbox group, for example "none of these".
    Alone,
}

/// One thing that may be said.
#[derive(Clone, Copy, Debug)]
pub struct Choice {
    /// The permanent id.
    pub id: &'static str,
    /// How it behaves beside the others.
    pub sort: Sort,
}

/// A tool's own enum of choices, or of findings.
pub trait Choices: Copy + 'static {
    /// All of them, in the order they are shown.
    const LIST: &'static [Choice];
    /// Its place in the list.
    fn number(self) -> usize;

    /// The choices as a mask of bits.
    fn mask<const N: usize>(choices: [Self; N]) -> u32 {
        choices.iter().fold(0, |mask, choice| mask | 1 << choice.number())
    }
}

/// Defines an enum of choices with their permanent ids.
///
/// `(NotKnown)` or `(Alone)` after an id says how the choice behaves.
#[macro_export]
macro_rules! choices {
    ($($(#[$about:meta])* $vis:vis enum $name:ident { $($variant:ident = $id:literal $(($sort:ident))?),+ $(,)? })+) => {$(
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[allow(missing_docs)]
        $vis enum $name { $($variant),+ }
        impl $crate::engine::Choices for $name {
            const LIST: &'static [$crate::engine::Choice] = &[
                $($crate::engine::Choice { id: $id, sort: $crate::choices!(@ $($sort)?) }),+
            ];
            fn number(self) -> usize { self as usize }
        }
    )+};
    (@) => { $crate::engine::Sort::Plain };
    (@ $sort:ident) => { $crate::engine::Sort::$sort };
}

/// Numbers things in order and gives each a constant, so that a rule can name them.
///
/// Used for questions (`One<C>`, `Many<C>`, `Day`), findings and settings alike.
#[macro_export]
macro_rules! numbered {
    ($($(#[$about:meta])* $name:ident : $kind:ty = $id:literal;)+) => {
        #[allow(non_camel_case_types, clippy::upper_case_acronyms, dead_code)]
        enum InOrder { $($name),+ }
        $($(#[$about])* #[allow(missing_docs)] pub const $name: $kind = <$kind>::new(InOrder::$name as usize, $id);)+
    };
}

/// What an answer to the question looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// One choice.
    One,
    /// Any number of choices.
    Many,
    /// A calendar day.
    Day,
    /// A whole number from 0 to [`LARGEST`].
    Number,
}

/// The largest number that can be an answer.
pub const LARGEST: u16 = 9_999;

/// One question. Its words are in the tool's wording.
#[derive(Debug)]
pub struct Question {
    /// The permanent id.
    pub id: &'static str,
    /// Its place among all questions.
    pub at: usize,
    /// What an answer looks like.
    pub shape: Shape,
    /// What may be said; empty for a day and for a number.
    pub choices: &'static [Choice],
    /// When it is asked.
    pub asked: Cond,
    /// When each choice may be used, in the order of the choices; empty where all always may.
    pub fits: Vec<Cond>,
    /// Whether no answer is an answer too, so that nothing is left open.
    pub optional: bool,
    /// Whether it says what is decided and not how things are, so that no result says what another answer changes.
    pub subject: bool,
    /// Whether the form goes on only once there is an answer.
    pub required: bool,
    /// Whether nobody is asked: a tool works it out and gives it to its law as an answer.
    pub worked_out: bool,
    /// The choice that "not known" counts as, where a table gives it one.
    pub counts_as: Option<usize>,
    /// The sources behind asking it.
    pub sources: Vec<Citation>,
}

impl Question {
    fn new(at: usize, id: &'static str, shape: Shape, choices: &'static [Choice], asked: Cond) -> Self {
        let (fits, sources) = (Vec::new(), Vec::new());
        Self {
            id,
            at,
            shape,
            choices,
            asked,
            fits,
            optional: false,
            subject: false,
            required: false,
            worked_out: false,
            counts_as: None,
            sources,
        }
    }

    /// No answer is an answer too: nothing has to be found out.
    #[must_use]
    pub fn optional(mut self) -> Self {
        self.optional = true;
        self
    }

    /// It says what is decided, not how things are.
    #[must_use]
    pub fn subject(mut self) -> Self {
        self.subject = true;
        self
    }

    /// The form goes on only once there is an answer.
    #[must_use]
    pub fn required(mut self) -> Self {
        self.required = true;
        self
    }

    /// Nobody is asked: a tool works it out. No answer is an answer too.
    #[must_use]
    pub fn worked_out(mut self) -> Self {
        self.worked_out = true;
        self.optional()
    }

    /// What "not known" counts as in the tables.
    #[must_use]
    pub fn not_known_counts_as(mut self, choice: impl Choices) -> Self {
        self.counts_as = Some(choice.number());
        self
    }

    /// The sources behind asking it.
    #[must_use]
    pub fn because<const N: usize>(mut self, sources: [Citation; N]) -> Self {
        self.sources = sources.to_vec();
        self
    }

    /// Limits each choice of the question to when it may be used.
    #[must_use]
    pub fn fitting(mut self, fits: impl Fn(&'static str) -> Cond) -> Self {
        self.fits = self.choices.iter().map(|choice| fits(choice.id)).collect();
        self
    }

    /// Whether the answer is a text: then the one choice is that something was written, and the text itself never
    /// reaches a rule.
    pub fn is_written(&self) -> bool {
        matches!(self.choices, [one] if one.id == "written")
    }

    /// The choices that leave the question open, as a mask.
    pub fn not_known(&self) -> u32 {
        self.mask_of(|sort| sort == Sort::NotKnown)
    }

    /// Every choice, as a mask.
    pub fn every(&self) -> u32 {
        self.mask_of(|_| true)
    }

    /// The choices that exclude the others, as a mask.
    pub fn alone(&self) -> u32 {
        self.mask_of(|sort| sort != Sort::Plain)
    }

    fn mask_of(&self, keep: impl Fn(Sort) -> bool) -> u32 {
        let numbered = self.choices.iter().enumerate();
        numbered.filter(|(_, choice)| keep(choice.sort)).fold(0, |mask, (at, _)| mask | 1 << at)
    }
}

/// A question answered by one choice.
#[derive(Debug)]
pub struct One<C>(pub usize, &'static str, PhantomData<C>);
/// A question answered by any number of choices.
#[derive(Debug)]
pub struct Many<C>(pub usize, &'static str, PhantomData<C>);
/// A question answered by a day.
#[derive(Clone, Copy, Debug)]
pub struct Day(pub usize, &'static str);
/// A question answered by a whole number from 0 to [`LARGEST`].
#[derive(Clone, Copy, Debug)]
pub struct Number(pub usize, &'static str);

impl<C> Clone for One<C> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<C> Copy for One<C> {}
impl<C> Clone for Many<C> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<C> Copy for Many<C> {}

impl<C: Choices> One<C> {
    /// Used by [`numbered!`](crate::numbered).
    pub const fn new(at: usize, id: &'static str) -> Self {
        Self(at, id, PhantomData)
    }

    /// The question itself, with when it is asked.
    pub fn asked(self, when: Cond) -> Question {
        Question::new(self.0, self.1, Shape::One, C::LIST, when)
    }

    /// It is asked and this is the answer.
    pub fn is(self, choice: C) -> Cond {
        self.any([choice])
    }

    /// It is asked and the answer is one of these.
    pub fn any<const N: usize>(self, choices: [C; N]) -> Cond {
        Cond::Chose(self.0, C::mask(choices))
    }

    /// It is asked and the answer is none of these. Not known counts as an answer.
    pub fn none_of<const N: usize>(self, choices: [C; N]) -> Cond {
        let every = C::LIST.iter().enumerate().fold(0, |mask, (at, _)| mask | 1 << at);
        Cond::Chose(self.0, every & !C::mask(choices))
    }

    /// It is asked and the answer is not known, or there is none.
    pub fn unknown(self) -> Cond {
        let numbered = C::LIST.iter().enumerate();
        let open = numbered.filter(|(_, c)| c.sort == Sort::NotKnown).fold(0, |mask, (at, _)| mask | 1 << at);
        Cond::Chose(self.0, open)
    }

    /// It is asked and "not known" was said: nobody having answered is not the same.
    pub fn said_unknown(self) -> Cond {
        all([self.unknown(), not(self.blank())])
    }

    /// It is asked.
    pub fn visible(self) -> Cond {
        Cond::Asked(self.0)
    }

    /// It is asked and nothing was said to it.
    pub fn blank(self) -> Cond {
        Cond::Blank(self.0)
    }

    /// An answer to it.
    pub fn answer(self, choice: C) -> Answer {
        Answer::new(self.0, Given::One(choice.number()))
    }
}

impl<C: Choices> Many<C> {
    /// Used by [`numbered!`](crate::numbered).
    pub const fn new(at: usize, id: &'static str) -> Self {
        Self(at, id, PhantomData)
    }

    /// The question itself, with when it is asked.
    pub fn asked(self, when: Cond) -> Question {
        Question::new(self.0, self.1, Shape::Many, C::LIST, when)
    }

    /// It is asked.
    pub fn visible(self) -> Cond {
        Cond::Asked(self.0)
    }

    /// It is asked and this choice is ticked and may be used.
    pub fn includes(self, choice: C) -> Cond {
        self.any([choice])
    }

    /// It is asked and at least one of these is ticked and may be used.
    pub fn any<const N: usize>(self, choices: [C; N]) -> Cond {
        Cond::Ticked(self.0, C::mask(choices))
    }

    /// It is asked and nothing is ticked, not even a choice that may not be used.
    pub fn empty(self) -> Cond {
        Cond::Blank(self.0)
    }

    /// It is asked and a choice is ticked that may not be used.
    pub fn misfits(self) -> Cond {
        Cond::Misfit(self.0)
    }

    /// An answer to it.
    pub fn answer<const N: usize>(self, choices: [C; N]) -> Answer {
        Answer::new(self.0, Given::Many(C::mask(choices)))
    }
}

impl Day {
    /// Used by [`numbered!`](crate::numbered).
    pub const fn new(at: usize, id: &'static str) -> Self {
        Self(at, id)
    }

    /// The question itself, with when it is asked.
    pub fn asked(self, when: Cond) -> Question {
        Question::new(self.0, self.1, Shape::Day, &[], when)
    }

    /// A day was given, whether or not it is asked for.
    pub fn given(self) -> Cond {
        Cond::Given(self.0)
    }

    /// It is asked and no day was given.
    pub fn blank(self) -> Cond {
        Cond::Blank(self.0)
    }

    /// The day, for counting.
    pub fn day(self) -> When {
        When::Answer(self.0)
    }

    /// Today is so many days after it, or more.
    pub fn ago(self, days: Count) -> Cond {
        Cond::Apart(Apart { from: self.day(), to: When::Today, span: Span::AtLeast(days) })
    }

    /// It is so many days ahead or fewer, or past.
    pub fn within(self, days: i32) -> Cond {
        Cond::Apart(Apart { from: When::Today, to: self.day(), span: Span::AtMost(Count::Days(days)) })
    }

    /// It lies after another day.
    pub fn after(self, other: When) -> Cond {
        Cond::Apart(Apart { from: other, to: self.day(), span: Span::AtLeast(Count::Days(1)) })
    }

    /// An answer to it.
    pub fn answer(self, day: NaiveDate) -> Answer {
        Answer::new(self.0, Given::Day(day))
    }
}

impl Number {
    /// Used by [`numbered!`](crate::numbered).
    pub const fn new(at: usize, id: &'static str) -> Self {
        Self(at, id)
    }

    /// The question itself, with when it is asked.
    pub fn asked(self, when: Cond) -> Question {
        Question::new(self.0, self.1, Shape::Number, &[], when)
    }

    /// It is asked and the number is this or more. No answer is less than any number.
    pub fn at_least(self, count: Count) -> Cond {
        Cond::AtLeast(self.0, count)
    }

    /// An answer to it.
    pub fn answer(self, number: u16) -> Answer {
        Answer::new(self.0, Given::Number(number.min(LARGEST)))
    }
}
