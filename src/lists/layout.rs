//! How the parts stand on the page.

use super::app::Act;
use super::export::Export;
use super::filters::filters;
use super::grid::grid;
use super::model::{Model, Tab};
use super::msg::Msg;
use super::{matching, notices, pair, person, picture, plan};
use crate::ui::cover::Cleared;
use crate::ui::parts::{interruption, notice};
use yew::prelude::*;

/// The whole.
pub fn draw(model: &Model, act: &Act) -> Html {
    if let Some(until) = &model.cover {
        return html! {
            <section class="ct-widget"><div class="ct-notice" role="alert"><p>{ model.fill("list.covered", &[("until", until)]) }</p>
                <button type="button" class="ct-button ct-button--primary" id="ct-uncover" onclick={act.press(Msg::Uncover)}>{ model.say("list.uncover") }</button></div></section>
        };
    }
    let tabs = Tab::ALL.map(|tab| {
        let here = model.tab == tab;
        html! {
            <li key={tab.id()}><button type="button" class={if here { "ct-shown ct-shown--here" } else { "ct-shown" }} aria-current={here.then_some("page")}
                id={format!("ct-tab-{}", tab.id())} onclick={act.press(Msg::Tab(tab))}>{ model.say(&format!("list.tab.{}", tab.id())) }</button></li>
        }
    });
    // The last word is seen where it is said, and not once more below.
    let seen = !model.word.is_empty() && model.word == model.said;
    html! {
        <section class="ct-widget ct-widget--wide" aria-labelledby="ct-tool-title">
            <header class="ct-header ct-header--small">
                <@{model.heading(0)} class="ct-header__title ct-header__title--small" id="ct-tool-title" tabindex="-1">{ model.say(&format!("list.heading.{}", model.tab.id())) }</@>
                <p class="ct-soft">{ model.desk.words.at("tool.promise").to_owned() }</p>
            </header>
            <p class={if seen { "ct-soft" } else { "ct-hidden" }} role="status" id="ct-said">{ model.said.clone() }</p>
            { for model.notices.iter().map(notice::draw) }
            if !model.word.is_empty() && !seen { <p class="ct-soft">{ model.word.clone() }</p> }
            <nav aria-label={model.say("list.parts")}><ul class="ct-showns">{ for tabs }</ul></nav>
            { files(model, act) }
            { match model.tab {
                Tab::List => list(model, act),
                Tab::Match => matching::view(model, act),
                Tab::Plan => plan::view(model, act),
            } }
        </section>
    }
}

fn list(model: &Model, act: &Act) -> Html {
    if model.settling {
        return Html::default();
    }
    if model.list.entries().is_empty() {
        return html! { <p class="ct-prose ct-below">{ model.say("list.empty") }</p> };
    }
    html! {
        <>
            { notices::notices(model, act) }
            { filters(model, act) }
            { person::person(model, act) }
            { grid(model, act) }
            { pair::pair(model) }
            { picture::waiting(model) }
            { notices::waits(model) }
            { exports(model, act) }
        </>
    }
}

/// Where lists and workers come in. The page reads the files: the marks say which is which.
fn files(model: &Model, act: &Act) -> Html {
    if let Some(intake) = &model.intake {
        let done = intake.done();
        return html! {
            <div class="ct-card" id="ct-progress">
                <label for="ct-bar">{ model.fill("import.reading", &[("name", &intake.name)]) }</label>
                <progress id="ct-bar" max="1000" value={done.to_string()}>{ format!("{}%", done / 10) }</progress>
                <button type="button" class="ct-button" id="ct-stop" onclick={act.press(Msg::Stop)}>{ model.say("import.stop") }</button>
            </div>
        };
    }
    let loaded = !model.list.entries().is_empty();
    let report = model.report.as_ref().map(|report| {
        let (rows, problems) = (report.rows.to_string(), model.list.lists().data_problem.len().to_string());
        html! {
            <>
                <p id="ct-report">{ model.fill("import.report", &[("name", &report.name), ("rows", &rows), ("problems", &problems)]) }</p>
                { for report.lacks.iter().map(|column| html! { <p class="ct-error">{ model.fill("import.lacks", &[("column", column)]) }</p> }) }
                if !report.ignored.is_empty() { <p class="ct-soft">{ model.fill("import.ignored", &[("columns", &report.ignored.join(", "))]) }</p> }
            </>
        }
    });
    html! {
        <>
        <details class="ct-card ct-files" open={!loaded || !model.failed.is_empty()}>
            <summary>{ model.say("import.title") }</summary>
            if !model.failed.is_empty() { <p class="ct-error" role="alert" id="ct-failed">{ model.failed.clone() }</p> }
            <div class="ct-edit__field"><label class="ct-edit__label" for="ct-file-list">{ model.say("import.list") }</label>
                <input type="file" class="ct-upload" id="ct-file-list" accept=".csv,.tsv,.txt,.xlsx" data-ct-file="list" /></div>
            <div class="ct-edit__field"><label class="ct-edit__label" for="ct-paste">{ model.say("import.paste") }</label>
                <textarea class="ct-input" rows="2" id="ct-paste" data-ct-paste="list" placeholder={model.say("import.paste_here")}/></div>
            <div class="ct-edit__field"><label class="ct-edit__label" for="ct-file-workers">{ model.say("import.workers") }</label>
                <input type="file" class="ct-upload" id="ct-file-workers" accept=".csv,.json,.txt,.xlsx" data-ct-file="workers" /></div>
            <p><button type="button" class="ct-link ct-link--button" id="ct-template" onclick={act.press(Msg::Export(Export::Template))}>{ model.say("export.template") }</button>{ " " }
                <button type="button" class="ct-link ct-link--button" id="ct-new" onclick={act.press(Msg::New)}>{ model.say("list.new") }</button></p>
        </details>
        { for report }
        { matching::workers_report(model) }
        </>
    }
}

fn exports(model: &Model, act: &Act) -> Html {
    let buttons = Export::ALL.into_iter().filter(|what| *what != Export::Template).map(|what| {
        html! { <button type="button" class="ct-button" id={format!("ct-save-{}", what.id())} onclick={act.press(Msg::Export(what))}>{ model.say(&format!("export.{}", what.id())) }</button> }
    });
    html! { <section class="ct-section"><@{model.heading(1)} class="ct-heading ct-heading--small">{ model.say("export.title") }</@><div class="ct-buttons">{ for buttons }
    <button type="button" class="ct-button" id="ct-clear" onclick={act.press(Msg::AskToClear(true))}>{ model.say("list.clear") }</button></div>
    if model.clearing {
        { interruption::clearing(&model.desk.words, model.level, act.press(Msg::Clear(Cleared::Here)), act.press(Msg::AskToClear(false))) }
    }
    </section> }
}
