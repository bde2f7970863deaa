//! How big it is, as a browser downloads it.

use super::files::Files;

const BROTLI_QUALITY: i32 = 11;
const BROTLI_WINDOW: i32 = 22;

struct Row<'a> {
    name: &'a str,
    bytes: usize,
    brotli: usize,
}

/// The tool with a module, and a style sheet, of its own.
const PLANS: &str = "action_planning";

/// The files that the widgets need, and the sum before the first question of each tool.
pub fn table(files: &Files) -> String {
    let rows: Vec<Row> =
        files.iter().filter(|(name, _)| is_widget(name)).map(|(name, bytes)| row(name, bytes)).collect();
    let lines = rows.iter().map(|it| line(it.name, it.bytes, it.brotli));
    let words = rows.iter().filter(|it| it.name.starts_with("words-"));
    let sums = words.filter_map(|it| tool(it.name)).map(|it| sum(&rows, it));
    std::iter::once(format!("{:<44}{:>10}{:>10}\n", "file", "bytes", "Brotli")).chain(lines).chain(sums).collect()
}

fn row<'a>(name: &'a str, bytes: &[u8]) -> Row<'a> {
    Row { name, bytes: bytes.len(), brotli: brotli_length(bytes) }
}

fn sum(rows: &[Row], of: &str) -> String {
    let needed = || rows.iter().filter(|it| needs(of, it.name));
    let label = format!("before the first question of {of}");
    line(&label, needed().map(|it| it.bytes).sum(), needed().map(|it| it.brotli).sum())
}

/// Whether a tool's first question waits for a file.
fn needs(of: &str, name: &str) -> bool {
    let plans = of == PLANS;
    match tool(name) {
        Some(tool) => tool == of,
        None if name == "care-tools.js" || name.ends_with(".css") => plans || name.starts_with("care-tools"),
        None if name.starts_with("care-lists") => false,
        None => name.starts_with("care-plans") == plans,
    }
}

fn line(name: &str, bytes: usize, brotli: usize) -> String {
    format!("{name:<44}{bytes:>10}{brotli:>10}\n")
}

/// The style sheet that the page links is left out: it holds the same bytes as the one counted, and
/// a page may go without. What is fetched only once somebody asks for it is left out too.
fn is_widget(name: &str) -> bool {
    let first = ["care-tools", "care-plans"].iter().any(|start| name.starts_with(start));
    let sheet = name.starts_with("care-lists") && name.ends_with(".css");
    name != "care-tools.css" && (first || sheet || tool(name).is_some())
}

/// The tool whose words or law these are.
fn tool(name: &str) -> Option<&str> {
    let own = name.strip_prefix("words-").or_else(|| name.strip_prefix("law-"))?;
    let (tool, _hash) = own.strip_suffix(".json")?.rsplit_once('-')?;
    Some(tool)
}

fn brotli_length(bytes: &[u8]) -> usize {
    let parameters =
        brotli::enc::BrotliEncoderParams { quality: BROTLI_QUALITY, lgwin: BROTLI_WINDOW, ..Default::default() };
    let mut packed = Vec::new();
    // Writing to memory cannot fail.
    match brotli::BrotliCompress(&mut &*bytes, &mut packed, &parameters) {
        Ok(_) => packed.len(),
        Err(_) => bytes.len(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_of_words_names_its_tool() {
        assert_eq!(tool("words-team-suitability-0011aabb.json"), Some("team-suitability"));
        assert_eq!(tool("care-tools.js"), None);
    }

    #[test]
    fn a_sum_leaves_out_the_words_of_others() -> Result<(), String> {
        let mut files = Files::default();
        for name in ["care-tools.js", "care-tools.css", "words-a-00000000.json", "words-b-00000000.json"] {
            files.add(name, "0123456789")?;
        }
        let table = table(&files);
        assert_eq!(table.lines().filter(|line| line.starts_with("before") && line.contains("20")).count(), 2);
        Ok(())
    }
}
