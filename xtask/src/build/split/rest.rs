//! Which rooms of the sources the first questions do without.
//!
//! A room that is named here wrongly costs a reader a second, and nothing else: the widget waits for the rest and starts
//! anew. The journey “the first questions need nothing of the rest” finds it.

/// Parts of the paths of what is not needed before a result is shown.
const ROOMS: &[&str] = &[
    // The result page, and all that is done with a result.
    "care_tools::ui::parts::result",
    "care_tools::ui::parts::keep",
    "care_tools::ui::parts::signing",
    "care_tools::ui::parts::check",
    "care_tools::ui::parts::teams",
    "care_tools::ui::parts::paper",
    "care_tools::sheet::report",
    "<care_tools::sheet::Desk>::report",
    "care_tools::sheet::signing",
    "care_tools::sheet::check",
    "care_tools::sheet::teams",
    "care_tools::sheet::outcomes",
    "care_tools::engine::what_if",
    // The record, and its hashes.
    "care_tools::record::json",
    "care_tools::record::document",
    "care_tools::record::record",
    "care_tools::record::parts",
    "care_tools::record::fields",
    "care_tools::record::said",
    "care_tools::record::seal",
    "care_tools::record::receipt",
    "care_tools::record::referrals",
    "care_tools::record::canonical::sha256",
    "sha2::",
    // What another tool of the page has found out.
    "<care_tools::sheet::Desk>::offer",
    "care_tools::sheet::offer::Known>::",
    // The cover over answers that nobody looks at, and what is asked before they are cleared.
    "care_tools::ui::parts::interruption",
    // What only other tools than advocacy ask and work out.
    "care_tools::engine::quick",
    "care_tools::tools::allocation",
    "care_tools::tools::team_suitability",
    "care_tools::tools::action_planning",
];

/// Parts of the standard library and of Yew that hardly ever run: what is taken out of large maps, the sorting of long lists,
/// how a fault is written down, and what we never draw.
const RARE: &[&str] = &[
    "alloc::collections::btree::node::BalancingContext<",
    "alloc::collections::btree::remove::",
    "alloc::collections::btree::fix::",
    "core::slice::sort::stable::drift::",
    "core::slice::sort::stable::quicksort::",
    "core::slice::sort::unstable::quicksort::",
    "core::slice::sort::unstable::heapsort::",
    "core::str::slice_error_fail",
    "core::fmt::builders::",
    "<str as core::fmt::Debug>",
    " as core::fmt::Debug>::fmt",
    "escape_debug",
    "core::unicode::",
    "std::panicking::panic_handler",
    "std::panicking::default_hook",
    ">>::parse_decimal",
    ">>::parse_exponent",
    "f64_from_parts",
    "parse_unicode_escape",
    "yew::virtual_dom::vsuspense::",
    "yew::virtual_dom::vportal::",
    "yew::virtual_dom::vraw::",
    "yew::dom_bundle::bsuspense::",
    "yew::dom_bundle::bportal::",
    "yew::dom_bundle::braw::",
    "yew::suspense::",
];

/// Small functions that every type has. Where two are the same to the byte the compiler keeps one of them, so that their
/// names say nothing of who calls them.
const COMMON: &[&str] = &[
    "core::ptr::drop_in_place",
    "<alloc::raw_vec::",
    "<core::option::Option<",
    "<core::result::Result<",
    "<alloc::rc::Rc<",
];
const COMMON_ENDINGS: &[&str] = &["::reserve", "::grow_one", " as core::clone::Clone>::clone"];

/// Whether a function of this name, as the compiler writes it, belongs to the rest.
pub fn has(name: &str) -> bool {
    !is_common(name) && ROOMS.iter().chain(RARE).any(|room| name.contains(room))
}

/// Whether the name of a function says nothing of who calls it.
pub fn is_common(name: &str) -> bool {
    COMMON.iter().any(|it| name.starts_with(it)) || COMMON_ENDINGS.iter().any(|it| name.ends_with(it))
}
