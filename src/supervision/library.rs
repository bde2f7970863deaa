//! The tools whose records can be opened, each with its words.

use crate::sheet::Desk;
use crate::tools::Tool;
use crate::words::Words;
use std::rc::Rc;

/// Every tool, and the words of this view.
#[derive(Clone, Debug)]
pub struct Library {
    /// The tools, with their words and the authority's own.
    pub desks: Vec<Rc<Desk>>,
    /// The words of this view, with those of the screen.
    pub words: Words,
}

impl Library {
    /// Every tool as it is shipped.
    ///
    /// # Errors
    /// The fault in a wording file, with its place.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn shipped() -> Result<Library, String> {
        let words = crate::tools::supervision_words()?;
        let desk = |tool: &'static Tool| {
            let words = crate::tools::words(tool.id)?;
            Ok(Rc::new(Desk::new(tool, words, crate::locality::Locality::default())))
        };
        let desks = crate::tools::all().iter().map(desk).collect::<Result<_, String>>()?;
        Ok(Library { desks, words })
    }

    /// The tools.
    pub fn tools(&self) -> Vec<&'static Tool> {
        self.desks.iter().map(|desk| desk.tool).collect()
    }

    /// The desk of a tool.
    pub fn desk(&self, tool: &str) -> Option<Rc<Desk>> {
        self.desks.iter().find(|desk| desk.tool.id == tool).cloned()
    }
}
