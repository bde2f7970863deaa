//! Dice that fall the same way for the same seed, on every machine.

/// The splitmix64 generator: short, well spread, and in no need of being secret.
#[derive(Clone, Debug)]
pub struct Dice(u64);

impl Dice {
    /// Dice for a seed and a place, so that a longer list begins like a shorter one.
    pub fn new(seed: u64, place: u64) -> Dice {
        let mut dice = Dice(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ place.wrapping_mul(0xD1B5_4A32_D192_ED03));
        dice.next();
        dice
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number from `from` to `to`, both included.
    pub fn number(&mut self, from: u64, to: u64) -> u64 {
        from + self.next() % (to.saturating_sub(from) + 1)
    }

    /// Whether something happens that happens so many times in a hundred.
    pub fn chance(&mut self, percent: u64) -> bool {
        self.number(1, 100) <= percent
    }

    /// One of these, each as likely as its weight. The last where the weights are nothing.
    pub fn weighed<T: Copy + Default>(&mut self, items: &[(u64, T)]) -> T {
        let all: u64 = items.iter().map(|(weight, _)| weight).sum();
        let mut left = self.number(1, all.max(1));
        for (weight, item) in items {
            if left <= *weight {
                return *item;
            }
            left -= weight;
        }
        items.last().map(|(_, item)| *item).unwrap_or_default()
    }

    /// One of these words.
    pub fn word(&mut self, words: &[&'static str]) -> &'static str {
        let last = words.len().saturating_sub(1) as u64;
        let at = usize::try_from(self.number(0, last)).unwrap_or_default();
        words.get(at).copied().unwrap_or_default()
    }
}
