//! What many samples come to.

/// The sample in the middle; nothing where there is none.
pub fn median(samples: &[f64]) -> Option<f64> {
    share(samples, 0.5)
}

/// The smallest sample that this share of all samples does not exceed, as 0.95 for the 95th percentile.
pub fn share(samples: &[f64], share: f64) -> Option<f64> {
    let mut sorted = samples.to_vec();
    sorted.sort_by(f64::total_cmp);
    #[allow(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let place = (sorted.len() as f64 * share).ceil() as usize;
    sorted.get(place.saturating_sub(1)).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_middle_is_found() {
        assert_eq!(median(&[3.0, 1.0, 2.0]), Some(2.0));
        assert_eq!(median(&[]), None);
    }

    #[test]
    fn a_share_is_rounded_up() {
        let hundred: Vec<f64> = (1..=100).map(f64::from).collect();
        assert_eq!(share(&hundred, 0.95), Some(95.0));
        assert_eq!(share(&[1.0, 9.0], 0.95), Some(9.0));
    }
}
