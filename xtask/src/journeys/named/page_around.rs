//! Pages that do harm to whatever stands in them.

use super::tools::Stand;

/// What the page around does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Host {
    /// Freezes what every object, list and function has.
    Frozen,
    /// Adds to what every object and list has.
    Polluted,
    /// Says how a list becomes JSON, as an old library does.
    OldJson,
    /// Puts a `Date` of its own in place.
    OwnDate,
    /// Puts a `fetch` of its own in place.
    OwnFetch,
    /// Puts itself between every event and who listens to it.
    OwnListeners,
    /// Has taken away what says when an element is in sight.
    NoObserver,
    /// The browser knows no time but the computer's.
    NoZones,
    /// Unsets every style.
    Unset,
    /// Moves the element.
    Moves,
    /// Takes the element away and puts it back.
    TakesAway,
}

impl Host {
    /// What the page does before the tools are there.
    pub fn script(self) -> &'static str {
        match self {
            Host::Frozen => {
                "for (const it of [Object, Array, Function, String, Promise, Map, Error]) { Object.freeze(it.prototype); Object.freeze(it); }"
            }
            Host::Polluted => {
                "Object.prototype.hostAdded = 'from the page'; Array.prototype.hostAdded = () => 'from the page'; String.prototype.hostAdded = 1;"
            }
            Host::OldJson => {
                "Array.prototype.toJSON = function () { return `[${this.join(',')}]`; }; String.prototype.toJSON = function () { return `${this}`; };"
            }
            Host::OwnDate => {
                "{ const Real = Date; globalThis.Date = function (...all) { return new.target ? new Real(...all) : Real(); }; Date.prototype = Real.prototype; Date.now = () => Real.now(); Date.UTC = Real.UTC; Date.parse = Real.parse; }"
            }
            Host::OwnFetch => {
                "{ const real = fetch; globalThis.fetch = async (...all) => { await null; return real(...all); }; }"
            }
            Host::OwnListeners => {
                "{ const real = EventTarget.prototype.addEventListener; EventTarget.prototype.addEventListener = function (kind, listener, ...rest) { return real.call(this, kind, typeof listener === 'function' ? function (event) { return listener.call(this, event); } : listener, ...rest); }; }"
            }
            Host::NoObserver => "delete globalThis.IntersectionObserver;",
            Host::NoZones => {
                "{ const Real = Intl.DateTimeFormat; Intl.DateTimeFormat = function (language, options) { if (options?.timeZone) throw new RangeError('no zones'); return new Real(language, options); }; Intl.DateTimeFormat.prototype = Real.prototype; }"
            }
            Host::Unset | Host::Moves | Host::TakesAway => "",
        }
    }

    /// What it does with a tool in use.
    pub async fn happens(self, stand: &Stand<'_>) -> Result<(), String> {
        match self {
            Host::Moves => stand
                .run("const [place, back] = [document.createElement('div'), document.createComment('')]; host.before(back); document.querySelector('h1').after(place); place.append(host); await new Promise((go) => setTimeout(go, 20)); back.replaceWith(host); place.remove()")
                .await
                .map(drop),
            Host::TakesAway => stand
                .run("const place = document.createComment(''); host.replaceWith(place); await new Promise((go) => setTimeout(go, 50)); place.replaceWith(host)")
                .await
                .map(drop),
            _ => Ok(()),
        }
    }
}
