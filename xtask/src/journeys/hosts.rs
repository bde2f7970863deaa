//! Pages of others: frameworks, themes, forms, frames, two versions, and pages that do harm to whatever stands in them.

use super::cases::Case;
use super::faults::Fault;
use super::guest;
use super::page::Page;
use super::pages::CHAPTER;
use super::wait::until;
use super::widget::Widget;
use serde_json::{Value, json};
use std::time::Duration;

/// A careful policy without trusted types, which several frameworks cannot start under.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; \
    connect-src 'self'; base-uri 'none'; form-action 'none'";
/// The same where templates are compiled in the browser, as Angular does without its own build.
const COMPILES: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval' 'unsafe-eval'; style-src 'self' \
    'unsafe-inline'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'";

/// No framework.
pub async fn plain(page: &Page<'_>) -> Result<(), String> {
    framework(page, "hosts/plain.html").await
}

/// React, under the strictest policy.
pub async fn react(page: &Page<'_>) -> Result<(), String> {
    framework(page, "hosts/react.html").await
}

/// Vue.
pub async fn vue(page: &Page<'_>) -> Result<(), String> {
    page.fault("hosts/vue.html", Fault::Policy(POLICY));
    framework(page, "hosts/vue.html").await
}

/// Angular.
pub async fn angular(page: &Page<'_>) -> Result<(), String> {
    page.fault("hosts/angular.html", Fault::Policy(COMPILES));
    framework(page, "hosts/angular.html").await
}

/// Svelte.
pub async fn svelte(page: &Page<'_>) -> Result<(), String> {
    page.fault("hosts/svelte.html", Fault::Policy(POLICY));
    framework(page, "hosts/svelte.html").await
}

/// Lit.
pub async fn lit(page: &Page<'_>) -> Result<(), String> {
    page.fault("hosts/lit.html", Fault::Policy(POLICY));
    framework(page, "hosts/lit.html").await
}

/// What has to hold in each: attributes, properties, rich data, events, moving, removing, another reference.
async fn framework(page: &Page<'_>, path: &str) -> Result<(), String> {
    page.open(path).await?;
    let tool = page.advocacy();
    tool.live().await?;
    tool.wait_for("Hint from the host page.").await?;
    let of = "const it = document.querySelector('care-advocacy'); return";
    let properties = "[it.reference, it.headingLevel, it.shareRecord, it.getAttribute('reference')]";
    page.same(
        "the properties",
        page.run(&format!("{of} {properties}"), vec![]).await?,
        json!(["AB-1", "2", true, "AB-1"]),
    )?;
    heard(page, "care-ready advocacy").await?;
    // The first answers that anything follows from.
    let case = Case::named("adv-001")?;
    tool.answer_section(&case).await?;
    tool.go_on().await?;
    tool.answer_section(&case).await?;
    heard(page, "care-changed advocacy").await?;
    page.click_css("#ask-record").await?;
    page.wait_for_text("Record: \"advocacy\"").await?;
    page.sound().await?;
    page.click_css("#move").await?;
    chosen(&tool, true).await?;
    // Answers about one reference are not shown under another.
    page.click_css("#other-reference").await?;
    chosen(&tool, false).await?;
    page.same("the reference", page.run(&format!("{of} it.reference"), vec![]).await?, json!("CD-2"))?;
    page.run("document.querySelector('care-advocacy').reference = 'AB-1'", vec![]).await?;
    chosen(&tool, true).await?;
    page.click_css("#remove").await?;
    page.wait_for("!document.querySelector('care-advocacy')").await?;
    page.click_css("#remove").await?;
    page.advocacy().live().await?;
    page.wait_for("document.querySelector('care-advocacy').shareRecord").await
}

async fn heard(page: &Page<'_>, event: &str) -> Result<(), String> {
    until(async || {
        let said = page.run("return document.getElementById('heard').textContent", vec![]).await?;
        let said = said.as_str().unwrap_or_default();
        if said.contains(event) { Ok(()) } else { Err(format!("“{event}” was not heard, only “{said}”")) }
    })
    .await
}

/// Whether the first answer is still there.
async fn chosen(tool: &Widget<'_>, expected: bool) -> Result<(), String> {
    until(async || {
        let found = tool.run("return Boolean(root.querySelector('input:checked'))").await?;
        if found == json!(expected) { Ok(()) } else { Err(format!("an answer is there: {found}, not {expected}")) }
    })
    .await
}

/// Themes and layouts of systems that hold procedure pages.
pub async fn systems(page: &Page<'_>) -> Result<(), String> {
    for path in ["hosted/wordpress.html", "hosted/drupal.html", "hosted/sharepoint.html"] {
        in_peace(page, path).await?;
        let tool = page.advocacy();
        // The driver does not scroll a zone of the page that scrolls by itself.
        tool.run("root.getElementById('ct-person_role-adult').scrollIntoView({ block: 'center' })").await?;
        tool.answer("person_role", &["adult".to_owned()]).await?;
        page.same(&format!("what is too wide in {path}"), tool.too_wide().await?, json!([]))?;
        page.sound().await?;
    }
    Ok(())
}

/// Rules that match everything.
pub async fn hostile(page: &Page<'_>) -> Result<(), String> {
    in_peace(page, "hosted/hostile.html").await?;
    let tool = page.advocacy();
    let looks = tool
        .run(
            "const of = (css) => getComputedStyle(root.querySelector(css));
             const legend = of('.ct-question__legend');
             return [legend.display !== 'none', parseFloat(legend.fontSize) >= 19, legend.fontStyle,
                 legend.textTransform, of('.ct-button').display !== 'none', parseFloat(of('.ct-button').minHeight) >= 44];",
        )
        .await?;
    page.same("how it looks", looks, json!([true, true, "normal", "none", true, true]))?;
    tool.answer("person_role", &["adult".to_owned()]).await?;
    tool.go_on().await?;
    page.sound_but_for(&["color-contrast"]).await
}

/// All five on one page.
pub async fn several(page: &Page<'_>) -> Result<(), String> {
    page.open("hosted/several.html").await?;
    for name in ["care-advocacy", "care-allocation", "care-team-suitability", "care-action-plan", "care-supervision"]
    {
        let tool = page.widget(name, 0);
        tool.show().await?;
        until(async || {
            let found = tool.run("return Boolean(root.querySelector('.ct-widget'))").await?;
            if found == json!(true) { Ok(()) } else { Err(format!("{name} is not live")) }
        })
        .await?;
    }
    page.sound().await
}

/// Inside a form of the page: nothing typed goes with it, and no key sends it.
pub async fn form(page: &Page<'_>) -> Result<(), String> {
    let sent = "return [...new FormData(document.querySelector('form')).keys()]";
    // The first screen, before the tool is live.
    page.fault("/care-tools.js", Fault::Instead(""));
    page.open(CHAPTER).await?;
    page.run(
        "const form = document.createElement('form'), tool = document.querySelector('care-advocacy');
         tool.replaceWith(form); form.append(tool);
         for (const box of tool.querySelectorAll('input:not([type=file])')) { box.checked = true; box.value ||= 'typed'; }",
        vec![],
    )
    .await?;
    page.same("what the form sends of the first screen", page.run(sent, vec![]).await?, json!([]))?;
    page.no_faults();
    page.open("hosted/form.html").await?;
    let tool = page.advocacy();
    tool.live().await?;
    page.run("document.querySelector('form').addEventListener('submit', () => (document.title = 'sent'))", vec![])
        .await?;
    tool.answer("person_role", &["adult".to_owned()]).await?;
    page.keys("\u{e007}").await?;
    tool.write_css("#ct-case_reference", "AB/12").await?;
    page.keys("\u{e007}").await?;
    page.same("what the form sends", page.run(sent, vec![]).await?, json!(["case"]))?;
    let title = page.run("return document.title", vec![]).await?;
    page.same("the title", title, json!("A tool inside a form of the page"))?;
    page.sound().await
}

/// Elements made before and after the script, copied, moved, removed and put back.
pub async fn late(page: &Page<'_>) -> Result<(), String> {
    page.open("hosted/late.html").await?;
    page.click_css("#before").await?;
    page.click_css("#load").await?;
    page.click_css("#after").await?;
    page.wait_for("document.querySelectorAll('care-advocacy').length === 3").await?;
    for nth in 0..3 {
        let tool = page.widget("care-advocacy", nth);
        tool.show().await?;
        tool.live().await?;
    }
    for nth in [1, 2] {
        page.widget("care-advocacy", nth).wait_for("Hint from the host page.").await?;
        let reference = format!("return document.querySelectorAll('care-advocacy')[{nth}].getAttribute('reference')");
        page.same("the reference", page.run(&reference, vec![]).await?, json!("AB-1"))?;
    }
    let first = page.advocacy();
    first.show().await?;
    first.answer("person_role", &["adult".to_owned()]).await?;
    page.click_css("#remove-and-back").await?;
    chosen(&first, true).await?;
    page.click_css("#clone").await?;
    let copy = page.widget("care-advocacy", 3);
    copy.show().await?;
    copy.live().await?;
    chosen(&copy, false).await?;
    page.click_css("#move").await?;
    page.wait_for("document.querySelector('main').lastElementChild.shadowRoot.querySelector('input:checked')")
        .await?;
    // Copies of one tool have landmarks of one name.
    page.sound_but_for(&["landmark-unique"]).await
}

/// Two versions of the script: the first defines the elements, and the second does no harm.
pub async fn twice(page: &Page<'_>) -> Result<(), String> {
    page.open("hosted/twice.html").await?;
    page.advocacy().live().await?;
    page.sound().await
}

/// A script that is here before the page is: no tool begins before its first screen is whole.
pub async fn not_waiting(page: &Page<'_>) -> Result<(), String> {
    page.fault("hosted/async.js", Fault::Stalled(Duration::from_secs(3)));
    page.open("hosted/async.html").await?;
    let known = page.run("return document.documentElement.dataset.known", vec![]).await?;
    page.same("whether the element began early", known, json!("false"))?;
    page.advocacy().live().await?;
    let left = page.run("return document.querySelector('care-advocacy').childElementCount", vec![]).await?;
    page.same("what is left of the first screen", left, json!(0))?;
    page.sound().await
}

/// New files were put over old ones: a page with the old entry goes on.
pub async fn deployed(page: &Page<'_>) -> Result<(), String> {
    page.fault("hosted/late.html", Fault::Policy(POLICY));
    page.open("hosted/late.html").await?;
    page.module("./other/care-tools-before.js").await?;
    let tool = page.advocacy();
    tool.show().await?;
    tool.live().await?;
    tool.answer("person_role", &["adult".to_owned()]).await
}

/// A page that shows other attributes while the tool is live: what was answered stays.
pub async fn other_attributes(page: &Page<'_>) -> Result<(), String> {
    let tool = super::pages::chapter(page).await?;
    tool.answer("person_role", &["adult".to_owned()]).await?;
    let set = |name: &'static str, value: &'static str| {
        let script = "document.querySelector('care-advocacy').setAttribute(arguments[0], arguments[1])";
        page.run(script, vec![json!(name), json!(value)])
    };
    set("heading-level", "4").await?;
    until(async || match tool.count("h4#ct-title").await? {
        1 => Ok(()),
        _ => Err("the title is not of the fourth level".to_owned()),
    })
    .await?;
    chosen(&tool, true).await?;
    set("law-on", "2027-04-01").await?;
    tool.wait_for("Preview: the law of another day").await?;
    tool.wait_for("as the law stands on 1 April 2027").await?;
    chosen(&tool, true).await?;
    set("law-on", "2027-02-31").await?;
    tool.wait_until_gone("Preview: the law of another day").await?;
    set("language", "xx").await?;
    tool.wait_for("The words of this language did not arrive, so the tool is in English.").await?;
    chosen(&tool, true).await?;
    page.sound().await
}

/// A council's own guidance stands in the section and beside the outcome that it is for.
pub async fn guidance(page: &Page<'_>) -> Result<(), String> {
    page.fault("/care-tools.js", Fault::Instead(""));
    page.open(CHAPTER).await?;
    page.no_faults();
    page.run(
        "const tool = document.querySelector('care-advocacy');
         for (const [slot, words] of [['section-about', 'Our own guidance for the first section.'], ['section-none', 'Nowhere.']]) {
             const note = document.createElement('p');
             note.slot = slot; note.textContent = words; tool.append(note);
         }",
        vec![],
    )
    .await?;
    page.module("./care-tools.js?guidance").await?;
    let tool = page.advocacy();
    tool.show().await?;
    tool.live().await?;
    let shown = "return [...document.querySelectorAll('care-advocacy > [slot]')].map((it) => it.offsetHeight > 0)";
    page.same("what is shown of it", page.run(shown, vec![]).await?, json!([true, false]))?;
    page.sound().await
}

/// The page before and after are the same, but for the tool.
async fn in_peace(page: &Page<'_>, path: &str) -> Result<(), String> {
    // A page that is longer with the tool gets a scroll bar, and is narrower by it: that is no doing of the tool.
    let bar = "
        for (const it of document.querySelectorAll('html, body, body *')) {
            if (it.localName === 'html' || getComputedStyle(it).overflowY === 'auto') it.style.overflowY = 'scroll';
        }";
    page.fault("/care-tools.js", Fault::Instead(""));
    page.open(path).await?;
    page.run(bar, vec![]).await?;
    let before = guest::state(page).await?;
    page.no_faults();
    page.open(path).await?;
    page.run(bar, vec![]).await?;
    let tool = page.advocacy();
    tool.show().await?;
    tool.live().await?;
    guest::compare(page, &before, &format!("in {path}")).await?;
    let no_bar = "for (const it of document.querySelectorAll('html, body, body *')) it.style.overflowY = ''";
    page.run(no_bar, vec![]).await.map(drop)
}

/// In a frame: it takes the height that it needs, and no address of another site.
pub async fn framed(page: &Page<'_>) -> Result<(), String> {
    page.fault("hosted/", Fault::Policy(FRAMES));
    page.open("hosted/wordpress.html").await?;
    page.run(
        "const frame = document.createElement('iframe');
         frame.src = '/frame/care-advocacy.html?heading-level=3&onclick=x&locality=https://example.invalid/evil.json#reference=AB-9';
         frame.title = 'Advocacy'; frame.height = 300; frame.width = '100%';
         document.querySelector('main, body').append(frame);
         frame.scrollIntoView();",
        vec![],
    )
    .await?;
    page.module("/care-tools-frame.js").await?;
    page.wait_for("Number(document.querySelector('iframe').height) > 600").await?;
    let inside = "document.querySelector('iframe').contentDocument.querySelector('care-advocacy')";
    page.wait_for(&format!("{inside}?.shadowRoot?.querySelector('h3#ct-title')")).await?;
    let attributes = page.run(&format!("return {inside}.getAttributeNames().sort()"), vec![]).await?;
    let names: Vec<&str> = attributes.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    page.same("the attributes", names.contains(&"onclick") || names.contains(&"locality"), false)?;
    page.same("the reference", names.contains(&"reference"), true)?;
    let told = "return document.querySelector('iframe').contentDocument.body.innerText";
    let told = page.run(told, vec![]).await?;
    let said = told.as_str().unwrap_or_default().contains("“locality” does not name a file of this site");
    page.same("whether it says that an address was refused", said, true)
}

const FRAMES: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; \
    connect-src 'self'; frame-src 'self'";

/// Another reference: from that moment nothing of the former answers is shown, told, typed or kept, and they come back
/// only with their own.
pub async fn another_reference(page: &Page<'_>) -> Result<(), String> {
    let tool = super::pages::chapter(page).await?;
    page.run("document.querySelector('care-advocacy').shareRecord = true", vec![]).await?;
    page.run("document.querySelector('care-advocacy').reference = 'AB-1'", vec![]).await?;
    until(async || {
        match page.run("return Boolean(document.querySelector('care-advocacy').record())", vec![]).await? {
            Value::Bool(true) => Ok(()),
            _ => Err("the tool is not live again".to_owned()),
        }
    })
    .await?;
    tool.answer("person_role", &["adult".to_owned()]).await?;
    let at_once = page
        .run(
            "const it = document.querySelector('care-advocacy');
             const old = [...it.shadowRoot.querySelectorAll('input[type=radio]')].at(-1);
             it.reference = 'CD-2';
             old.click();
             return [it.record(), it.shadowRoot.firstElementChild.hidden];",
            vec![],
        )
        .await?;
    page.same("the record and the screen, at once", at_once, json!([null, true]))?;
    tool.wait_for("Earlier answers are put aside").await?;
    chosen(&tool, false).await?;
    page.sound().await?;
    tool.answer("person_role", &["carer_of_adult".to_owned()]).await?;
    page.run("document.querySelector('care-advocacy').reference = 'AB-1'", vec![]).await?;
    let adult = "return root.querySelector('input[value=adult]')?.checked";
    until(async || match tool.run(adult).await? {
        Value::Bool(true) => Ok(()),
        other => Err(format!("the first answer is not back: {other}")),
    })
    .await?;
    // Clearing everything clears what was put aside, too.
    tool.click_css("#ct-clear").await?;
    tool.click("Yes, clear everything").await?;
    chosen(&tool, false).await?;
    page.run("document.querySelector('care-advocacy').reference = 'CD-2'", vec![]).await?;
    tool.wait_until_gone("Earlier answers are put aside").await?;
    tool.live().await?;
    chosen(&tool, false).await
}
