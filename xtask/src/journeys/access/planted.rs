//! A fault planted for each check, which has to be found. A check that finds none of these would find nothing at all.

use super::super::look::Look;
use super::super::page::Page;
use super::announced;
use super::ask::ask;
use super::hearing::hear;
use super::keys::walk;
use super::references::references;
use super::zoomed::{USUAL, zoomed};

const PLANTED: &str = r##"
    const host = document.createElement('care-planted');
    const root = host.attachShadow({ mode: 'open' });
    const made = (name, parts, more, attributes) => {
        const it = Object.assign(document.createElement(name), more);
        for (const [key, value] of Object.entries(attributes ?? {})) it.setAttribute(key, value);
        it.append(...parts);
        return it;
    };
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`
        :host { display: block; }
        .ct-widget { font: 17px sans-serif; background: white; color: black; position: relative; }
        .ct-widget :focus-visible { outline: 3px solid black; }
        .bare:focus-visible { outline: none; }
        .pale:focus-visible { outline: 3px solid #eeeeee; }
        .over { position: absolute; inset-block-start: 0; inset-inline-start: 0; inline-size: 30em; block-size: 3em; background: silver; }
        .cut { overflow: hidden; inline-size: 4em; block-size: 1.2em; white-space: nowrap; }
        .wide { inline-size: 700px; }
        .tiny { inline-size: 12px; block-size: 12px; padding: 0; border: 0; overflow: hidden; }
        .moves { transition: color 2s; }
        .here { color: red; }
        .right { position: absolute; inset-block-start: 12em; inset-inline-start: 20em; }
        .left { position: absolute; inset-block-start: 12em; inset-inline-start: 0; }
    `);
    root.adoptedStyleSheets = [sheet];
    root.append(made('section', [
        made('button', ['Under the bar'], { className: 'under' }),
        made('div', ['A bar'], { className: 'over' }),
        made('h3', ['Three']),
        made('h5', ['Five']),
        made('p', ['Name'], { id: 'twice' }),
        made('p', ['Name'], { id: 'twice' }),
        made('p', ['→ go']),
        made('label', ['Where'], {}, { for: 'nowhere' }),
        made('div', [
            made('label', ['Phone'], {}, { for: 'phone' }),
            made('span', ['With the code'], { className: 'ct-field__hint', id: 'phone-hint' }),
            made('input', [], { id: 'phone' }),
        ], { className: 'ct-field' }),
        made('button', ['Send'], {}, { 'aria-label': 'Submit the form' }),
        made('button', ['Same']), made('button', ['Same']),
        made('button', [], { className: 'bare' }),
        made('button', ['Pale'], { className: 'pale' }),
        made('button', ['Left out'], { tabIndex: -1 }),
        made('button', ['Right'], { className: 'right' }),
        made('button', ['Left'], { className: 'left' }),
        made('div', ['Words that are cut'], { className: 'cut' }),
        made('div', ['Wide'], { className: 'wide' }),
        made('div', [made('button', ['a'], { className: 'tiny' }), made('button', ['b'], { className: 'tiny' })]),
        made('ul', [made('li', ['One'], {}, { 'aria-current': 'step', class: 'here' }), made('li', ['Two'])]),
        made('p', ['It moves'], { className: 'moves' }),
        made('p', [], { id: 'status' }, { role: 'status' }),
    ], { className: 'ct-widget' }));
    document.querySelector('main').append(host);"##;

const SAYS: &str = "
    const status = root.getElementById('status');
    status.textContent = 'Saved.';
    setTimeout(() => { status.textContent = ''; }, 30);
    setTimeout(() => {
        status.textContent = 'Saved.';
        const late = Object.assign(document.createElement('p'), { textContent: 'Late.' });
        late.setAttribute('role', 'status');
        root.querySelector('section').append(late);
    }, 60);
    return new Promise((done) => setTimeout(done, 120));";

/// Plants all of them in one shadow root, and looks for each.
pub async fn planted(page: &Page<'_>) -> Result<(), String> {
    page.size(USUAL.0, USUAL.1).await?;
    page.open("index.html").await?;
    page.run(PLANTED, vec![]).await?;
    let tool = page.widget("care-planted", 0);
    tool.show().await?;
    announced::listen(page, tool).await?;
    tool.run(SAYS).await?;
    let said = announced::faults(&announced::heard(page, tool).await?);
    let heard = hear(page, tool, None).await?.faults;
    let referred = references(page, tool).await?;
    let walked = walk(page, tool).await?;
    let sizes = zoomed(page, tool, true).await?.faults;
    page.look(Look::Plain).await?;
    tool.run("host.tabIndex = -1; document.activeElement.blur()").await?;
    let lost = ask(page, tool, "access.focus()").await?;
    page.same("what has the focus once it is lost", lost.as_str(), Some(""))?;
    for (found, what, words) in [
        (&said, "what is said twice", "“Saved.” is said twice"),
        (&said, "a region that comes with its words", "“Late.” came together with its region"),
        (&heard, "a heading that skips a level", "from a heading of level 3 to “Five” of level 5"),
        (&heard, "what is heard twice", "“Name” is heard twice in a row"),
        (&heard, "a symbol", "a symbol is read aloud in “→ go”"),
        (&heard, "a button without a name", "a button without a name"),
        (&heard, "a name that is not unique", "2 times: pressed “Same”"),
        (&referred, "an id that is there twice", "the id “twice” is there 2 times"),
        (&referred, "a label of nothing", "for names “nowhere”"),
        (&referred, "a hint of nothing", "“With the code” is named by no control"),
        (&referred, "a name without its visible words", "is called “Submit the form” aloud"),
        (&walked, "a missing ring", "has the focus and no ring of 3 pixels"),
        (&walked, "a pale ring", "“Pale”: its ring has a contrast of"),
        (&walked, "a control behind a bar", "“Under the bar” has the focus behind"),
        (&walked, "a control that is left out", "“Left out” is left out by the Tab key"),
        (&walked, "a step to the left", "to the left from"),
        (&sizes, "what is cut", "div.cut “Words that are cut” is cut by"),
        (&sizes, "what is too wide", "div.wide “Wide” reaches out of the window"),
        (&sizes, "a page that is too wide", "pixels too wide"),
        (&sizes, "a target that is too small", "is 12×12 pixels, and another control is within 24"),
        (&sizes, "colour alone", "“One” shows that it is where one is by colour alone"),
        (&sizes, "what moves", "p.moves moves for 2s"),
    ] {
        let there = found.iter().any(|fault| fault.contains(words));
        page.same(&format!("whether {what} is found in {found:?}"), there, true)?;
    }
    Ok(())
}
