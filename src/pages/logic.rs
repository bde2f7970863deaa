//! Logic pages: every question, table, rule, outcome, warning and source, for a solicitor to check.

use super::conditions::{condition, period};
use super::{condition_data, page, plain_desk, plan_logic};
use crate::engine::{Citation, Hit, Outcome, Question, Row, Shape, Table, dates};
use crate::json::Json;
use crate::sheet::Desk;
use crate::tools;
use yew::prelude::*;

/// A list of the logic pages.
///
/// # Errors
/// A tool's words cannot be read.
pub fn logic_index() -> Result<String, String> {
    let mut links = Vec::new();
    let mut title = String::new();
    for tool in tools::all() {
        let desk = plain_desk(tool.id)?;
        desk.words.say("logic.index").clone_into(&mut title);
        links.push(html! {
            <li>
                <a class="ct-link" href={format!("{}.html", tool.id)}>{ desk.words.at("tool.title").to_owned() }</a>
                { " (" }<a class="ct-link" href={format!("{}.json", tool.id)}>{ desk.words.say("logic.json").to_owned() }</a>{ ")" }
            </li>
        });
    }
    let body = html! {
        <main class="ct-widget">
            <h1 class="ct-outcome__title">{ title.clone() }</h1>
            <ul class="ct-prose ct-below">{ for links }</ul>
        </main>
    };
    Ok(page(&title, "../", body))
}

/// A tool's logic as a whole page.
///
/// # Errors
/// There is no such tool, or its words cannot be read.
pub fn logic_page(tool: &str) -> Result<String, String> {
    plain_desk(tool).map(|desk| logic_page_of(&desk))
}

/// The logic of the tool on a desk, as a whole page.
pub fn logic_page_of(desk: &Desk) -> String {
    let law = &desk.tool.law;
    let say = |phrase: &str| desk.words.say(phrase).to_owned();
    let title = desk.words.fill("logic.title", &[("title", desk.words.at("tool.title"))]);
    let dates = [("from", desk.words.day(law.covers_from)), ("checked", desk.words.day(law.checked_on))];
    let gaps = [("from", dates[0].1.as_str()), ("checked", dates[1].1.as_str())];
    let body = html! {
        <main class="ct-widget">
            <h1 class="ct-outcome__title">{ title.clone() }</h1>
            <p class="ct-prose ct-below">{ desk.words.fill("logic.lead", &gaps) }</p>
            <p class="ct-prose ct-below">{ say("logic.marks") }</p>
            { part(say("logic.questions"), law.questions().map(|each| question(desk, each)).collect()) }
            { for plan_logic::parts(desk).into_iter().map(|(title, inside)| part(title, inside)) }
            { part(say("logic.tables"), law.tables.iter().map(|each| table(desk, each)).collect()) }
            { part(say("logic.outcomes"), law.outcomes.iter().map(|each| outcome(desk, each)).collect()) }
            { part(say("warn.title"), law.warnings.iter().map(|warning| html! {
                <section class="ct-paper__question">
                    <h3 class="ct-question__legend">{ code(warning.id) }{ " " }{ desk.words.of("warnings", warning.id, "text").to_owned() }</h3>
                    <p>{ say("logic.when") }{ " " }{ condition(desk, &warning.when) }</p>
                    { sources(desk, &warning.sources) }
                </section>
            }).collect()) }
            { part(say("logic.settings"), law.settings.iter().map(|setting| html! {
                <p>{ code(setting) }{ " " }{ desk.words.at(&format!("settings.{setting}")).to_owned() }</p>
            }).collect()) }
        </main>
    };
    page(&title, "../", body)
}

fn part(title: String, inside: Vec<Html>) -> Html {
    html! { <section class="ct-section"><h2 class="ct-heading">{ title }</h2>{ for inside }</section> }
}

fn code(id: &str) -> Html {
    html! { <code class="ct-tag">{ id.to_owned() }</code> }
}

/// Sources, with what a lawyer has still to confirm.
fn sources(desk: &Desk, citations: &[Citation]) -> Html {
    if citations.is_empty() {
        return html! { <p class="ct-source">{ desk.words.say("logic.no_source").to_owned() }</p> };
    }
    html! {
        <p class="ct-source">
            { desk.words.say("why.source").to_owned() }{ ": " }
            { for citations.iter().enumerate().map(|(at, citation)| html! {
                <>
                    if at != 0 { { "; " } }
                    if let Some(address) = citation.address() {
                        <a class="ct-link ct-link--cite" href={address}>{ citation.text() }</a>
                    } else { { citation.text() } }
                    if !citation.confirm.is_empty() {
                        { " " }<strong class="ct-tag ct-tag--open">{ desk.words.fill("logic.confirm", &[("what", citation.confirm)]) }</strong>
                    }
                </>
            }) }
        </p>
    }
}

fn question(desk: &Desk, question: &Question) -> Html {
    let words = |part| desk.words.of("questions", question.id, part).to_owned();
    html! {
        <section class="ct-paper__question" id={question.id}>
            <h3 class="ct-question__legend">{ code(question.id) }{ " " }{ words("question") }</h3>
            <p>{ desk.words.say("logic.asked_when").to_owned() }{ " " }{ condition(desk, &question.asked) }</p>
            <p class="ct-soft">{ words("hint") }</p>
            <ul class="ct-prose">
                { for question.choices.iter().enumerate().map(|(at, choice)| html! {
                    <li>
                        { code(choice.id) }{ " " }{ desk.choice(question, at).to_owned() }
                        if let Some(fit) = question.fits.get(at) {
                            if *fit != crate::engine::Cond::Always {
                                <span class="ct-soft">{ " " }{ desk.words.fill("paper.only_when", &[("what", &condition(desk, fit))]) }</span>
                            }
                        }
                    </li>
                }) }
            </ul>
            <p>{ desk.words.say("why_we_ask").to_owned() }{ ": " }{ words("why") }</p>
            if !words("find_out").is_empty() {
                <p>{ desk.words.say("to_find_out").to_owned() }{ " " }{ words("find_out") }</p>
            }
            { sources(desk, &question.sources) }
        </section>
    }
}

fn table(desk: &Desk, table: &Table) -> Html {
    let hit = match table.hit {
        Hit::First => "logic.first",
        Hit::Every => "logic.every",
    };
    html! {
        <section class="ct-paper__question" id={format!("table-{}", table.id)}>
            <h3 class="ct-question__legend">{ code(table.id) }{ " " }{ desk.words.of("tables", table.id, "subject").to_owned() }</h3>
            <p>{ desk.words.say(hit).to_owned() }</p>
            if table.only_if != crate::engine::Cond::Always {
                <p>{ desk.words.say("logic.only_if").to_owned() }{ " " }{ condition(desk, &table.only_if) }</p>
            }
            <div class="ct-scroll" tabindex="0" role="region" aria-label={desk.words.of("tables", table.id, "subject").to_owned()}>
                <table class="ct-table">
                    <thead><tr>
                        { for ["logic.rule", "logic.if", "logic.then"].map(|head| html! { <th class="ct-table__head" scope="col">{ desk.words.say(head).to_owned() }</th> }) }
                    </tr></thead>
                    <tbody>{ for table.rows.iter().map(|each| row(desk, table, each)) }</tbody>
                </table>
            </div>
        </section>
    }
}

fn row_condition(desk: &Desk, row: &Row) -> String {
    let tested = if row.otherwise { desk.words.say("cond.otherwise").to_owned() } else { condition(desk, &row.when) };
    match row.in_force {
        Some(days) => format!("{tested}{}{}", desk.words.say("cond.and"), period(desk, days)),
        None => tested,
    }
}

fn row_effect(desk: &Desk, table: &Table, row: &Row) -> Vec<String> {
    let finding = row.finding.and_then(|finding| table.findings.get(finding));
    let mut effects: Vec<String> = finding
        .map(|finding| desk.words.at(&format!("tables.{}.findings.{}", table.id, finding.id)).to_owned())
        .into_iter()
        .collect();
    effects.extend(desk.headings(&row.outcomes));
    if effects.is_empty() {
        effects.push(desk.words.say("logic.nothing").to_owned());
    }
    effects
}

fn row(desk: &Desk, table: &Table, row: &Row) -> Html {
    html! {
        <tr>
            <th class="ct-table__cell" scope="row">{ code(row.id) }</th>
            <td class="ct-table__cell">{ row_condition(desk, row) }</td>
            <td class="ct-table__cell">
                { for row_effect(desk, table, row).into_iter().map(|text| html! { <p><strong class="ct-strong">{ text }</strong></p> }) }
                <p>{ desk.words.at(&format!("rules.{}", row.id)).to_owned() }</p>
                { sources(desk, &row.sources) }
            </td>
        </tr>
    }
}

fn outcome(desk: &Desk, outcome: &Outcome) -> Html {
    let words = |part| desk.with_counts(desk.words.of("outcomes", outcome.id, part));
    let list = |part: &str, phrase: &str| {
        let texts = desk.words.list(&format!("outcomes.{}.{part}", outcome.id));
        if texts.is_empty() {
            return Html::default();
        }
        let items: Vec<Html> = texts.into_iter().map(|text| html! { <li>{ text.to_owned() }</li> }).collect();
        html! { <><p class="ct-strong">{ desk.words.say(phrase).to_owned() }</p><ul class="ct-prose">{ for items }</ul></> }
    };
    html! {
        <section class="ct-paper__question" id={format!("outcome-{}", outcome.id)}>
            <h3 class="ct-question__legend">{ code(outcome.id) }{ " " }{ words("heading") }</h3>
            <p>{ plan_logic::kind(desk, outcome) } if !outcome.pack.is_empty() { { format!(". {}", desk.words.of("packs", outcome.pack, "title")) } }</p>
            <p class="ct-prose">{ words("explanation") }</p>
            <div class="ct-prose">
                { list("must", "now.title") }
                { list("may_not", "stop.title") }
                { list("record", "record.shows") }
            </div>
            <p>{ format!("{}: {}", desk.words.say("by_when"), words("timescale")) }</p>
            <p>{ format!("{}: {}", desk.words.say("who"), words("who")) }</p>
            { sources(desk, &outcome.sources) }
        </section>
    }
}

/// A tool's logic as JSON.
///
/// # Errors
/// There is no such tool, or its words cannot be read.
pub fn logic_json(tool: &str) -> Result<String, String> {
    plain_desk(tool).map(|desk| logic_json_of(&desk))
}

fn shape_id(question: &Question) -> &'static str {
    match question.shape {
        Shape::One => "one",
        Shape::Many => "many",
        Shape::Day => "day",
        Shape::Number => "number",
    }
}

/// The logic of the tool on a desk, as JSON. Each condition stands in it in words and as data.
pub fn logic_json_of(desk: &Desk) -> String {
    let law = &desk.tool.law;
    let cited = |citations: &[Citation]| {
        Json::List(
            citations
                .iter()
                .map(|citation| {
                    Json::object([
                        ("citation", Json::text(citation.text())),
                        ("address", citation.address().map_or(Json::Null, Json::text)),
                        ("to_be_confirmed", Json::text(citation.confirm)),
                    ])
                })
                .collect(),
        )
    };
    let sections = law.sections.iter().map(|section| {
        let text = |part| Json::text(desk.words.of("sections", section.id, part));
        Json::object([("id", Json::text(section.id)), ("title", text("title")), ("lead", text("lead"))])
    });
    let placed = law.sections.iter().flat_map(|section| section.questions.iter().map(move |it| (section, it)));
    let questions = placed.map(|(section, question)| {
        let choices = question.choices.iter().enumerate();
        let choices = choices.map(|(at, choice)| (choice.id.to_owned(), Json::text(desk.choice(question, at))));
        Json::object([
            ("id", Json::text(question.id)),
            ("section", Json::text(section.id)),
            ("question", Json::text(desk.words.of("questions", question.id, "question"))),
            ("hint", Json::text(desk.words.of("questions", question.id, "hint"))),
            ("shape", Json::text(shape_id(question))),
            ("required", Json::Bool(question.required)),
            ("asked_when", Json::text(condition(desk, &question.asked))),
            ("asked", condition_data::condition(law, &question.asked)),
            ("choices", Json::Object(choices.collect())),
            ("fits", condition_data::fits(law, question)),
            ("not_known", condition_data::among(question.choices, question.not_known())),
            ("alone", condition_data::among(question.choices, question.alone())),
            ("why", Json::text(desk.words.of("questions", question.id, "why"))),
            ("sources", cited(&question.sources)),
        ])
    });
    let tables = law.tables.iter().map(|table| {
        let rows = table.rows.iter().map(|row| {
            let outcomes = row.outcomes.iter().filter_map(|at| law.outcomes.get(*at)).map(|outcome| outcome.id);
            let finding = row.finding.and_then(|finding| table.findings.get(finding));
            Json::object([
                ("id", Json::text(row.id)),
                ("if", Json::text(row_condition(desk, row))),
                ("tests", condition_data::row(law, row)),
                ("finding", finding.map_or(Json::Null, |finding| Json::text(finding.id))),
                ("outcomes", Json::texts(outcomes)),
                ("rule", Json::text(desk.words.at(&format!("rules.{}", row.id)))),
                ("sources", cited(&row.sources)),
            ])
        });
        Json::object([
            ("id", Json::text(table.id)),
            ("subject", Json::text(desk.words.of("tables", table.id, "subject"))),
            ("hit", Json::text(if table.hit == Hit::First { "first" } else { "every" })),
            ("only_if", Json::text(condition(desk, &table.only_if))),
            ("applies", condition_data::condition(law, &table.only_if)),
            ("rules", Json::List(rows.collect())),
        ])
    });
    let outcomes = law.outcomes.iter().map(|outcome| {
        let text = |part| Json::text(desk.words.of("outcomes", outcome.id, part));
        let list = |part: &str| Json::texts(desk.words.list(&format!("outcomes.{}.{part}", outcome.id)));
        Json::object([
            ("id", Json::text(outcome.id)),
            (plan_logic::kind_name(desk), Json::text(plan_logic::kind_id(desk, outcome))),
            ("heading", text("heading")),
            ("explanation", text("explanation")),
            ("must", list("must")),
            ("may_not", list("may_not")),
            ("timescale", text("timescale")),
            ("who", text("who")),
            ("record", list("record")),
            ("see", list("see")),
            ("pack", Json::text(outcome.pack)),
            ("sources", cited(&outcome.sources)),
        ])
    });
    let warnings = law.warnings.iter().map(|warning| {
        Json::object([
            ("id", Json::text(warning.id)),
            ("when", Json::text(condition(desk, &warning.when))),
            ("text", Json::text(desk.words.of("warnings", warning.id, "text"))),
            ("sources", cited(&warning.sources)),
        ])
    });
    let probes = desk.tool.probes.iter().map(|probe| {
        let questions = probe.questions.iter().filter_map(|at| law.question_at(*at)).map(|question| question.id);
        Json::object([
            ("id", Json::text(probe.id)),
            ("text", Json::text(desk.words.at(&format!("probes.{}", probe.id)))),
            ("questions", Json::texts(questions)),
        ])
    });
    let mut logic = vec![
        ("tool", Json::text(desk.tool.id)),
        ("rules_version", Json::text(desk.tool.rules_version)),
        ("covers_from", Json::text(dates::to_iso(law.covers_from))),
        ("checked_on", Json::text(dates::to_iso(law.checked_on))),
        ("title", Json::text(desk.words.at("tool.title"))),
        ("lead", Json::text(desk.words.at("tool.lead"))),
        ("sections", Json::List(sections.collect())),
        ("questions", Json::List(questions.collect())),
        ("tables", Json::List(tables.collect())),
        ("outcomes", Json::List(outcomes.collect())),
        ("warnings", Json::List(warnings.collect())),
        ("settings", Json::texts(law.settings.iter().copied())),
        ("probes", Json::List(probes.collect())),
    ];
    logic.extend(plan_logic::data(desk));
    let pairs = logic.into_iter().map(|(key, value)| (key.to_owned(), value));
    Json::Object(pairs.collect()).write_pretty() + "\n"
}
