//! What is printed after the result and not seen on the screen: the record as plain lines.

use super::heading::heading;
use crate::record::{self, Document, Line};
use crate::sheet::report::Report;
use crate::ui::form::View;
use yew::prelude::*;

/// Draws it.
pub fn paper(view: &View, report: &Report) -> Html {
    let state = &view.state;
    document(view.level, record::printed(&state.desk, &state.draft, &state.stamp, report))
}

/// A document, for print only.
pub fn document(level: u8, document: Document) -> Html {
    html! {
        <section class="ct-printonly">
            { heading(level, 2, "ct-heading", document.title) }
            { for document.parts.iter().map(|part| html! {
                <>
                    if !part.heading.is_empty() { { heading(level, 3, "ct-heading ct-heading--small", part.heading.clone()) } }
                    { lines(&part.lines) }
                </>
            }) }
        </section>
    }
}

/// Lines, with real lists, which a tagged PDF keeps.
fn lines(lines: &[Line]) -> Html {
    let items = |one: &Line, two: &Line| matches!((one, two), (Line::Item(_), Line::Item(_)));
    lines
        .chunk_by(items)
        .map(|run| match run {
            [Line::Item(_), ..] => html! { <ul>{ for run.iter().map(line) }</ul> },
            run => run.iter().map(line).collect(),
        })
        .collect()
}

fn line(line: &Line) -> Html {
    match line {
        Line::Text(text) => html! { <p>{ text.clone() }</p> },
        Line::Lead(text) => html! { <p class="ct-strong">{ text.clone() }</p> },
        Line::Item(text) => html! { <li>{ format!("– {text}") }</li> },
        Line::Pair(name, value) => {
            html! { <p><span class="ct-strong">{ format!("{name}: ") }</span>{ value.clone() }</p> }
        }
        Line::Table(head, rows) => html! {
            <table class="ct-table">
                <thead class="ct-table__top"><tr>
                    { for head.iter().map(|cell| html! { <th class="ct-table__head" scope="col">{ cell.clone() }</th> }) }
                </tr></thead>
                <tbody>
                    { for rows.iter().map(|row| html! {
                        <tr class="ct-table__row">
                            { for row.iter().map(|cell| html! { <td class="ct-table__cell">{ cell.clone() }</td> }) }
                        </tr>
                    }) }
                </tbody>
            </table>
        },
    }
}
