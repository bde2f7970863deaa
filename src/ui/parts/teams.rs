//! The authority's teams: those that may fit, and a search through all of them.

use super::result::linked;
use crate::sheet::teams::{TeamText, TeamsText};
use crate::words::Words;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// The most teams shown at a time; a search shows others.
const SHOWN: usize = 10;
/// From this many teams on there is a search.
const SEARCHED: usize = 6;

/// What the list needs.
#[derive(Clone, PartialEq, Properties)]
pub struct TeamListProps {
    /// The teams.
    pub list: TeamsText,
    /// The phrases of the screen that it says.
    pub say: TeamPhrases,
    /// Begins the ids of its controls.
    pub id: AttrValue,
}

/// The phrases that the list says.
#[derive(Clone, PartialEq)]
pub struct TeamPhrases {
    title: AttrValue,
    search: AttrValue,
    more: AttrValue,
    nothing: AttrValue,
    found: AttrValue,
    protocols: AttrValue,
}

impl TeamPhrases {
    /// The phrases in a tool's words.
    pub fn of(words: &Words) -> Self {
        let say = |phrase: &str| AttrValue::from(words.say(phrase).to_owned());
        Self {
            title: say("teams.title"),
            search: say("teams.search"),
            more: say("teams.more"),
            nothing: say("teams.nothing"),
            found: say("teams.found"),
            protocols: say("teams.protocols"),
        }
    }
}

/// The list, folded until somebody wants it.
#[component]
pub fn TeamList(props: &TeamListProps) -> Html {
    let typed = use_state(String::new);
    let wanted = typed.trim().to_lowercase();
    let list = &props.list;
    // Few teams are all shown.
    let searched = list.teams.len() >= SEARCHED;
    let hit = |team: &&TeamText| {
        let said = |text: &str| text.to_lowercase().contains(&wanted);
        if wanted.is_empty() {
            team.fits || !searched
        } else {
            said(&team.name.text) || team.lines.iter().any(|line| said(line))
        }
    };
    let hits: Vec<&TeamText> = list.teams.iter().filter(hit).collect();
    let left = hits.len().saturating_sub(SHOWN);
    let oninput = {
        let typed = typed.clone();
        Callback::from(move |event: InputEvent| {
            typed.set(event.target_unchecked_into::<HtmlInputElement>().value());
        })
    };
    let search = format!("{}-search", props.id);
    // Only how many there are is said while somebody types: the teams themselves would be read out at each letter.
    let said = match (wanted.is_empty(), hits.len()) {
        (true, _) => String::new(),
        (false, 0) => props.say.nothing.to_string(),
        (false, n) => props.say.found.replace("{n}", &n.to_string()),
    };
    html! {
        <details class="ct-why ct-below">
            <summary class="ct-why__summary"><span>{ props.say.title.clone() }</span></summary>
            <div class="ct-why__body">
                <p>{ list.lead.clone() }</p>
                if searched {
                    <div class="ct-field">
                        <label class="ct-field__label" for={search.clone()}>{ props.say.search.clone() }</label>
                        <input class="ct-input" type="search" id={search} autocomplete="off" value={(*typed).clone()} {oninput} />
                    </div>
                }
                <p role="status">{ said }</p>
                if !hits.is_empty() { <ul>{ for hits.iter().take(SHOWN).map(|each| team(each)) }</ul> }
                if left > 0 { <p class="ct-soft">{ props.say.more.replace("{n}", &left.to_string()) }</p> }
                if !list.protocols.is_empty() {
                    <p class="ct-source">{ props.say.protocols.clone() }{ " " }{ linked(&list.protocols) }</p>
                }
            </div>
        </details>
    }
}

fn team(team: &TeamText) -> Html {
    html! {
        <li class="ct-below" key={team.name.text.clone()}>
            <p class="ct-strong">{ linked(std::slice::from_ref(&team.name)) }</p>
            if !team.fits { <p>{ team.unfit.clone() }</p> }
            { for team.lines.iter().map(|line| html! { <p>{ line.clone() }</p> }) }
        </li>
    }
}
