//! Small sets of questions and rows, cheap enough to travel with every verdict.

/// A set of numbers below `64 * N`, held by value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bits<const N: usize>([u64; N]);

/// Which questions; a tool has fewer than 128.
pub type QuestionSet = Bits<2>;
/// Which rows, numbered through all tables; a tool has fewer than 256.
pub type RowSet = Bits<4>;

impl<const N: usize> Default for Bits<N> {
    fn default() -> Self {
        Self([0; N])
    }
}

impl<const N: usize> Bits<N> {
    /// How many numbers fit; a number at or above this is never stored.
    pub const ROOM: usize = 64 * N;

    /// The set of one number.
    pub fn of(number: usize) -> Self {
        let mut set = Self::default();
        set.insert(number);
        set
    }

    /// Adds a number.
    pub fn insert(&mut self, number: usize) {
        if let Some(word) = self.0.get_mut(number / 64) {
            *word |= 1 << (number % 64);
        }
    }

    /// Whether the number is in the set.
    pub fn has(&self, number: usize) -> bool {
        self.0.get(number / 64).is_some_and(|word| word & (1 << (number % 64)) != 0)
    }

    /// Both sets together.
    #[must_use]
    pub fn and(mut self, other: Self) -> Self {
        for (word, more) in self.0.iter_mut().zip(other.0) {
            *word |= more;
        }
        self
    }

    /// Whether nothing is in the set.
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|word| *word == 0)
    }

    /// The numbers, smallest first.
    pub fn iter(&self) -> impl Iterator<Item = usize> + use<N> {
        let words = self.0;
        (0..Self::ROOM).filter(move |n| words.get(n / 64).is_some_and(|w| w & (1 << (n % 64)) != 0))
    }
}
