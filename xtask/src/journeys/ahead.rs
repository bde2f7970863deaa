//! The line of “Get the code” that asks for the module before the script does: each file is downloaded once, and only the
//! module that belongs to the script is used.

use super::faults::{ANOTHER_MODULE, Fault};
use super::page::Page;
use crate::build::package::elements::{self, named};
use crate::build::package::snippets::{Form, MODULE, Pinned, lines};
use serde_json::Value;

const OWN_PAGE: &str = "ahead.html";

/// By the name that never changes.
pub async fn newest(page: &Page<'_>) -> Result<(), String> {
    let pinned = pinned(page)?;
    live(page, &Form::Newest).await?;
    downloaded(page, [(MODULE, 1), (&pinned.module, 0)])?;
    page.sound().await
}

/// By the name that changes with the content.
pub async fn by_hash(page: &Page<'_>) -> Result<(), String> {
    let pinned = pinned(page)?;
    let module = pinned.module.clone();
    live(page, &Form::Pinned(pinned)).await?;
    downloaded(page, [(MODULE, 0), (&module, 1)])
}

/// As just after an upload, where something on the way has kept the former one.
pub async fn another(page: &Page<'_>) -> Result<(), String> {
    page.fault(&format!("/{MODULE}"), Fault::Instead(ANOTHER_MODULE));
    live(page, &Form::Newest).await?;
    downloaded(page, [(&pinned(page)?.module, 1)])
}

/// As where somebody has left the file out of the upload.
pub async fn missing(page: &Page<'_>) -> Result<(), String> {
    page.fault(&format!("/{MODULE}"), Fault::NotFound);
    live(page, &Form::Newest).await?;
    downloaded(page, [(&pinned(page)?.module, 1)])
}

/// As where a server does not know the kind of file.
pub async fn of_no_kind(page: &Page<'_>) -> Result<(), String> {
    page.fault(&format!("/{MODULE}"), Fault::WrongType);
    live(page, &Form::Newest).await?;
    downloaded(page, [(&pinned(page)?.module, 1)])
}

/// Neither by that name nor by its own: it is told, and “Try again” helps.
pub async fn neither(page: &Page<'_>) -> Result<(), String> {
    page.fault(".wasm", Fault::NotFound);
    open(page, &Form::Newest, "").await?;
    page.wait_for_text("Part of it was not found on this site.").await?;
    page.no_faults();
    page.click_css("care-advocacy .ct-notice--failed button").await?;
    page.advocacy().live().await
}

/// For a tool in a part that is not open yet.
pub async fn hidden(page: &Page<'_>) -> Result<(), String> {
    open(page, &Form::Newest, " hidden").await?;
    page.wait_for("document.readyState === 'complete'").await?;
    page.run("document.querySelector('#part').hidden = false", vec![]).await?;
    page.advocacy().live().await
}

/// A page of these lines, once its tool is live.
async fn live(page: &Page<'_>, form: &Form) -> Result<(), String> {
    open(page, form, "").await?;
    page.advocacy().live().await
}

async fn open(page: &Page<'_>, form: &Form, hidden: &str) -> Result<(), String> {
    let elements = elements::all()?;
    let lines = lines(named(&elements, "care-advocacy")?, &[], "./", form)?;
    let html = format!(
        "<!doctype html><html lang=\"en-GB\"><head><meta charset=\"utf-8\"><title>Asked for ahead</title></head>\
         <body><main><h1>A tool at the top</h1><div id=\"part\"{hidden}>{lines}</div></main></body></html>"
    );
    page.put(OWN_PAGE, html);
    page.open(OWN_PAGE).await
}

fn pinned(page: &Page<'_>) -> Result<Pinned, String> {
    let data: Value = serde_json::from_str(&page.built("snippets.json")).map_err(|fault| fault.to_string())?;
    Pinned::read(&data["pinned"]).ok_or_else(|| "`snippets.json` names no files".to_owned())
}

fn downloaded<const N: usize>(page: &Page<'_>, files: [(&str, usize); N]) -> Result<(), String> {
    let asked = page.asked();
    files.into_iter().try_for_each(|(file, should_be)| {
        let times = asked.iter().filter(|path| path.trim_start_matches('/') == file).count();
        page.same(&format!("how often `{file}` was asked for"), times, should_be)
    })
}
