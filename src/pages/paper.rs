//! The paper form: the same questions as a page to print.

use super::conditions::condition;
use super::{page, plain_desk};
use crate::engine::{Cond, Question, Shape, Sort};
use crate::sheet::Desk;
use crate::sheet::signing::{ALL, VIEW};
use crate::tools::action_planning::groups::{Field, Kind};
use crate::tools::{Group, Place, Size};
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
    let mut letter = b'A';
    let mut before = &Cond::Always;
    let mut sections: Vec<Html> = Vec::new();
    for section in
        desk.tool.law.sections.iter().filter(|section| !section.questions.iter().all(|each| each.worked_out))
    {
        let questions: Vec<Html> = section
            .questions
            .iter()
            .map(|each| {
                number += 1;
                let same = std::mem::replace(&mut before, &each.asked) == &each.asked;
                question(desk, each, number, same)
            })
            .collect();
        sections.push(part(desk, &mut letter, section.id, questions));
        let groups = desk.tool.groups.iter().filter(|group| group.after == section.id);
        for group in groups {
            // Room for three; whoever needs more takes another sheet.
            let items = (1..=3).map(|at| item(desk, group, at)).collect();
            sections.push(part(desk, &mut letter, group.section, items));
        }
    }
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

fn part(desk: &Desk, letter: &mut u8, section: &str, inside: Vec<Html>) -> Html {
    let title = format!("{}. {}", char::from(*letter), desk.words.of("sections", section, "title"));
    *letter += 1;
    html! {
        <section class="ct-section">
            <h2 class="ct-heading">{ title }</h2>
            <p class="ct-prose ct-soft">{ desk.words.of("sections", section, "lead").to_owned() }</p>
            { for inside }
        </section>
    }
}

/// One of the parts that repeat, with room for every field.
fn item(desk: &Desk, group: &Group, at: usize) -> Html {
    let initial = group.id.chars().next().unwrap_or('x').to_ascii_uppercase();
    let field = |field: &Field| {
        let words = |part: &str| desk.words.at(&format!("fields.{}.{}.{part}", group.id, field.id)).to_owned();
        let choices = field.choices();
        html! {
            <section class="ct-paper__question">
                <h4 class="ct-question__legend">{ words("question") }</h4>
                <p class="ct-small ct-soft">{ words("hint") }</p>
                if choices.is_empty() { <span class="ct-paper__line"></span> }
                if field.kind == Kind::Text { <span class="ct-paper__line"></span> }
                <ul class="ct-paper__options ct-paper__options--two">
                    { for choices.iter().map(|choice| html! {
                        <li class="ct-paper__option"><span class="ct-paper__box"></span><span>{ words(&format!("choices.{choice}")) }</span></li>
                    }) }
                </ul>
            </section>
        }
    };
    html! {
        <section class="ct-section">
            <h3 class="ct-heading ct-heading--small">{ format!("{initial}{at}") }</h3>
            { for group.fields.iter().map(field) }
        </section>
    }
}

fn question(desk: &Desk, question: &Question, number: usize, as_before: bool) -> Html {
    let words = |part| desk.words.of("questions", question.id, part).to_owned();
    let tick = match question.shape {
        Shape::One if question.is_written() => "",
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
            if question.choices.is_empty() || question.is_written() { <span class="ct-paper__line"></span> }
            if question.is_written() { <span class="ct-paper__line"></span> }
            <ul class="ct-paper__options ct-paper__options--two">
                { for question.choices.iter().enumerate().filter(|_| !question.is_written()).map(|(at, choice)| {
                    let open = (choice.sort == Sort::NotKnown).then_some("ct-paper__box--open");
                    html! {
                        <li class="ct-paper__option">
                            <span class={classes!("ct-paper__box", open)}></span>
                            <span>{ desk.choice(question, at).to_owned() }{ fits(desk, question, at) }</span>
                        </li>
                    }
                }) }
            </ul>
            if !words("find_out").is_empty() {
                <p class="ct-small ct-soft">{ format!("{} {}", desk.words.say("paper.find_out"), words("find_out")) }</p>
            }
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
    // What the person said has a line beside a question, or with the record.
    let elsewhere = |id: &&str| *id != VIEW || desk.tool.common.voice.is_empty();
    let signs = ALL.into_iter().filter(elsewhere).map(|id| desk.words.say(&format!("sign.{id}.label")).to_owned());
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
