//! Every module of one build, compiled two at a time.

use super::Flavour;
use super::wasm::{Module, compile};
use crate::places::Places;
use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};
use std::thread;

/// Modules of one profile share what cargo has compiled, and its lock: they come one after another. Those of different
/// profiles do not, and the last and longest step of each uses one processor only. The longest come first.
const TOGETHER: &[&[Module]] = &[
    &[Module::Lists],
    &[Module::Supervision],
    &[Module::Form, Module::Office, Module::Word],
    &[Module::Plans],
    &[Module::Council],
];
const AT_A_TIME: usize = 2;

/// The modules of one flavour, before they are bound to JavaScript.
#[derive(Debug)]
pub struct Compiled {
    /// Which it is.
    pub flavour: Flavour,
    modules: BTreeMap<Module, Vec<u8>>,
}

impl Compiled {
    /// The bytes of one module.
    ///
    /// # Errors
    /// When it was not compiled.
    pub fn of(&self, module: Module) -> Result<&[u8], String> {
        self.modules.get(&module).map(Vec::as_slice).ok_or_else(|| format!("{module:?} was not compiled"))
    }
}

/// Compiles every module in each of the flavours, in their order.
///
/// # Errors
/// When the compiler refuses one; its words are on the screen by then.
pub fn all<const N: usize>(places: &Places, flavours: [Flavour; N]) -> Result<[Compiled; N], String> {
    let left = Mutex::new(TOGETHER.iter());
    let made = Mutex::new(flavours.map(|flavour| Compiled { flavour, modules: BTreeMap::new() }));
    let work = || -> Result<(), String> {
        loop {
            let next = locked(&left).next();
            let Some(modules) = next else { return Ok(()) };
            for (at, flavour) in flavours.into_iter().enumerate() {
                for module in *modules {
                    let bytes = compile(places, flavour, *module)?;
                    if let Some(compiled) = locked(&made).get_mut(at) {
                        compiled.modules.insert(*module, bytes);
                    }
                }
            }
        }
    };
    thread::scope(|scope| {
        let workers: Vec<_> = (0..AT_A_TIME).map(|_| scope.spawn(work)).collect();
        workers.into_iter().try_for_each(|it| it.join().unwrap_or_else(|_| Err("a build ended early".to_owned())))
    })?;
    Ok(made.into_inner().unwrap_or_else(PoisonError::into_inner))
}

fn locked<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
