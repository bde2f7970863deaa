//! Files from elsewhere that somebody opens.

use super::tools::Stand;
use serde_json::json;

/// What is in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Import {
    /// One letter, a million times.
    Megabyte,
    /// Lists in lists.
    Deep,
    /// A picture.
    Binary,
    /// Letters of two bytes.
    Utf16,
    /// Only NULs.
    Nuls,
    /// Nothing.
    Empty,
    /// A workbook of a few bytes that says it is four gigabytes.
    ZipBomb,
    /// A workbook of half a megabyte that unpacks to six hundred, and does not say so.
    QuietBomb,
    /// Rows that a spreadsheet program would reckon out.
    Formulas,
    /// A record with markup in what somebody wrote.
    Scripts,
}

impl Import {
    /// The parts of the file, as JavaScript.
    fn parts(self) -> &'static str {
        match self {
            Import::Megabyte => "['x'.repeat(1_000_000)]",
            Import::Deep => "['['.repeat(10_000) + ']'.repeat(10_000)]",
            Import::Binary => {
                "[new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 255, 254, 253, 252, 128, 200])]"
            }
            Import::Utf16 => {
                "[new Uint8Array([0xff, 0xfe, ...[...'ref,received\\n1,01/11/2026\\n'].flatMap((it) => [it.charCodeAt(0), 0])])]"
            }
            Import::Nuls => "[new Uint8Array(5_000)]",
            Import::Empty => "[]",
            // Two bytes that are said to be four gigabytes.
            Import::ZipBomb => "workbook([3, 0], 0xfffffff0)",
            // Six hundred megabytes that are said to be sixteen bytes.
            Import::QuietBomb => {
                "workbook(new Uint8Array(await new Response(new ReadableStream({
                     pull(to) { this.left = (this.left ?? 600) - 1; this.left < 0 ? to.close() : to.enqueue(new Uint8Array(1_000_000)); },
                 }).pipeThrough(new CompressionStream('deflate-raw'))).arrayBuffer()), 16)"
            }
            Import::Formulas => {
                "['ref,received,risk\\n\"=HYPERLINK(\"\"http://example.invalid\"\")\",01/11/2026,low\\n@SUM(1),02/11/2026,low\\n']"
            }
            Import::Scripts => {
                "[(await (await fetch('example-record-advocacy-departs.json')).text()).replaceAll('I was on leave until the 6th.', '<img src=x onerror=document.documentElement.dataset.hurt=1>')]"
            }
        }
    }
}

/// A workbook of one sheet: these packed bytes, and how many it says they become.
const WORKBOOK: &str = "const workbook = (packed, said) => {
    const name = new TextEncoder().encode('xl/worksheets/sheet1.xml');
    const two = (it) => [it & 255, it >> 8 & 255], four = (it) => [...two(it), ...two(it >>> 16)];
    const sizes = [...four(0), ...four(packed.length), ...four(said)];
    const local = [...four(0x04034b50), ...two(20), ...two(0), ...two(8), ...four(0), ...sizes, ...two(name.length), ...two(0), ...name];
    const listed = [...four(0x02014b50), ...two(20), ...two(20), ...two(0), ...two(8), ...four(0), ...sizes, ...two(name.length), ...two(0), ...two(0), ...two(0), ...two(0), ...four(0), ...four(0), ...name];
    const end = [...four(0x06054b50), ...two(0), ...two(0), ...two(1), ...two(1), ...four(listed.length), ...four(local.length + packed.length), ...two(0)];
    return [local, packed, listed, end].map((part) => new Uint8Array(part));
};";

/// Opens a file through the tool's control for it.
pub async fn opens(stand: &Stand<'_>, import: Import) -> Result<(), String> {
    // What supervision has opened is read on a page of its own.
    let then = if import == Import::Scripts {
        "(await until(() => [...root.querySelectorAll('#ct-records tbody button')].find((it) => it.innerText.includes('B3F2')), 'the record')).click();"
    } else {
        ""
    };
    stand
        .run(&format!(
            "{WORKBOOK}
             const data = new DataTransfer();
             data.items.add(new File({}, 'from-elsewhere.json'));
             const control = await find({});
             for (let it = control.closest('details'); it; it = it.parentElement.closest('details')) it.open = true;
             control.files = data.files;
             control.dispatchEvent(new Event('change', {{ bubbles: true, composed: true }}));
             {then}",
            import.parts(),
            json!(stand.tool.file)
        ))
        .await
        .map(drop)
}
