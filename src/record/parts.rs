//! What stands in a record and in a referral, part by part.

use super::document::{Document, Line};
use super::{Stamp, VERSION};
use crate::engine::dates;
use crate::sheet::report::{DEPARTURE_REASON, OutcomeText, PackText, Report};
use crate::sheet::signing::VIEW;
use crate::sheet::{Agreement, Desk, Draft, Link};
use crate::tools::Place;

/// The record.
pub fn record(desk: &Desk, draft: &Draft, stamp: &Stamp) -> Document {
    let report = desk.full_report(draft);
    let say = |phrase: &str| desk.words.say(phrase).to_owned();
    let mut document = Document::new(&desk.words.fill("record.title", &[("noun", desk.words.at("tool.noun"))]));
    document.part("", head(desk, draft, stamp, &report));
    document.part(&say("record.voice"), voice(desk, draft));
    document.part(&say("record.figures"), figures(&report));
    document.part(&say("record.result"), results(desk, &report));
    document.part(&say("now.title"), acts(&report, |outcome| &outcome.must));
    document.part(&say("stop.title"), acts(&report, |outcome| &outcome.may_not));
    document.part(&say("agree.title"), agreement(desk, draft, stamp, &report));
    document.part(&say("why.title"), reasons(desk, &report));
    document
        .part(&say("warn.title"), report.warnings.iter().map(|warning| Line::Item(warning.text.clone())).collect());
    document.part(&say("find_out.title"), find_out(desk, &report));
    document.part(&say("record.findings"), pairs(&report.findings));
    document.part(&say("record.answers"), answers(desk, draft));
    document.part(&say("record.taken"), taken(desk, draft));
    document.part(&say("record.notes"), record_notes(desk, draft));
    document.part(&say("record.shows"), shows(&report));
    document.part(&say("record.basis"), basis(&report));
    document.part(&say("record.versions"), versions(desk));
    document.part(&say("record.fixed"), fixed(desk, draft, stamp));
    document
}

/// What goes on paper beside the result that is printed as it is seen: whose record it is, what was decided,
/// answered and written, in full and without boxes.
pub fn printed(desk: &Desk, draft: &Draft, stamp: &Stamp, report: &Report) -> Document {
    let say = |phrase: &str| desk.words.say(phrase).to_owned();
    let mut document = Document::new(&desk.words.fill("record.title", &[("noun", desk.words.at("tool.noun"))]));
    document.part("", head(desk, draft, stamp, report));
    document.part(&say("record.voice"), voice(desk, draft));
    document.part(&say("agree.title"), agreement(desk, draft, stamp, report));
    document.part(&say("record.answers"), answers(desk, draft));
    document.part(&say("record.taken"), taken(desk, draft));
    document.part(&say("record.notes"), record_notes(desk, draft));
    document.part(&say("record.versions"), versions(desk));
    document.part(&say("record.fixed"), fixed(desk, draft, stamp));
    document
}

fn figures(report: &Report) -> Vec<Line> {
    report.figures.iter().map(|figure| Line::Pair(figure.label.clone(), figure.value())).collect()
}

fn pairs(pairs: &[(String, String)]) -> Vec<Line> {
    pairs.iter().map(|(name, value)| Line::Pair(name.clone(), value.clone())).collect()
}

/// What the text can later be compared with: the code, and the start of the hash.
fn fixed(desk: &Desk, draft: &Draft, stamp: &Stamp) -> Vec<Line> {
    let say = |phrase: &str| desk.words.say(phrase).to_owned();
    if stamp.completed_at.is_empty() {
        return Vec::new();
    }
    let record = super::data(desk, draft, stamp);
    let hash = super::seal::short(&record);
    vec![
        Line::Pair(say("record.code"), stamp.code()),
        Line::Pair(say("record.hash"), hash),
        Line::Text(say("record.hash_means")),
    ]
}

fn head(desk: &Desk, draft: &Draft, stamp: &Stamp, report: &Report) -> Vec<Line> {
    let say = |phrase: &str| desk.words.say(phrase).to_owned();
    let status = if stamp.completed_at.is_empty() { "record.draft" } else { "record.complete" };
    let mut lines = vec![Line::Text(say(status)), Line::Text(say("record.working_copy"))];
    let mut pair = |name: &str, value: String| {
        if !value.is_empty() {
            lines.push(Line::Pair(say(name), value));
        }
    };
    pair("record.code", stamp.code());
    pair("record.reference", draft.note("case_reference").to_owned());
    pair("record.day", if report.day.is_empty() { say("not_answered") } else { report.day.clone() });
    pair("record.law_on", desk.preview.map(|day| desk.words.day(day)).unwrap_or_default());
    pair("record.made_at", stamp.made_at.clone());
    pair("record.completed_at", stamp.completed_at.clone());
    pair("record.replaces", super::code_of(&stamp.replaces));
    lines.extend(report.notices.iter().cloned().map(Line::Text));
    lines
}

/// The boxes with the person's own words that are asked for now, each with what it is called and what stands there.
fn own_words(desk: &Desk, draft: &Draft) -> Vec<(String, String)> {
    let asked = desk.tool.law.decide(&draft.answers, &desk.settings).asked;
    let notes = desk.tool.notes.iter().filter(|note| desk.tool.common.voice.contains(&note.id));
    let written = notes.filter(|note| desk.in_record(&asked, draft, note.id));
    let at_the_end = (!draft.note(VIEW).trim().is_empty())
        .then(|| (desk.words.say("sign.person_view.label").to_owned(), draft.note(VIEW).to_owned()));
    written
        .map(|note| (desk.words.of("notes", note.id, "label").to_owned(), draft.note(note.id).to_owned()))
        .chain(at_the_end)
        .collect()
}

/// What the person said comes before everybody else's words.
fn voice(desk: &Desk, draft: &Draft) -> Vec<Line> {
    pairs(&own_words(desk, draft))
}

fn results(desk: &Desk, report: &Report) -> Vec<Line> {
    let mut lines = Vec::new();
    for outcome in &report.outcomes {
        lines.push(Line::Lead(format!("{} ({})", outcome.heading, outcome.kind_text)));
        lines.push(Line::Text(outcome.explanation.clone()));
        for (name, value) in [("by_when", &outcome.timescale), ("who", &outcome.who)] {
            if !value.is_empty() {
                lines.push(Line::Pair(desk.words.say(name).to_owned(), value.clone()));
            }
        }
    }
    lines
}

fn acts(report: &Report, list: impl Fn(&OutcomeText) -> &Vec<String>) -> Vec<Line> {
    let mut lines = Vec::new();
    for outcome in report.outcomes.iter().filter(|outcome| !list(outcome).is_empty()) {
        lines.push(Line::Lead(outcome.heading.clone()));
        lines.extend(list(outcome).iter().cloned().map(Line::Item));
    }
    lines
}

/// The practitioner's own decision, beside the tool's result and never instead of it.
fn agreement(desk: &Desk, draft: &Draft, stamp: &Stamp, report: &Report) -> Vec<Line> {
    let say = |phrase: &str| desk.words.say(phrase).to_owned();
    let phrase = match draft.agreement {
        Agreement::NotSaid => "agree.not_said",
        Agreement::Agrees => "agree.agrees",
        Agreement::Departs if draft.note(DEPARTURE_REASON).is_empty() => "agree.no_reason",
        Agreement::Departs => "agree.departs",
    };
    let mut lines = vec![Line::Text(say(phrase))];
    lines.extend(pairs(&desk.signed(draft, !stamp.replaces.is_empty())));
    let read = report.outcomes.iter().filter(|outcome| outcome.urgent);
    lines.extend(read.map(|outcome| {
        let phrase = if draft.seen.contains(outcome.id) { "seen.yes" } else { "seen.no" };
        Line::Pair(outcome.heading.clone(), say(phrase))
    }));
    lines
}

fn reasons(desk: &Desk, report: &Report) -> Vec<Line> {
    let mut lines = Vec::new();
    for reason in &report.reasons {
        lines.push(Line::Lead(reason.title.clone()));
        let answers: Vec<String> = reason.answers.iter().map(|(name, value)| format!("{name}: {value}")).collect();
        let parts = [
            ("why.answers", answers.join("; ")),
            ("why.follows", reason.follows.join("; ")),
            ("why.rule", format!("{} [{}]", reason.rule, reason.rule_id)),
            ("why.source", texts(&reason.sources)),
        ];
        for (name, value) in parts {
            if !value.is_empty() {
                lines.push(Line::Pair(desk.words.say(name).to_owned(), value));
            }
        }
    }
    lines
}

fn texts(links: &[Link]) -> String {
    links.iter().map(|link| link.text.as_str()).collect::<Vec<_>>().join("; ")
}

fn find_out(desk: &Desk, report: &Report) -> Vec<Line> {
    let idle = desk.words.say("find_out.idle");
    let text = |how: &str, is_idle: bool| if is_idle { format!("{how} {idle}") } else { how.to_owned() };
    report.find_out.iter().map(|open| Line::Item(format!("{}: {}", open.name, text(&open.how, open.idle)))).collect()
}

fn answers(desk: &Desk, draft: &Draft) -> Vec<Line> {
    let above = own_words(desk, draft);
    let mut lines = Vec::new();
    for section in desk.check(draft) {
        lines.push(Line::Lead(section.title));
        for row in section.rows {
            lines.push(Line::Pair(row.name, row.said.join("; ")));
            let notes = row.notes.into_iter().filter(|note| !above.contains(note));
            lines.extend(notes.map(|(label, text)| Line::Pair(label, text)));
        }
    }
    lines
}

/// What was taken over from another tool on the page, so that a reader knows where it was first said.
fn taken(desk: &Desk, draft: &Draft) -> Vec<Line> {
    let name = |id: &String| match desk.tool.law.question(id) {
        Some(question) => desk.name(question).to_owned(),
        None => desk.words.of("notes", id, "label").to_owned(),
    };
    draft.taken.iter().map(|(id, tool)| Line::Pair(name(id), tool.clone())).collect()
}

fn record_notes(desk: &Desk, draft: &Draft) -> Vec<Line> {
    let with_record = desk.tool.notes.iter().filter(|note| note.place == Place::Record);
    with_record
        .filter(|note| !draft.note(note.id).is_empty() && !desk.tool.common.voice.contains(&note.id))
        .map(|note| Line::Pair(desk.words.of("notes", note.id, "label").to_owned(), draft.note(note.id).to_owned()))
        .collect()
}

fn shows(report: &Report) -> Vec<Line> {
    let mut lines = Vec::new();
    for outcome in report.outcomes.iter().filter(|outcome| !outcome.record.is_empty()) {
        lines.push(Line::Lead(outcome.heading.clone()));
        lines.extend(outcome.record.iter().cloned().map(Line::Item));
    }
    lines
}

fn basis(report: &Report) -> Vec<Line> {
    let cited = report.outcomes.iter().filter(|outcome| !outcome.sources.is_empty());
    cited.map(|outcome| Line::Pair(outcome.heading.clone(), texts(&outcome.sources))).collect()
}

fn versions(desk: &Desk) -> Vec<Line> {
    let say = |phrase: &str| desk.words.say(phrase).to_owned();
    let mut lines = vec![
        Line::Pair(say("record.tool"), format!("{} {VERSION}", desk.tool.id)),
        Line::Pair(say("record.rules"), desk.tool.rules_version.to_owned()),
        Line::Pair(say("record.checked_on"), desk.words.day(desk.tool.law.checked_on)),
    ];
    if !desk.locality.authority.is_empty() {
        let version = format!("{}, {}", desk.locality.authority, desk.locality.version);
        lines.push(Line::Pair(say("record.locality"), version));
    }
    for (setting, day) in desk.tool.law.settings.iter().zip(&desk.settings.days) {
        let value = day.map_or_else(
            || say("record.not_in_force"),
            |day| format!("{} ({})", desk.words.day(day), dates::to_iso(day)),
        );
        lines.push(Line::Pair(desk.words.at(&format!("settings.{setting}")).to_owned(), value));
    }
    lines
}

/// When something was made, and by which rules and settings.
pub fn made(desk: &Desk, stamp: &Stamp) -> Vec<Line> {
    let made_at = Line::Pair(desk.words.say("record.made_at").to_owned(), stamp.made_at.clone());
    std::iter::once(made_at).chain(versions(desk)).collect()
}

/// The referrals, one after the other.
pub fn referrals(desk: &Desk, draft: &Draft, stamp: &Stamp) -> Option<Document> {
    let report = desk.report(draft);
    let [first, ..] = report.packs.as_slice() else { return None };
    let title = if report.packs.len() == 1 { first.title.clone() } else { desk.words.say("pack.several").to_owned() };
    let mut document = Document::new(&title);
    let mut lines = Vec::new();
    for (name, value) in [
        ("record.reference", draft.note("case_reference").to_owned()),
        ("record.code", stamp.code()),
        ("record.day", report.day.clone()),
    ] {
        if !value.is_empty() {
            lines.push(Line::Pair(desk.words.say(name).to_owned(), value));
        }
    }
    document.part("", lines);
    for pack in &report.packs {
        document.part(&pack.title, referral(desk, pack));
    }
    Some(document)
}

fn referral(desk: &Desk, pack: &PackText) -> Vec<Line> {
    let mut lines = Vec::new();
    for line in &pack.lines {
        match line.filled.as_slice() {
            [] => lines.push(Line::Pair(line.label.clone(), desk.words.say("pack.by_hand").to_owned())),
            [one] => lines.push(Line::Pair(line.label.clone(), one.clone())),
            several => {
                lines.push(Line::Lead(line.label.clone()));
                lines.extend(several.iter().cloned().map(Line::Item));
            }
        }
    }
    lines
}
