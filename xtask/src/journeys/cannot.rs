//! What a driver cannot do, with the reason. A journey that comes to such a step has passed as far as it went, and is
//! listed with the reason; a step that is not in this list fails, and so does an entry that no journey needs.

use crate::test::engine::Engine;

/// Engine, what it was asked for, and why its driver cannot do that.
pub const CANNOT: &[(Engine, &str, &str)] = &[
    (Engine::WebKit, "Emulation.setEmulatedMedia", "WebKitWebDriver has no command for media, colours and motion"),
    (Engine::WebKit, "Emulation.setTimezoneOverride", "WebKitWebDriver has no command for the time zone"),
    (Engine::WebKit, "Emulation.setScriptExecutionDisabled", "WebKitWebDriver cannot turn scripts off"),
    (Engine::WebKit, "Browser.grantPermissions", "WebKitWebDriver has no command for the clipboard’s permission"),
    (Engine::WebKit, "Browser.setPermission", "WebKitWebDriver has no command for the clipboard’s permission"),
    (Engine::WebKit, "a narrow window", "the window of WebKitGTK’s MiniBrowser does not get that narrow"),
    (Engine::WebKit, "print", "WebKitWebDriver does not print"),
    (Engine::WebKit, "profile", "a WebKitGTK under its driver keeps no profile from one run to the next"),
    (Engine::Firefox, "Browser.setPermission", "geckodriver has no command for the clipboard’s permission"),
    (Engine::Firefox, "Accessibility.getFullAXTree", "geckodriver does not tell what a screen reader is told"),
    (Engine::WebKit, "Accessibility.getFullAXTree", "WebKitWebDriver does not tell what a screen reader is told"),
    (Engine::Firefox, "Page.setWebLifecycleState", "geckodriver cannot freeze a page"),
    (Engine::WebKit, "Page.setWebLifecycleState", "WebKitWebDriver cannot freeze a page"),
];

/// Why an engine cannot do what it was asked for; nothing when it is not known that it cannot.
pub fn reason(engine: Engine, what: &str) -> Option<&'static str> {
    CANNOT.iter().find(|(of, name, _)| *of == engine && *name == what).map(|(_, _, why)| *why)
}
