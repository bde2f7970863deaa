//! A council's own words, teams and days; other languages; without a network.

use super::faults::Fault;
use super::page::Page;
use super::pages::{CHAPTER, chapter};
use super::wait::until;
use serde_json::{Value, json};
use std::time::Duration;

/// Texts of a screen that a translator would have missed. Names of laws and figures are the same in every language.
const ENGLISH: &str = "
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const missed = [];
    let here;
    while ((here = walker.nextNode())) {
        const text = here.textContent.trim();
        const said = here.parentElement.closest('.ct-source, .ct-link--cite');
        // A record's code and a version are no words.
        const code = /^(\\w{4}-\\w{4}|[a-z_]+ [\\d.]+)$/.test(text);
        if (/[A-Za-z]{3}/.test(text) && !/[⟦⟧]/.test(text) && !said && !code) missed.push(text.slice(0, 80));
    }
    for (const it of root.querySelectorAll('[aria-label], [placeholder], [title]')) {
        for (const name of ['aria-label', 'placeholder', 'title']) {
            const text = it.getAttribute(name) ?? '';
            if (/[A-Za-z]{3}/.test(text) && !/[⟦⟧]/.test(text)) missed.push(`${name}: ${text}`);
        }
    }
    return [...new Set(missed)];";

/// In a language that nobody speaks no English is left, from the first screen to the result.
pub async fn no_english(page: &Page<'_>) -> Result<(), String> {
    page.size(320, 900).await?;
    speak(page, CHAPTER, "en-XA").await?;
    let tool = page.advocacy();
    tool.show().await?;
    tool.live().await?;
    tool.wait_for("⟦").await?;
    let mut step = 0;
    while tool.count(".ct-block--now").await? == 0 && step < 20 {
        english(page, "care-advocacy").await?;
        page.same(&format!("what is too wide at step {step}"), tool.too_wide().await?, json!([]))?;
        let shown = "return root.querySelector('#ct-step-title').textContent + root.querySelector('.ct-steps__count')?.textContent";
        let before = tool.run(shown).await?;
        until(async || {
            // A tool that is just being drawn anew in its language takes no click yet.
            tool.run("root.querySelector('.ct-button--primary').click()").await?;
            tokio::time::sleep(Duration::from_millis(300)).await;
            let now = tool.run(shown).await?;
            if now == before { Err(format!("step {step} does not go on")) } else { Ok(()) }
        })
        .await?;
        step += 1;
    }
    page.same("whether the result is reached", tool.count(".ct-block--now").await?, 1)?;
    english(page, "care-advocacy").await?;
    page.same("what is too wide at the result", tool.too_wide().await?, json!([]))?;
    page.sound().await
}

/// The same on the first screens of what has a module of its own.
pub async fn no_english_elsewhere(page: &Page<'_>) -> Result<(), String> {
    for (path, name) in [
        ("waiting-list.html", "care-allocation"),
        ("monitoring-reablement.html", "care-action-plan"),
        ("supervision.html", "care-supervision"),
        ("joint-work.html", "care-team-suitability"),
    ] {
        speak(page, path, "en-XA").await?;
        let tool = page.widget(name, 0);
        tool.show().await?;
        tool.wait_for("⟦").await?;
        english(page, name).await?;
    }
    Ok(())
}

/// From right to left, in a narrow column.
pub async fn right_to_left(page: &Page<'_>) -> Result<(), String> {
    page.size(320, 900).await?;
    speak(page, CHAPTER, "ar-XB").await?;
    let tool = page.advocacy();
    tool.show().await?;
    tool.live().await?;
    let direction = "return getComputedStyle(root.querySelector('.ct-widget')).direction";
    page.same("the direction", tool.run(direction).await?, json!("rtl"))?;
    page.same("what is too wide", tool.too_wide().await?, json!([]))?;
    let sides = "
        const choice = root.querySelector('.ct-choice__label').getBoundingClientRect();
        const mark = root.querySelector('.ct-choice__input').getBoundingClientRect();
        return mark.right > choice.left + choice.width / 2;";
    page.same("whether the mark is on the right", tool.run(sides).await?, json!(true))?;
    page.sound().await
}

async fn speak(page: &Page<'_>, path: &str, language: &str) -> Result<(), String> {
    page.fault("/care-tools.js", Fault::Instead(""));
    page.open(path).await?;
    page.no_faults();
    let script = "
        for (const it of document.querySelectorAll('*')) {
            if (/^care-/.test(it.localName)) {
                it.setAttribute('language', arguments[0]);
                for (const name of ['locality', 'list', 'workers', 'plan', 'records']) it.removeAttribute(name);
            }
        }";
    page.run(script, vec![json!(language)]).await?;
    page.module(&format!("./care-tools.js?{language}")).await
}

async fn english(page: &Page<'_>, name: &'static str) -> Result<(), String> {
    let missed = page.widget(name, 0).run(ENGLISH).await?;
    let missed = missed.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect();
    page.none(&format!("English in {name}"), missed)
}

/// The pages of three councils: each has its file taken, its own colours, and enough contrast.
pub async fn three(page: &Page<'_>) -> Result<(), String> {
    for (path, own) in [
        ("council-borough.html", "Use the borough’s case number, such as EB-0001234."),
        ("council-county.html", "Use the county’s person number, such as P123456."),
        ("council-unitary.html", "Use the number from the case system, such as U-45678."),
    ] {
        page.open(path).await?;
        let first = page.advocacy();
        first.show().await?;
        first.wait_for(own).await?;
        for name in ["care-advocacy", "care-team-suitability", "care-allocation", "care-action-plan"] {
            let tool = page.widget(name, 0);
            tool.show().await?;
            until(async || match tool.count(".ct-widget").await {
                Ok(count) if count > 0 => Ok(()),
                _ => Err(format!("{name} is not live in {path}")),
            })
            .await?;
            let text = tool.text().await?;
            page.same("a fault of its file", text.contains("settings could not be used"), false)?;
        }
        page.sound().await?;
    }
    Ok(())
}

/// A council's file: faults with lines, a change without writing JSON, a preview, and the file saved.
pub async fn check_file(page: &Page<'_>) -> Result<(), String> {
    page.open("check-locality.html").await?;
    let text = "{\n  \"format\": \"care-tools-locality/1\",\n  \"authority\": \"Example Council\",\n  \"version\": \"1\",\n  \
                \"idle_minutes\": 99,\n  \"words\": { \"advocacy\": { \"outcomes.refer_now.heading\": \"No need\" } }\n}";
    let put = "const box = document.querySelector('textarea');
         box.value = arguments[0]; box.dispatchEvent(new Event('input', { bubbles: true }))";
    page.run(put, vec![json!(text)]).await?;
    page.wait_for_text("should be a whole number from 3 to 15").await?;
    page.wait_for_text("says what the law is and cannot be changed here").await?;
    page.wait_for_text("ine 5").await?;
    page.sound().await?;
    let good = text.replace("99", "10").replace("outcomes.refer_now.heading", "questions.person_role.hint");
    page.run(put, vec![json!(good)]).await?;
    page.wait_for_text("No fault").await?;
    page.wait_for("document.querySelector('main').textContent.includes('No need')").await?;
    page.sound().await?;
    // A number in the form, without writing JSON.
    let minutes = "
        const box = document.getElementById('set-idle_minutes');
        box.closest('details').open = true;
        box.value = '7';
        box.dispatchEvent(new Event('input', { bubbles: true }));
        box.dispatchEvent(new Event('change', { bubbles: true }));";
    page.wait_for("document.getElementById('set-idle_minutes')").await?;
    page.run(minutes, vec![]).await?;
    page.wait_for("JSON.parse(document.getElementById('text').value).idle_minutes === 7").await?;
    // The tool with the file, and the file saved.
    page.click_css("#show").await?;
    let tool = page.advocacy();
    // What is below the tool moves until it is live, and so would a click.
    tool.live().await?;
    tool.wait_for("No need").await?;
    let files = page.downloads().await?;
    page.click_css("#save-now").await?;
    page.wait_for_text("Saved as locality.json").await?;
    let (_, saved) = files.file("json").await?;
    page.same("what is saved", saved.contains("\"idle_minutes\": 7"), true)?;
    page.sound().await
}

/// Every word, with a search.
pub async fn words(page: &Page<'_>) -> Result<(), String> {
    page.open("words.html").await?;
    page.wait_for("document.querySelectorAll('tbody tr').length > 20").await?;
    page.sound().await?;
    let search = "
        const box = document.getElementById('search');
        box.value = 'The tool had to restart';
        box.dispatchEvent(new Event('input', { bubbles: true }));";
    page.run(search, vec![]).await?;
    page.wait_for("document.querySelectorAll('tbody tr').length === 1").await
}

/// What changes between two days.
pub async fn changes(page: &Page<'_>) -> Result<(), String> {
    page.open("changes.html").await?;
    page.wait_for("document.querySelector('main button')").await?;
    page.sound().await?;
    // A council's own date, from which a rule holds.
    let api = "
        const { council, worked } = await import('/council.js');
        const file = JSON.stringify({ format: 'care-tools-locality/1', authority: 'A', version: '1', advocacy: { imha_opt_out_from: '2027-04-01' } });
        const found = JSON.parse((await council()).what_changes('2026-11-27', '2027-11-27', file, await worked()));
        return [found.turns.length > 0, found.turns.every(({ day }) => day === '2027-04-01'), found.otherwise.length > 0];";
    let found = page.run(&format!("return (async () => {{ {api} }})()"), vec![]).await?;
    page.same("what changes with a council's date", found, json!([true, true, true]))
}

/// Code for a page, as the command prints it.
pub async fn code(page: &Page<'_>) -> Result<(), String> {
    page.open("get-the-code.html").await?;
    page.wait_for("document.querySelector('pre')?.textContent.includes('<care-advocacy')").await?;
    let set = "
        const box = document.getElementById('code-heading-level');
        box.value = '4';
        box.dispatchEvent(new Event('input', { bubbles: true }));
        box.dispatchEvent(new Event('change', { bubbles: true }));";
    page.run(set, vec![]).await?;
    page.wait_for("document.querySelector('pre').textContent.includes('heading-level=\"4\"')").await?;
    page.sound().await
}

/// Colours and other properties, on a live tool.
pub async fn theming(page: &Page<'_>) -> Result<(), String> {
    page.open("theming.html").await?;
    page.advocacy().live().await?;
    page.sound().await
}

/// The documentation of three readers.
pub async fn documentation(page: &Page<'_>) -> Result<(), String> {
    let guides = ["docs/index.html", "docs/web-editor.html", "docs/policy-lead.html", "docs/developer.html"];
    for path in guides.into_iter().chain(["accessibility.html", "numbers.html"]) {
        page.open(path).await?;
        page.sound().await?;
        let broken = "
            const links = [...document.querySelectorAll('a[href]')].map((it) => new URL(it.href));
            const own = links.filter((it) => it.origin === location.origin).map((it) => it.href.split('#')[0]);
            return Promise.all([...new Set(own)].map((url) => fetch(url).then((answer) => (answer.ok ? null : url))))
                .then((urls) => urls.filter(Boolean));";
        page.same(&format!("links of {path} that lead nowhere"), page.run(broken, vec![]).await?, json!([]))?;
    }
    Ok(())
}

/// The policy of a careful server, with the one name that a service worker's address needs.
const OFFLINE: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; \
    connect-src 'self'; require-trusted-types-for 'script'; trusted-types care-tools-offline; base-uri 'none'; \
    form-action 'none'";

/// After the first visit everything works without a network.
pub async fn offline(page: &Page<'_>) -> Result<(), String> {
    page.fault(".html", Fault::Kept(OFFLINE));
    page.fault("locality.json", Fault::Kept(OFFLINE));
    page.fault(".css", Fault::Kept(OFFLINE));
    let tool = chapter(page).await?;
    page.run(
        "window.kept = false;
         navigator.serviceWorker.addEventListener('message', ({ data }) => (window.kept ||= data.careTools === 'kept'));
         navigator.serviceWorker.startMessages();
         const other = document.createElement('care-advocacy');
         other.setAttribute('offline', 'offline.js');
         other.setAttribute('locality', 'locality.json');
         document.querySelector('main').append(other);",
        vec![],
    )
    .await?;
    page.wait_for("window.kept").await?;
    page.fault("/", Fault::Refused);
    // By its address: a reload by Firefox’s driver goes past the worker, one by a person does not.
    page.open(CHAPTER).await?;
    tool.live().await?;
    tool.answer("person_role", &["adult".to_owned()]).await?;
    tool.go_on().await?;
    page.sound().await?;
    let gone = "return fetch('index.html').then(() => 'answered', () => 'refused')";
    page.same("a page that nobody read", page.run(gone, vec![]).await?, json!("refused"))
}
