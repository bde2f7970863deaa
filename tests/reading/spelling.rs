//! British spelling.
//!
//! A list of our own: the kept spelling checkers carry dictionaries of megabytes and of other licences, and what
//! goes wrong here is a small set of American forms. Words are compared whole, in small letters. Titles in
//! citations are not looked at, because a title is spelt as its authors spell it.

use crate::texts::Text;

/// American words with the British ones. A word ending in `*` stands for every word that begins so.
const AMERICAN: &[(&str, &str)] = &[
    ("afterward", "afterwards"),
    ("aging", "ageing"),
    ("airplane", "aeroplane"),
    ("aluminum", "aluminium"),
    ("analog", "analogue"),
    ("anesthe*", "anaesthe-"),
    ("anemi*", "anaemi-"),
    ("artifact*", "artefact"),
    ("behavior*", "behaviour"),
    ("canceled", "cancelled"),
    ("canceling", "cancelling"),
    ("catalog", "catalogue"),
    ("catalogs", "catalogues"),
    ("center", "centre"),
    ("centered", "centred"),
    ("centers", "centres"),
    ("color*", "colour"),
    ("counseling", "counselling"),
    ("counselor*", "counsellor"),
    ("councilor*", "councillor"),
    ("cozy", "cosy"),
    ("defense*", "defence"),
    ("diarrhea", "diarrhoea"),
    ("dialog", "dialogue"),
    ("endeavor*", "endeavour"),
    ("enroll", "enrol"),
    ("enrollment", "enrolment"),
    ("estrogen", "oestrogen"),
    ("favor*", "favour"),
    ("fiber*", "fibre"),
    ("fulfill", "fulfil"),
    ("fulfillment", "fulfilment"),
    ("gotten", "got"),
    ("gray", "grey"),
    ("harbor*", "harbour"),
    ("honor", "honour"),
    ("honored", "honoured"),
    ("humor", "humour"),
    ("inquiry", "enquiry"),
    ("inquiries", "enquiries"),
    ("installment*", "instalment"),
    ("jewelry", "jewellery"),
    ("labeled", "labelled"),
    ("labeling", "labelling"),
    ("labor*", "labour"),
    ("leveled", "levelled"),
    // The noun; the verb "to license" is not needed here.
    ("license*", "licence"),
    ("liter*", "litre"),
    ("math", "maths"),
    ("maneuver*", "manoeuvre"),
    ("modeled", "modelled"),
    ("modeling", "modelling"),
    ("mom", "mum"),
    ("mold", "mould"),
    ("moldy", "mouldy"),
    ("neighbor*", "neighbour"),
    ("offense*", "offence"),
    ("orthopedic*", "orthopaedic"),
    ("parlor", "parlour"),
    ("pediatric*", "paediatric"),
    ("practiced", "practised"),
    ("practicing", "practising"),
    ("pretense", "pretence"),
    ("rumor*", "rumour"),
    ("savior", "saviour"),
    ("signaled", "signalled"),
    ("signaling", "signalling"),
    ("skeptic*", "sceptic"),
    ("skillful*", "skilful"),
    ("specialty", "speciality"),
    ("theater*", "theatre"),
    ("toward", "towards"),
    ("totaled", "totalled"),
    ("traveled", "travelled"),
    ("traveler*", "traveller"),
    ("traveling", "travelling"),
    ("tumor*", "tumour"),
    ("vapor", "vapour"),
    ("vigor", "vigour"),
    ("willful*", "wilful"),
];

/// Words in -ize and the like that are spelt so in Britain too.
const WITH_Z: [&str; 9] = ["capsize", "maize", "prize", "resize", "seize", "size", "sized", "sizes", "sizing"];

/// Endings of words that this house spells with an s.
const ENDINGS: [&str; 14] = [
    "ize", "ized", "izes", "izing", "izer", "izers", "ization", "izations", "yze", "yzed", "yzes", "yzing", "yzer",
    "izable",
];

/// Every word that is spelt as in America. "Program" is right where a computer runs it, so it is not listed.
pub fn faults(texts: &[Text]) -> Vec<String> {
    let mut faults = Vec::new();
    for text in texts {
        let filled = text.filled().to_lowercase();
        for word in filled.split(|letter: char| !letter.is_alphabetic()) {
            if let Some(british) = british(word) {
                faults.push(format!("{}: `{word}` is {british} in Britain: {}", text.place(), text.text));
            }
        }
    }
    faults
}

fn british(word: &str) -> Option<&'static str> {
    let is = |american: &str| american.strip_suffix('*').map_or(word == american, |start| word.starts_with(start));
    // Words that only begin like an American one.
    let other = ["literacy", "literal", "literally", "literature", "laboratory", "laborious"].contains(&word);
    let listed = AMERICAN.iter().find(|(american, _)| is(american) && !other).map(|(_, british)| *british);
    let with_z = ENDINGS.iter().any(|end| word.ends_with(end)) && !WITH_Z.contains(&word);
    listed.or(with_z.then_some("spelt with an s"))
}

#[test]
fn an_american_word_is_found() {
    let one = |text: &str| faults(&[crate::planted("questions.a.hint", text)]).len();
    assert_eq!(one("What color is it?"), 1);
    assert_eq!(one("Organize it. They prioritized the center."), 3);
    assert_eq!(one("We analyzed their behaviors."), 2);
    assert_eq!(one("Practicing, with a license, toward this."), 3);
    // Whole words only, and British ones stay.
    assert_eq!(one("The size of the prize, literally; practice and practised; a judgment; coloured {color}."), 0);
    assert_eq!(one("The licence of a computer program, at the centre of an enquiry."), 0);
}
