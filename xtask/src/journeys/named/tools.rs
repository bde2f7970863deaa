//! Every tool, and what somebody does in each before something goes wrong.

use super::super::aside::LOOKS;
use super::super::page::Page;
use serde_json::{Value, json};
use std::fmt::Write;

/// What is typed. It must turn up nowhere but in the tool.
pub const TYPED: &str = "SENTINEL/12";
/// Where the page with every tool is.
pub const PAGE: &str = "every-tool.html";

/// A tool, or one view of a tool that has several.
#[derive(Debug, PartialEq, Eq)]
pub struct Tool {
    /// As a failure names it.
    pub name: &'static str,
    /// Its element.
    pub element: &'static str,
    /// Its place among the elements of that name on the page with every tool.
    nth: usize,
    /// Its attributes, but for the council's file.
    attributes: &'static str,
    /// The page of the site from which its first screen is taken; empty where it has none but a sentence.
    chapter: &'static str,
    /// A choice on that first screen.
    first: &'static str,
    /// What somebody does in the live tool.
    work: Work,
    /// The box that takes the words for a crash, and the tab in front of it.
    pub crash: [&'static str; 2],
    /// The control for files, or the box for pasting where there is none.
    pub file: &'static str,
    /// What it says of a file that is none of its own, as a regular expression.
    pub refuses: &'static str,
    /// The name of its draft; empty where it keeps none.
    pub draft: &'static str,
}

/// What somebody does in a live tool, so that there is something to lose.
#[derive(Debug, PartialEq, Eq)]
enum Work {
    /// Goes somewhere, chooses, and types.
    Form { way: &'static [&'static str], choice: &'static str, note: &'static str },
    /// Answers for the first person of a list.
    Row,
    /// Chooses the work for which somebody is looked for.
    Search,
    /// Has a plan suggested and confirms its first line.
    Plan,
}

/// A list keeps what can be read of a file and names it, or says why nothing can.
const LIST_REFUSES: &str = "from-elsewhere|Something has to be here|cannot be read|nothing in this file|is not a list|is never closed|not an XLSX file|larger than|too large";

const CONTINUE: &str = ".ct-buttons > .ct-button--primary";

/// Advocacy.
pub static ADVOCACY: Tool = Tool {
    name: "advocacy",
    element: "care-advocacy",
    nth: 0,
    attributes: "",
    chapter: "actions-and-next-steps-reablement.html",
    first: "#ct-person_role-adult",
    work: Work::Form { way: &[], choice: "#ct-person_role-adult", note: "#ct-case_reference" },
    crash: ["", "#ct-case_reference"],
    file: "#ct-reopen",
    refuses: "The file is not a saved record|This file is too large",
    draft: "advocacy",
};
/// The priority of one referral.
pub static PRIORITY: Tool = Tool {
    name: "allocation, priority",
    element: "care-allocation",
    nth: 0,
    attributes: " view=\"priority\"",
    chapter: "allocating-work.html",
    first: "#ct-immediate_danger-no",
    work: Work::Form { way: &[CONTINUE], choice: "#ct-status-waiting", note: "#ct-case_reference" },
    crash: ["", "#ct-case_reference"],
    file: "",
    refuses: "The file is not a saved record|This file is too large",
    draft: "allocation",
};
/// Team suitability, for a contact.
pub static SUITABILITY: Tool = Tool {
    name: "team suitability",
    element: "care-team-suitability",
    nth: 0,
    attributes: " path=\"contact\"",
    chapter: "actions-and-next-steps-duty.html",
    first: "#ct-safe_now-no",
    work: Work::Form { way: &["#ct-safe_now-no"], choice: "#ct-safe_now-no", note: "#ct-concern_reference" },
    crash: ["", "#ct-concern_reference"],
    file: "#ct-reopen",
    refuses: "The file is not a saved record|This file is too large",
    draft: "team_suitability",
};
/// The action plan.
pub static ACTIONS: Tool = Tool {
    name: "action plan",
    element: "care-action-plan",
    nth: 0,
    attributes: "",
    chapter: "monitoring-reablement.html",
    first: "#ct-ap_immediate_danger-no",
    work: Work::Form {
        way: &["#ct-ap_immediate_danger-no", "#ct-ap_abuse_concern-no", "#ct-ap_practice_concern-no", "#ct-continue"],
        choice: "#ct-ap_about-adult",
        note: "#ct-ap_ref-text",
    },
    crash: ["", "#ct-ap_ref-text"],
    file: "#ct-file",
    refuses: "This file could not be opened",
    draft: "action_planning",
};
/// Supervision of the example records.
pub static SUPERVISION: Tool = Tool {
    name: "supervision",
    element: "care-supervision",
    nth: 0,
    attributes: " records=\"example-record-advocacy.json\"",
    chapter: "",
    first: "",
    work: Work::Form {
        way: &["#ct-records tbody button"],
        choice: "#ct-entry-kind-discussion",
        note: "#ct-entry-note",
    },
    crash: ["", "#ct-entry-note"],
    file: "#ct-file",
    refuses: "The file is not a saved record|This file is too large",
    draft: "",
};
/// The waiting list.
pub static LIST: Tool = Tool {
    name: "allocation, list",
    element: "care-allocation",
    nth: 1,
    attributes: " view=\"list\" list=\"example-list.csv\" workers=\"example-workers.csv\"",
    chapter: "",
    first: "",
    work: Work::Row,
    crash: ["", "#ct-f-ref"],
    file: "#ct-file-list",
    refuses: LIST_REFUSES,
    draft: "",
};
/// Matching.
pub static MATCH: Tool = Tool {
    name: "allocation, match",
    element: "care-allocation",
    nth: 2,
    attributes: " view=\"match\" list=\"example-list.csv\" workers=\"example-workers.csv\"",
    chapter: "",
    first: "",
    work: Work::Search,
    crash: ["#ct-tab-list", "#ct-f-ref"],
    file: "#ct-file-workers",
    refuses: LIST_REFUSES,
    draft: "",
};
/// The plan for a list.
pub static PLAN: Tool = Tool {
    name: "allocation, plan",
    element: "care-allocation",
    nth: 3,
    attributes: " view=\"plan\" list=\"example-list.csv\" workers=\"example-workers.csv\"",
    chapter: "",
    first: "",
    work: Work::Plan,
    crash: ["#ct-tab-list", "#ct-f-ref"],
    file: "#ct-file-list",
    refuses: LIST_REFUSES,
    draft: "",
};

/// Every tool, in the order in which they stand on the page.
pub static ALL: &[&Tool] = &[&ADVOCACY, &PRIORITY, &SUITABILITY, &ACTIONS, &SUPERVISION, &LIST, &MATCH, &PLAN];
/// Those that have a first screen before they are live.
pub static SCREENS: &[&Tool] = &[&ADVOCACY, &PRIORITY, &SUITABILITY, &ACTIONS];
/// Those with drafts on the computer.
pub static DRAFTS: &[&Tool] = SCREENS;

/// The page with these tools, each with the first screen that it has in its chapter.
pub fn page_of(page: &Page<'_>, tools: &[&Tool], council: &str, sheet: &str) -> Result<String, String> {
    let mut inside = String::new();
    for tool in tools {
        let Tool { name, element, attributes, .. } = tool;
        let screen = first_screen(page, tool)?;
        let council = if council.is_empty() { String::new() } else { format!(" locality=\"{council}\"") };
        writeln!(inside, "<h2>{name}</h2><{element}{council} heading-level=\"3\"{attributes}>{screen}</{element}>")
            .map_err(|fault| fault.to_string())?;
    }
    let sheet = if sheet.is_empty() { String::new() } else { format!("<link rel=\"stylesheet\" href=\"{sheet}\">") };
    Ok(format!(
        "<!doctype html><html lang=\"en-GB\"><head><meta charset=\"utf-8\"><title>Every tool on one page</title>\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <link rel=\"stylesheet\" href=\"care-tools.css\">{sheet}\
         <script type=\"module\" src=\"care-tools.js\"></script></head>\
         <body><main class=\"tool-wrapper\"><h1>Every tool on one page</h1>\n{inside}</main></body></html>"
    ))
}

fn first_screen(page: &Page<'_>, tool: &Tool) -> Result<String, String> {
    if tool.chapter.is_empty() {
        return Ok("<p>This tool needs scripts.</p>".to_owned());
    }
    let chapter = page.built(tool.chapter);
    let found = chapter
        .split_once(&format!("<{}", tool.element))
        .and_then(|(_, rest)| rest.split_once('>'))
        .and_then(|(_, rest)| rest.split_once(&format!("</{}>", tool.element)));
    let (screen, _) = found.ok_or_else(|| format!("`{}` has no {}", tool.chapter, tool.element))?;
    Ok(screen.to_owned())
}

/// A tool on the page that is open. All that is done and read here is done beside the page, so that a page that has
/// broken its own `JSON` or `Date` cannot spoil what is found.
#[derive(Debug, Clone, Copy)]
pub struct Stand<'a> {
    /// The page.
    pub page: &'a Page<'a>,
    /// The tool.
    pub tool: &'static Tool,
    /// Its place among the elements of its name on this page.
    pub nth: usize,
    /// How long it waits for anything, in milliseconds.
    patience: u32,
}

/// What scripts may use: the element, the root in which its screen is, and waiting.
const MEANS: &str = "
    const root = host?.shadowRoot ?? host;
    const until = (look, what) => new Promise((done, failed) => {
        const end = Date.now() + PATIENCE;
        (function again() {
            let found = null;
            try { found = look(); } catch {}
            if (found) return done(found);
            if (Date.now() > end) return failed(new Error(`${what} is not there. It says: ${root?.textContent.slice(0, 600)}`));
            setTimeout(again, 20);
        })();
    });
    const find = (css) => until(() => (host.shadowRoot ?? host).querySelector(css), css);
    const put = (it, value, kind) => { it.value = value; it.dispatchEvent(new Event(kind, { bubbles: true, composed: true })); };
    const seen = (it) => it.checkVisibility({ visibilityProperty: true });
    const words = () => Array.from((host.shadowRoot ?? host).children, (it) => (it.innerText ?? '')).join('\\n');";

impl<'a> Stand<'a> {
    /// A tool on the page with these tools.
    pub fn on(page: &'a Page<'a>, tools: &[&'static Tool], tool: &'static Tool) -> Stand<'a> {
        let nth = tools.iter().take_while(|it| ***it != *tool).filter(|it| it.element == tool.element).count();
        Stand { page, tool, nth, patience: 10_000 }
    }

    /// The same, without patience.
    pub fn for_a_moment(self) -> Stand<'a> {
        Stand { patience: 300, ..self }
    }

    /// The result of the body of an async function that has the means above.
    pub async fn run(&self, body: &str) -> Result<Value, String> {
        let host = format!("document.querySelectorAll({})[{}]", json!(self.tool.element), self.nth);
        let means = MEANS.replace("PATIENCE", &self.patience.to_string());
        self.page.aside(&format!("(async () => {{ const host = {host}; {means} {body} }})()")).await
    }

    /// The same for a check that looks at what is at fault on purpose, and is spared the fault.
    pub async fn spared(&self, body: &str) -> Result<Value, String> {
        self.run(&format!("window[{LOOKS}] = true; try {{ {body} }} finally {{ window[{LOOKS}] = false; }}")).await
    }

    /// Types into the screen that stands in for the tool; nothing where there is none to type into.
    pub async fn type_early(&self) -> Result<(), String> {
        if self.tool.first.is_empty() {
            return Ok(());
        }
        let css = json!(self.tool.first);
        // A tool at the top of the page may be live by now.
        self.run(&format!("(root.querySelector({css}) ?? host.querySelector({css})).click()")).await.map(drop)
    }

    /// Whether what was typed before the tool was live is there: in the first screen, or in the tool that took it over.
    pub async fn typed_early(&self) -> Result<bool, String> {
        if self.tool.first.is_empty() {
            return Ok(true);
        }
        let css = json!(self.tool.first);
        let found =
            self.run(&format!("return (root.querySelector({css}) ?? host.querySelector({css}))?.checked")).await?;
        Ok(found == json!(true))
    }

    /// Waits until the tool is live, and has read what the page brings along.
    pub async fn live(&self) -> Result<(), String> {
        let ready = match self.tool.work {
            Work::Form { way: [first, ..], .. } => first,
            Work::Form { note, .. } => note,
            Work::Row | Work::Search | Work::Plan => "#ct-tab-list",
        };
        let read = match self.tool.work {
            Work::Form { .. } => "",
            _ => "await until(() => /300 rows/.test(words()) && /Workers read: 24/.test(words()), 'the list');",
        };
        self.run(&format!(
            "const ready = () => {{
                 const it = host.shadowRoot?.querySelector({});
                 // What failed stands there, hidden, until the next one has come.
                 return it && !it.closest('form[hidden]');
             }};
             await until(ready, 'a live tool'); {read} return true",
            json!(ready)
        ))
        .await
        .map(drop)
    }

    /// Does the tool's work. Gives what has to be there later.
    pub async fn work(&self) -> Result<Value, String> {
        let script = match self.tool.work {
            Work::Form { way, choice, note } => format!(
                "for (const css of {}) (await find(css)).click();
                 (await find({})).click();
                 put(await find({}), {}, 'input');
                 await until(() => root.querySelector({}).checked, 'the choice');
                 return 'typed'",
                json!(way),
                json!(choice),
                json!(note),
                json!(TYPED),
                json!(choice)
            ),
            Work::Row => "(await find('.ct-list__row .ct-link')).click();
                 const reference = root.querySelector('.ct-list__row .ct-link').textContent.trim();
                 const box = await find('#ct-e-informed');
                 const other = box.value === 'yes' ? 'no' : 'yes';
                 put(box, other, 'change');
                 return [reference, other]"
                .to_owned(),
            Work::Search => "put(await find('#ct-m-function'), 'care_act_assessment', 'change');
                 return 'care_act_assessment'"
                .to_owned(),
            Work::Plan => "(await find('#ct-suggest')).click();
                 (await find('[id^=\"ct-confirm-\"]')).click();
                 await until(() => /Record 1 decision/.test(words()), 'the decision');
                 return 'confirmed'"
                .to_owned(),
        };
        self.run(&script).await
    }

    /// Fails when the work is no longer there.
    pub async fn still(&self, done: &Value) -> Result<(), String> {
        let script = match self.tool.work {
            Work::Form { choice, note, .. } => format!(
                "const [choice, note] = [await find({}), await find({})];
                 return choice.checked && note.value.startsWith({}) ? '' : `the choice is ${{choice.checked}}, the text is ${{note.value}}`",
                json!(choice),
                json!(note),
                json!(TYPED)
            ),
            Work::Row => format!(
                "const [reference, answer] = {done};
                 if (!root.querySelector('#ct-e-informed')) {{
                     put(await find('#ct-f-ref'), reference, 'input');
                     (await until(() => [...root.querySelectorAll('.ct-list__row .ct-link')].find((it) => it.textContent.trim() === reference), reference)).click();
                 }}
                 const found = (await find('#ct-e-informed')).value;
                 return found === answer ? '' : `the answer about ${{reference}} is ${{found}}`"
            ),
            Work::Search => "(await find('#ct-tab-match')).click();
                 const found = (await find('#ct-m-function')).value;
                 return found === 'care_act_assessment' ? '' : `the work is ${found}`"
                .to_owned(),
            Work::Plan => "(await find('#ct-tab-plan')).click();
                 await until(() => /Record 1 decision/.test(words()), 'the decision');
                 return ''".to_owned(),
        };
        match self.run(&script).await? {
            Value::String(fault) if fault.is_empty() => Ok(()),
            fault => Err(fault.to_string()),
        }
    }

    /// Fails when the tool takes no further answer.
    pub async fn goes_on(&self) -> Result<(), String> {
        let script = match self.tool.work {
            // It asks, and takes no for an answer: a tool that is down does neither, though its boxes take letters.
            Work::Form { .. } => "(await find('#ct-clear')).click();
                 (await find('#ct-clear-no')).click();
                 await until(() => !root.querySelector('#ct-clear-no') && root.querySelector('#ct-clear'), 'the answer to no');
                 return true",
            Work::Row | Work::Search | Work::Plan => "(await find('#ct-tab-match')).click();
                 await find('#ct-m-function');
                 (await find('#ct-tab-list')).click();
                 await until(() => !root.querySelector('#ct-m-function'), 'the list again');
                 return true",
        };
        match self.run(script).await? {
            Value::Bool(true) => Ok(()),
            other => Err(format!("it takes no answer any more: {other}")),
        }
    }

    /// Waits until it says this.
    pub async fn says(&self, phrase: &str) -> Result<(), String> {
        self.run(&format!(
            "await until(() => (host.shadowRoot ? words() : host.innerText).includes({}), {})",
            json!(phrase),
            json!(format!("“{phrase}”"))
        ))
        .await
        .map(drop)
    }
}

impl std::fmt::Display for Stand<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.tool.name)
    }
}
