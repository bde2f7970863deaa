//! The paper form: the same questions as a page to print.

use super::conditions::condition;
use super::{page, plain_desk};
use crate::engine::{Cond, Question, Shape, Sort};
use crate::sheet::Desk;
use crate::tools::{Place, Size};
use yew::prelude::*;

/// The paper form as a whole page.
///
/// # Errors
/// There is no such tool, or its words cannot be read.
pub fn paper(tool: &str) -> Result<String, String> {
    plain_desk(tool).map(|desk| paper_of(&desk))
}

/// The paper form of the tool on a desk.
pub fn paper_of(desk: &Desk) -> String {
    let title = desk.words.fill("paper.title", &[("title", desk.words.at("tool.title"))]);
    let mut number = 0;
    let mut before = &Cond::Always;
    let sections: Vec<Html> = desk
        .tool
        .law
        .sections
        .iter()
        .enumerate()
        .map(|(at, section)| {
            let letter = char::from(b'A' + u8::try_from(at).unwrap_or(25));
            let questions: Vec<Html> = section
                .questions
                .iter()
                .map(|each| {
                    number += 1;
                    let same = std::mem::replace(&mut before, &each.asked) == &each.asked;
                    question(desk, each, number, same)
                })
                .collect();
            html! {
                <section class="ct-section">
                    <h2 class="ct-heading">{ format!("{letter}. {}", desk.words.of("sections", section.id, "title")) }</h2>
                    <p class="ct-prose ct-soft">{ desk.words.of("sections", section.id, "lead").to_owned() }</p>
                    { for questions }
                </section>
            }
        })
        .collect();
    let body = html! {
        <main class="ct-widget ct-paper">
            <h1 class="ct-outcome__title">{ title.clone() }</h1>
            <p class="ct-prose ct-below">{ desk.words.say("paper.lead").to_owned() }</p>
            { by_hand(desk) }
            { for sections }
            { signing(desk) }
        </main>
    };
    page(&title, "../", body)
}

fn question(desk: &Desk, question: &Question, number: usize, as_before: bool) -> Html {
    let words = |part| desk.words.of("questions", question.id, part).to_owned();
    let tick = match question.shape {
        Shape::One => desk.words.say("paper.tick_one"),
        Shape::Many => desk.words.say("paper.tick_all"),
        Shape::Day | Shape::Number => "",
    };
    let notes = desk.tool.notes.iter().filter(|note| note.place == Place::Beside(question.at));
    html! {
        <section class="ct-paper__question">
            <h3 class="ct-question__legend">{ format!("{number}. {}", words("question")) }</h3>
            if question.asked == Cond::Always {
            } else if as_before {
                <p class="ct-paper__go">{ desk.words.say("paper.as_before").to_owned() }</p>
            } else {
                <p class="ct-paper__go">{ desk.words.say("paper.ask_when").to_owned() }{ " " }{ condition(desk, &question.asked) }</p>
            }
            <p class="ct-small ct-soft">{ words("hint") }{ " " }{ tick.to_owned() }</p>
            if question.choices.is_empty() { <span class="ct-paper__line"></span> }
            <ul class="ct-paper__options ct-paper__options--two">
                { for question.choices.iter().enumerate().map(|(at, choice)| {
                    let open = (choice.sort == Sort::NotKnown).then_some("ct-paper__box--open");
                    html! {
                        <li class="ct-paper__option">
                            <span class={classes!("ct-paper__box", open)}></span>
                            <span>{ desk.choice(question, at).to_owned() }{ fits(desk, question, at) }</span>
                        </li>
                    }
                }) }
            </ul>
            <p class="ct-small ct-soft">{ format!("{} {}", desk.words.say("paper.find_out"), words("find_out")) }</p>
            { for notes.map(|note| html! {
                <>
                    <p class="ct-small ct-below">{ desk.words.of("notes", note.id, "label").to_owned() }</p>
                    <span class="ct-paper__line"></span>
                    if note.size == Size::Text { <span class="ct-paper__line"></span> }
                </>
            }) }
        </section>
    }
}

/// For whom a choice is, where it is not for everybody.
fn fits(desk: &Desk, question: &Question, choice: usize) -> Html {
    match question.fits.get(choice) {
        None | Some(Cond::Always) => Html::default(),
        Some(fit) => {
            let text = desk.words.fill("paper.only_when", &[("what", &condition(desk, fit))]);
            html! { <span class="ct-paper__go">{ " " }{ text }</span> }
        }
    }
}

/// How to decide without the tool, in a few lines.
fn by_hand(desk: &Desk) -> Html {
    let steps: Vec<Html> =
        desk.words.list("tool.by_hand").into_iter().map(|step| html! { <li>{ step.to_owned() }</li> }).collect();
    if steps.is_empty() {
        return Html::default();
    }
    html! {
        <section class="ct-block">
            <h2 class="ct-heading ct-heading--small">{ desk.words.say("paper.by_hand").to_owned() }</h2>
            <div class="ct-prose"><ol>{ for steps }</ol></div>
        </section>
    }
}

/// What goes into the record beside the answers, and who decides.
fn signing(desk: &Desk) -> Html {
    let record = desk.tool.notes.iter().filter(|note| note.place == Place::Record);
    let labels = record.map(|note| desk.words.of("notes", note.id, "label").to_owned());
    let signs = crate::sheet::report::SIGNING.map(|id| desk.words.say(&format!("sign.{id}.label")).to_owned());
    html! {
        <section class="ct-section">
            <h2 class="ct-heading">{ desk.words.say("record.notes").to_owned() }</h2>
            { for labels.chain(signs).map(|label| html! {
                <section class="ct-paper__question">
                    <p>{ label }</p>
                    <span class="ct-paper__line"></span>
                </section>
            }) }
        </section>
    }
}
