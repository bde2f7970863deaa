//! A panic at each kind of event that the widgets listen to, and memory that runs out.

use super::super::page::Page;
use super::tools::Stand;
use serde_json::json;

/// At what a tool panics.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Event {
    /// A letter is typed.
    Typing,
    /// A button is pressed.
    Click,
    /// A choice is made.
    Choice,
    /// A key is pressed.
    Key,
    /// A file is opened.
    File,
    /// Rows are pasted.
    Paste,
    /// The page's clock says that nobody is there.
    Clock,
    /// The screen is drawn.
    Drawing,
}

/// The memory of every module may grow by this many pages of 64 kB.
const ROOM: u32 = 48;

impl Event {
    /// Makes the tool panic: it is asked to at the next letter, at the next event of any kind, or at the next drawing.
    pub async fn crashes(self, stand: &Stand<'_>) -> Result<(), String> {
        let words = match self {
            Event::Typing => "crash now",
            Event::Drawing => "crash in drawing",
            _ => "crash at the next",
        };
        let happens = match self {
            Event::Typing | Event::Drawing | Event::Clock => "",
            Event::Click => "[...root.querySelectorAll('button')].find((it) => seen(it) && !it.disabled && !it.closest('.ct-draft')).click();",
            Event::Choice => {
                "const it = [...root.querySelectorAll('input[type=radio]:not(:checked), input[type=checkbox], select')].find(seen);
                 if (it.localName === 'select') put(it, [...it.options].find((option) => !option.selected).value, 'change');
                 else it.click();"
            }
            Event::Key => {
                "root.querySelector('tr[tabindex=\"0\"]').dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true, composed: true }));"
            }
            Event::File => {
                "const data = new DataTransfer(); data.items.add(new File(['{}'], 'from-elsewhere.json'));
                 const control = await find(FILE); control.files = data.files;
                 control.dispatchEvent(new Event('change', { bubbles: true, composed: true }));"
            }
            // Data that a script of another world puts into an event of its own does not reach the page: the browser's does.
            Event::Paste => {
                "const data = new DataTransfer(); data.setData('text/plain', 'ref,received\\n1,01/11/2026');
                 root.querySelector('.ct-files').open = true;
                 (await find('#ct-paste')).dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, composed: true, cancelable: true }));"
            }
        };
        let [tab, control] = stand.tool.crash;
        let script = format!(
            "if ({tab}) (await find({tab})).click();
             const box = await find({control});
             put(box, `${{box.value}} {words}`, 'input');
             {happens}",
            tab = json!(tab),
            control = json!(control)
        );
        stand.run(&script.replace("FILE", &json!(stand.tool.file).to_string())).await.map(drop)
    }
}

/// A module's memory gets a limit before it is compiled: the section of the module that says how much there is now says
/// how much there may be.
const LITTLE_MEMORY: &str = "{
    const real = WebAssembly.compile;
    const number = (bytes, at) => {
        let [value, shift, byte] = [0, 0, 128];
        for (; byte & 128; at += 1, shift += 7) { byte = bytes[at]; value |= (byte & 127) << shift; }
        return [value, at];
    };
    const written = (value) => {
        const bytes = [];
        do { bytes.push((value & 127) | (value > 127 ? 128 : 0)); value >>>= 7; } while (value);
        return bytes;
    };
    const limited = (bytes) => {
        for (let at = 8; at < bytes.length;) {
            const [id, [size, body]] = [bytes[at], number(bytes, at + 1)];
            if (id === 5) {
                const [least] = number(bytes, body + 2);
                const inside = [1, 1, ...written(least), ...written(least + ROOM)];
                return new Uint8Array([...bytes.subarray(0, at), 5, ...written(inside.length), ...inside, ...bytes.subarray(body + size)]);
            }
            at = body + size;
        }
        // It shares the memory of another.
        return bytes;
    };
    WebAssembly.compileStreaming = async (answer) => real(limited(new Uint8Array(await (await answer).arrayBuffer())));
}";

/// The memory of the modules that are compiled from now on can hardly grow.
pub async fn little_memory(page: &Page<'_>) -> Result<(), String> {
    page.before_every_page(&LITTLE_MEMORY.replace("ROOM", &ROOM.to_string())).await.map(drop)
}

/// Types, or pastes, far more than there is room for.
pub async fn fills_memory(stand: &Stand<'_>) -> Result<(), String> {
    let [tab, control] = stand.tool.crash;
    stand
        .run(&format!(
            "if ({tab}) (await find({tab})).click();
             const box = await find({control});
             put(box, 'x'.repeat(4_000_000), 'input');",
            tab = json!(tab),
            control = json!(control)
        ))
        .await
        .map(drop)
}
