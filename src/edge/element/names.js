// The custom elements. The build makes one file of this folder, which is all a page has to load: it fetches the rest
// when an element is about to be seen, and once for all elements on the page. Here: names, words and times.
//
// Under the policy we run beneath there is no inline style, no eval and no
// markup from text: everything here is built node by node.

const FILES = /* files */ {};
const TOOLS = {
  "care-advocacy": "advocacy", "care-allocation": "allocation", "care-team-suitability": "team_suitability",
  "care-action-plan": "action_planning", "care-supervision": "supervision",
};
// The tools whose first questions need only the first of the form's two files of code: the build gives them later words.
const AT_ONCE = Object.keys(FILES.later);
// The views of a tool that have a module of their own, which no page with forms alone fetches.
const LISTS = ["list", "match", "plan"];

const SAY = /* words */ {};

const MINUTE = 60_000;
const WARN_BEFORE = 2 * MINUTE;
const COVER_AFTER = 15;
const DELETE_AFTER = 60 * MINUTE;
const CRASH_AGAIN = MINUTE;
// Whoever waits for so long is told. What is on its way may still arrive.
const LONG = 20_000;
// A page that is never idle has waited for so long by then.
const IDLE_AT_LAST = 1_000;
// Longer than a draft that is attached anew goes on as the same one.
const AGAIN_AFTER = 3_000;

// Attributes of which each is a property too: a framework may set either. A change while the tool is live counts.
const TEXTS = ["locality", "heading-level", "section", "reference", "view", "path", "list", "workers", "plan", "records", "law-on", "language"];
const property = (name) => name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
const PROPERTIES = ["settings", "shareRecord", "offline", ...TEXTS.map(property)];

