//! A law as data: what the browser reads instead of carrying every tool's law in its module.
//!
//! The form is a list of texts, each once, and a list of whole numbers; a text is the number of its place. Reader
//! and writer stand side by side, type by type, so that neither can be changed alone; the tests read back every
//! tool. Texts and lists that a law keeps for good are never freed: a page reads one law for each element.

use super::citation::{Citation, Source};
use super::condition::{Apart, Cond, Count, Span, When};
use super::law::{Index, Law, Section, Warning};
use super::outcome::{Kind, Outcome};
use super::question::{Choice, Question, Shape, Sort};
use super::rule::{Hit, Period, Row, Start, Table};
use chrono::{Datelike, NaiveDate};

/// What is written so far.
#[derive(Debug, Default)]
pub struct Packer {
    /// Every text, once.
    pub texts: Vec<String>,
    /// Everything, in order.
    pub numbers: Vec<i64>,
}

/// What is still to be read.
#[derive(Debug)]
pub struct Unpacker<'a> {
    texts: Vec<&'static str>,
    numbers: std::slice::Iter<'a, i64>,
    /// How many lists and conditions are being read, each in the one before.
    depth: usize,
}

/// How deep lists and conditions may stand in each other: some more than in any law of ours. What goes deeper is no law,
/// and would be read until there is no room left.
const DEEPEST: usize = 64;

impl<'a> Unpacker<'a> {
    /// Begins to read.
    pub fn new(texts: Vec<&'static str>, numbers: &'a [i64]) -> Self {
        Self { texts, numbers: numbers.iter(), depth: 0 }
    }

    /// Reads something that may have its like in it; nothing where that goes too deep.
    fn within<T>(&mut self, read: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        if self.depth == DEEPEST {
            return None;
        }
        self.depth += 1;
        let read = read(self);
        self.depth -= 1;
        read
    }

    /// Whether everything was read.
    pub fn is_done(&self) -> bool {
        self.numbers.len() == 0
    }
}

/// Something that can be written and read back. Reading gives nothing where the data is not what was written.
pub trait Packed: Sized {
    /// Writes it.
    fn pack(&self, to: &mut Packer);
    /// Reads it.
    fn unpack(from: &mut Unpacker<'_>) -> Option<Self>;
}

/// Writes and reads a struct, field by field.
#[macro_export]
macro_rules! packed {
    ($($type:ident { $($field:ident),+ $(,)? })+) => {$(
        impl $crate::engine::Packed for $type {
            fn pack(&self, to: &mut $crate::engine::Packer) {
                $($crate::engine::Packed::pack(&self.$field, to);)+
            }
            fn unpack(from: &mut $crate::engine::Unpacker<'_>) -> Option<Self> {
                Some(Self { $($field: $crate::engine::Packed::unpack(from)?),+ })
            }
        }
    )+};
}

/// Writes and reads an enum without data by the place of its variant.
#[macro_export]
macro_rules! packed_plain {
    ($($type:ident [ $($variant:ident),+ $(,)? ])+) => {$(
        impl $crate::engine::Packed for $type {
            fn pack(&self, to: &mut $crate::engine::Packer) {
                let all = [$($type::$variant),+];
                let place = all.iter().position(|one| one == self).unwrap_or_default();
                $crate::engine::Packed::pack(&place, to);
            }
            fn unpack(from: &mut $crate::engine::Unpacker<'_>) -> Option<Self> {
                [$($type::$variant),+].get(<usize as $crate::engine::Packed>::unpack(from)?).copied()
            }
        }
    )+};
}

macro_rules! whole {
    ($($type:ty),+) => {$(
        impl Packed for $type {
            fn pack(&self, to: &mut Packer) {
                to.numbers.push(i64::try_from(*self).unwrap_or_default());
            }
            fn unpack(from: &mut Unpacker<'_>) -> Option<Self> {
                (*from.numbers.next()?).try_into().ok()
            }
        }
    )+};
}

whole!(usize, u32, i32);

impl Packed for bool {
    fn pack(&self, to: &mut Packer) {
        usize::from(*self).pack(to);
    }
    fn unpack(from: &mut Unpacker<'_>) -> Option<Self> {
        usize::unpack(from).map(|number| number != 0)
    }
}

impl Packed for &'static str {
    fn pack(&self, to: &mut Packer) {
        let known = to.texts.iter().position(|text| text == self);
        let place = known.unwrap_or_else(|| {
            to.texts.push((*self).to_owned());
            to.texts.len() - 1
        });
        place.pack(to);
    }
    fn unpack(from: &mut Unpacker<'_>) -> Option<Self> {
        let place = usize::unpack(from)?;
        from.texts.get(place).copied()
    }
}

impl Packed for NaiveDate {
    fn pack(&self, to: &mut Packer) {
        self.num_days_from_ce().pack(to);
    }
    fn unpack(from: &mut Unpacker<'_>) -> Option<Self> {
        NaiveDate::from_num_days_from_ce_opt(i32::unpack(from)?)
    }
}

impl<T: Packed> Packed for Option<T> {
    fn pack(&self, to: &mut Packer) {
        self.is_some().pack(to);
        if let Some(inside) = self {
            inside.pack(to);
        }
    }
    fn unpack(from: &mut Unpacker<'_>) -> Option<Self> {
        Some(if bool::unpack(from)? { Some(T::unpack(from)?) } else { None })
    }
}

impl<T: Packed> Packed for Vec<T> {
    fn pack(&self, to: &mut Packer) {
        self.len().pack(to);
        self.iter().for_each(|one| one.pack(to));
    }
    fn unpack(from: &mut Unpacker<'_>) -> Option<Self> {
        from.within(|from| (0..usize::unpack(from)?).map(|_| T::unpack(from)).collect())
    }
}

impl<T: Packed> Packed for &'static [T] {
    fn pack(&self, to: &mut Packer) {
        self.len().pack(to);
        self.iter().for_each(|one| one.pack(to));
    }
    fn unpack(from: &mut Unpacker<'_>) -> Option<Self> {
        Some(Vec::unpack(from)?.leak())
    }
}

impl<A: Packed, B: Packed> Packed for (A, B) {
    fn pack(&self, to: &mut Packer) {
        self.0.pack(to);
        self.1.pack(to);
    }
    fn unpack(from: &mut Unpacker<'_>) -> Option<Self> {
        Some((A::unpack(from)?, B::unpack(from)?))
    }
}

impl Packed for &'static Source {
    fn pack(&self, to: &mut Packer) {
        (self.name, self.address).pack(to);
    }
    fn unpack(from: &mut Unpacker<'_>) -> Option<Self> {
        let (name, address) = Packed::unpack(from)?;
        Some(Box::leak(Box::new(Source { name, address })))
    }
}

packed_plain! {
    Sort [Plain, NotKnown, Alone]
    Shape [One, Many, Day, Number]
    Hit [First, Every]
    Kind [Decision, Duty, Reason, Action, SeekAdvice, Power, Undecided, Signpost, NoDuty]
}

packed! {
    Choice { id, sort }
    Citation { source, at, confirm }
    Question { id, at, shape, choices, asked, fits, optional, subject, required, worked_out, counts_as, sources }
    Section { id, questions }
    Period { from, until }
    Apart { from, to, span }
    Row { id, when, otherwise, in_force, finding, outcomes, sources }
    Table { id, at, hit, only_if, findings, rows }
    Outcome { id, kind, pack, sources }
    Warning { id, when, sources }
}

/// Writes and reads an enum whose variants hold data: number, variant, and the names of what it holds.
macro_rules! packed_variants {
    ($($type:ident { $($number:literal: $variant:ident $(($($part:ident),+))?),+ $(,)? })+) => {$(
        impl Packed for $type {
            fn pack(&self, to: &mut Packer) {
                match self {
                    $($type::$variant $(($($part),+))? => {
                        to.numbers.push($number);
                        $($($part.pack(to);)+)?
                    })+
                }
            }
            fn unpack(from: &mut Unpacker<'_>) -> Option<Self> {
                Some(match i32::unpack(from)? {
                    $($number => {
                        $($(let $part = Packed::unpack(from)?;)+)?
                        $type::$variant $(($($part),+))?
                    })+
                    _ => return None,
                })
            }
        }
    )+};
}

packed_variants! {
    Start { 0: On(day), 1: Setting(at) }
    When { 0: Today, 1: Answer(at) }
    Count { 0: Days(days), 1: Setting(at) }
    Span { 0: AtLeast(count), 1: AtMost(count) }
    Cond {
        0: Always,
        1: Asked(at),
        2: Chose(at, mask),
        3: Ticked(at, mask),
        4: Blank(at),
        5: Given(at),
        6: Apart(apart),
        7: AtLeast(at, count),
        8: Misfit(at),
        9: Found(at, mask),
        10: Present(at),
        11: InForce(period),
        12: Unset(at),
        13: All(parts),
        14: Any(parts),
        15: Not(part),
    }
}

impl Packed for Box<Cond> {
    fn pack(&self, to: &mut Packer) {
        self.as_ref().pack(to);
    }
    fn unpack(from: &mut Unpacker<'_>) -> Option<Self> {
        from.within(Cond::unpack).map(Box::new)
    }
}

impl Packed for Law {
    fn pack(&self, to: &mut Packer) {
        (self.covers_from, self.checked_on).pack(to);
        self.day_asked.pack(to);
        self.sections.pack(to);
        self.tables.pack(to);
        self.outcomes.pack(to);
        self.shown_first.pack(to);
        self.warnings.pack(to);
        (self.settings, self.counts).pack(to);
    }
    fn unpack(from: &mut Unpacker<'_>) -> Option<Self> {
        let (covers_from, checked_on) = Packed::unpack(from)?;
        let law = Law {
            covers_from,
            checked_on,
            day_asked: Packed::unpack(from)?,
            sections: Packed::unpack(from)?,
            tables: Packed::unpack(from)?,
            outcomes: Packed::unpack(from)?,
            shown_first: Packed::unpack(from)?,
            warnings: Packed::unpack(from)?,
            settings: Packed::unpack(from)?,
            counts: Packed::unpack(from)?,
            index: Index::default(),
        };
        Some(law.ready())
    }
}
