//! Pages made at build time from the same values as the screen. Native only.

mod condition_data;
mod conditions;
mod fallback;
pub mod first_words;
mod logic;
mod paper;
mod plan_logic;

pub use fallback::{fallback, fallback_of};
pub use logic::{logic_index, logic_json, logic_json_of, logic_page, logic_page_of};
pub use paper::{paper, paper_of};

use crate::locality::Locality;
use crate::sheet::Desk;
use crate::tools;
use yew::prelude::*;

/// A desk with the shipped words and no authority's settings.
fn plain_desk(tool: &str) -> Result<Desk, String> {
    let words = tools::words(tool)?;
    let tool = tools::named(tool).ok_or_else(|| format!("there is no tool `{tool}`"))?;
    Ok(Desk::new(tool, words, Locality::default()))
}

#[derive(Clone, PartialEq, Properties)]
struct DrawnProps {
    html: Html,
}

#[component]
fn Drawn(props: &DrawnProps) -> Html {
    props.html.clone()
}

/// Written out as text.
fn written(html: Html) -> String {
    let drawn = yew::LocalServerRenderer::<Drawn>::with_props(DrawnProps { html }).hydratable(false);
    futures::executor::block_on(drawn.render())
}

/// A whole page around what was drawn. `up` leads from the page to the folder of the style sheet.
fn page(title: &str, up: &str, body: Html) -> String {
    let body = written(body);
    let title = crate::record::escape(title);
    format!(
        "<!doctype html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n\
         <link rel=\"stylesheet\" href=\"{up}care-tools.css\">\n</head>\n<body class=\"ct-page\">\n{body}\n</body>\n</html>\n"
    )
}
