//! What looks like personal information in a text. Patterns only: nothing is changed, kept or sent.

/// Whether a text holds something that looks like an NHS or National Insurance number, an e-mail address, a
/// telephone number or a postcode.
pub fn looks_personal(text: &str) -> bool {
    let letters: Vec<char> = text.chars().collect();
    (0..letters.len()).any(|at| {
        let (before, rest) = letters.split_at(at);
        let last = before.last().copied().unwrap_or(' ');
        nhs_number(last, rest) || insurance_number(rest) || phone(rest) || postcode(last, rest)
    }) || text.split_whitespace().any(is_email)
}

fn digit(letter: Option<&char>) -> Option<u32> {
    letter.and_then(|letter| letter.to_digit(10))
}

/// Ten digits, together or 3-3-4 with spaces or hyphens, with the check digit of modulus 11.
fn nhs_number(before: char, rest: &[char]) -> bool {
    if before.is_ascii_digit() {
        return false;
    }
    let mut digits = Vec::new();
    let mut at = 0;
    let mut gaps = Vec::new();
    while digits.len() < 10 {
        match rest.get(at) {
            Some(letter) if letter.is_ascii_digit() => digits.extend(digit(Some(letter))),
            Some(' ' | '-') if [3, 6].contains(&digits.len()) && gaps.last() != Some(&digits.len()) => {
                gaps.push(digits.len());
            }
            _ => return false,
        }
        at += 1;
    }
    let shape = gaps.is_empty() || gaps == [3, 6];
    let longer = rest.get(at).is_some_and(char::is_ascii_digit);
    let (check, first) = match digits.split_last() {
        Some((check, first)) => (*check, first),
        None => return false,
    };
    let sum: u32 = first.iter().zip((2..=10).rev()).map(|(digit, weight)| digit * weight).sum();
    let expected = match 11 - sum % 11 {
        11 => 0,
        other => other,
    };
    shape && !longer && expected == check
}

/// Two letters, six digits that may have spaces between pairs, and a letter from A to D.
fn insurance_number(rest: &[char]) -> bool {
    let letter = |at: usize| rest.get(at).map(char::to_ascii_uppercase).filter(char::is_ascii_alphabetic);
    let (Some(first), Some(second)) = (letter(0), letter(1)) else { return false };
    if "DFIQUV".contains(first) || "DFIOQUV".contains(second) {
        return false;
    }
    let mut at = 2;
    for pair in 0..3 {
        if rest.get(at) == Some(&' ') {
            at += 1;
        }
        if digit(rest.get(at)).is_none() || digit(rest.get(at + 1)).is_none() {
            return false;
        }
        at += 2;
        if pair == 2 && rest.get(at) == Some(&' ') {
            at += 1;
        }
    }
    letter(at).is_some_and(|last| "ABCD".contains(last))
}

fn is_email(word: &str) -> bool {
    word.match_indices('@').any(|(at, _)| {
        let (name, host) = (&word[..at], &word[at + 1..]);
        let host = host.split('@').next().unwrap_or_default();
        let name = name.rsplit('@').next().unwrap_or_default();
        let dot = host.char_indices().any(|(at, letter)| letter == '.' && at > 0 && at + 1 < host.len());
        !name.is_empty() && dot
    })
}

/// `0` or `+44`, then 9 or 10 digits with at most one space or hyphen after each.
fn phone(rest: &[char]) -> bool {
    let start = match rest {
        ['+', '4', '4', ..] => 3,
        ['0', ..] => 1,
        _ => return false,
    };
    let mut at = start;
    let mut found = 0;
    if matches!(rest.get(at), Some(' ' | '-')) {
        at += 1;
    }
    while found < 9 {
        if digit(rest.get(at)).is_none() {
            return false;
        }
        found += 1;
        at += 1;
        if found < 9 && matches!(rest.get(at), Some(' ' | '-')) {
            at += 1;
        }
    }
    true
}

/// One or two letters, a digit, perhaps a letter or digit, perhaps a space, a digit and two letters; not inside a
/// longer word.
fn postcode(before: char, rest: &[char]) -> bool {
    if before.is_alphanumeric() {
        return false;
    }
    let is_letter = |at: usize| rest.get(at).is_some_and(char::is_ascii_alphabetic);
    let is_digit = |at: usize| rest.get(at).is_some_and(char::is_ascii_digit);
    let inward = |at: usize| {
        let at = if rest.get(at) == Some(&' ') { at + 1 } else { at };
        let ends = !rest.get(at + 3).is_some_and(|letter| letter.is_alphanumeric());
        is_digit(at) && is_letter(at + 1) && is_letter(at + 2) && ends
    };
    [1, 2].into_iter().any(|letters| {
        let outward = (0..letters).all(is_letter) && is_digit(letters);
        let after = letters + 1;
        let more = rest.get(after).is_some_and(|letter| letter.is_ascii_alphanumeric());
        outward && (inward(after) || (more && inward(after + 1)))
    })
}

#[cfg(test)]
mod tests {
    use super::looks_personal;

    #[test]
    fn what_looks_personal_is_noticed() {
        for text in [
            "NHS 943 476 5919",
            "9434765919",
            "ni AB 12 34 56 C.",
            "write to someone@example.org today",
            "ring 01632 960100",
            "+44 1632 960100",
            "lives at AB1 2CD",
            "ab12cd",
        ] {
            assert!(looks_personal(text), "{text}");
        }
    }

    #[test]
    fn what_does_not_is_left_alone() {
        for text in [
            "",
            "9434765918",
            "19434765919",
            "DA123456C",
            "3 of 5 mornings, by 12 June",
            "at @ the shop",
            "0163 2960",
            "plan XAB1 2CDX",
            "A1 and A2",
        ] {
            assert!(!looks_personal(text), "{text}");
        }
    }
}
