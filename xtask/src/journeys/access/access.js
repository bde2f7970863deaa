// What the checks ask of a tool's shadow root. Runs beside the page, in the world of the journeys, and leaves nothing
// in the page but what it takes away again. Each question gives a list of sentences: what is wrong.
(() => {
  let [host, root] = [null, null];

  const tidy = (text) => (text ?? "").replace(/\s+/g, " ").trim();
  const all = (css) => Array.from(root.querySelectorAll(css));
  const isShown = (it) => it.checkVisibility({ visibilityProperty: true }) && it.getClientRects().length > 0;
  const label = (it) => Array.from(it.labels ?? [], (each) => tidy(each.innerText)).join(" ");
  const words = (it) => label(it) || tidy(it.getAttribute("aria-label")) || tidy(it.innerText) || it.name || "";
  const called = (it) => {
    const id = it.id ? `#${it.id}` : it.className?.split ? it.className.split(" ").map((name) => `.${name}`).join("") : "";
    return `${it.localName}${id} “${words(it).slice(0, 60)}”`;
  };

  // Hidden from eyes alone: one pixel, cut to nothing.
  const isAway = (it) => {
    for (let at = it; at && at !== root; at = at.parentElement) if (getComputedStyle(at).clipPath === "inset(50%)") return true;
    return false;
  };

  const at = (name, nth) => {
    host = document.querySelectorAll(name)[nth] ?? null;
    root = host?.shadowRoot ?? null;
    return Boolean(root);
  };

  // ---------------------------------------------------------------- references and words

  const REFERENCES = ["aria-labelledby", "aria-describedby", "aria-controls", "aria-errormessage", "aria-owns",
    "aria-activedescendant", "aria-details", "aria-flowto", "for", "headers", "list"];

  const references = () => {
    const faults = [];
    const count = new Map();
    for (const it of all("[id]")) count.set(it.id, (count.get(it.id) ?? 0) + 1);
    for (const [id, n] of count) if (n > 1) faults.push(`the id “${id}” is there ${n} times`);
    for (const it of all("*")) {
      for (const name of REFERENCES.filter((name) => it.hasAttribute(name))) {
        const ids = it.getAttribute(name).split(/\s+/).filter(Boolean);
        if (ids.length === 0) faults.push(`${called(it)}: ${name} is empty`);
        for (const id of ids) if (!count.has(id)) faults.push(`${called(it)}: ${name} names “${id}”, which is not in its root`);
      }
    }
    return faults;
  };

  // A hint or an error that no control names is not heard with it; what is seen on a control is in its name.
  const attached = () => {
    const faults = [];
    const named = new Set(all("[aria-describedby], [aria-labelledby], [aria-errormessage]").flatMap((it) =>
      ["aria-describedby", "aria-labelledby", "aria-errormessage"].flatMap((name) => (it.getAttribute(name) ?? "").split(/\s+/))));
    for (const it of all(".ct-field__hint, .ct-question__hint, .ct-error").filter(isShown)) {
      const beside = it.closest(".ct-field, .ct-question, .ct-edit__field, fieldset")?.querySelector("input, select, textarea");
      if (beside && !(it.id && named.has(it.id))) faults.push(`“${tidy(it.innerText).slice(0, 60)}” is named by no control`);
    }
    for (const it of all("button, a[href], input, select, textarea, summary").filter(isShown)) {
      const spoken = it.getAttribute("aria-label") ?? (it.getAttribute("aria-labelledby") ?? "").split(/\s+/).filter(Boolean)
        .map((id) => root.getElementById(id)?.textContent ?? "").join(" ");
      const seen = label(it) || tidy(it.innerText);
      const plain = (text) => tidy(text).toLowerCase();
      if (tidy(spoken) && seen && it.localName !== "select" && !plain(spoken).includes(plain(seen))) {
        faults.push(`${called(it)} is called “${tidy(spoken)}” aloud`);
      }
    }
    return faults;
  };

  // ---------------------------------------------------------------- the keyboard

  const TABBED = "a[href], area[href], button, input, select, textarea, summary, iframe, [tabindex], [contenteditable]";
  const isSummaryOfNone = (it) => it.localName === "summary" && it.parentElement?.localName !== "details";
  const pressed = () => all(TABBED).filter((it) => isShown(it) && !it.disabled && !isSummaryOfNone(it));
  const group = (it) => (it?.type === "radio" && it.name ? `radio ${it.name}` : it);
  const active = () => {
    let it = document.activeElement;
    while (it?.shadowRoot?.activeElement) it = it.shadowRoot.activeElement;
    return it;
  };

  const numbers = (colour) => (colour.match(/[\d.]+/g) ?? []).map(Number);
  const luminance = (colour) => {
    const [r, g, b] = numbers(colour).map((part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (one, two) => {
    const [low, high] = [luminance(one), luminance(two)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  const isClear = (colour) => numbers(colour)[3] === 0;
  const behind = (it) => {
    for (let at = it.parentElement ?? it.getRootNode().host; at; at = at.parentElement ?? at.getRootNode().host) {
      const { backgroundColor } = getComputedStyle(at);
      if (!isClear(backgroundColor)) return backgroundColor;
    }
    return matchMedia("(forced-colors: active)").matches ? getComputedStyle(document.documentElement).backgroundColor : "rgb(255, 255, 255)";
  };

  // A ring of three pixels, three to one against what is behind it or against the line beside it.
  const ring = (it) => {
    const style = getComputedStyle(it);
    const wide = parseFloat(style.outlineWidth);
    if (isAway(it)) return [`${called(it)} has the focus and is hidden`];
    if (!it.matches(":focus-visible") || style.outlineStyle === "none" || !(wide >= 3)) {
      return [`${called(it)} has the focus and no ring of 3 pixels (${style.outlineStyle} ${style.outlineWidth})`];
    }
    const ground = behind(it);
    const beside = style.boxShadow === "none" ? null : style.boxShadow.match(/rgba?\([^)]*\)/)?.[0];
    const best = Math.max(contrast(style.outlineColor, ground), beside ? contrast(style.outlineColor, beside) : 0);
    return best >= 3 ? [] : [`${called(it)}: its ring has a contrast of ${best.toFixed(1)}`];
  };

  const covered = (it) => {
    const box = it.getBoundingClientRect();
    const [x, y] = [box.left + Math.min(box.width / 2, 40), box.top + Math.min(box.height / 2, 40)];
    if (x < 0 || y < 0 || x > innerWidth || y > innerHeight) return walk ? (walk.unseen.push(it), []) : [`${called(it)} has the focus out of sight`];
    const over = it.getRootNode().elementFromPoint(x, y);
    const own = over && (it.contains(over) || over.contains(it) || over.control === it || it.getRootNode().host === over);
    return own ? [] : [`${called(it)} has the focus behind ${over ? called(over) : "something"}`];
  };

  // How far the page, and whatever scrolls in it, has moved above an element.
  const moved = (it) => {
    let [x, y] = [scrollX, scrollY];
    for (let at = it.parentElement; at && at !== document.documentElement; at = at.parentElement) [x, y] = [x + at.scrollLeft, y + at.scrollTop];
    return [x, y];
  };

  let walk = null;

  // Two stops of ours, before and after the tool: the walk begins at the one and has to end at the other.
  const begin = () => {
    const stop = () => Object.assign(document.createElement("span"), { tabIndex: 0, textContent: "." });
    const back = active();
    walk = { before: stop(), after: stop(), stops: [], rings: [], unseen: [], back };
    host.before(walk.before);
    host.after(walk.after);
    walk.note = () => {
      const it = active();
      const box = it.getBoundingClientRect();
      const [x, y] = moved(it);
      walk.stops.push({ it, left: box.left + x, top: box.top + y, right: box.right + x, bottom: box.bottom + y });
      if (it.getRootNode() === root) walk.rings.push(...ring(it), ...covered(it));
    };
    document.addEventListener("keyup", walk.note, true);
    walk.before.focus();
    const groups = new Set(pressed().filter((it) => it.tabIndex >= 0).map(group));
    return groups.size;
  };

  // Where the walk stands: whether the last stop is ours.
  const ended = () => (walk.stops.at(-1)?.it === walk.after ? "after" : walk.stops.at(-1)?.it === walk.before ? "before" : "");

  const finish = () => {
    document.removeEventListener("keyup", walk.note, true);
    const { before, after, stops, rings, unseen, back } = walk;
    // A page may still have been on its way there when the next key came.
    walk = null;
    for (const it of unseen) rings.push(...(it.focus(), active() === it ? covered(it) : []));
    before.remove();
    after.remove();
    const faults = [...new Set(rings)];
    const end = stops.findIndex(({ it }) => it === after);
    const there = (end < 0 ? stops : stops.slice(0, end)).filter(({ it }) => it !== before);
    const again = end < 0 ? [] : stops.slice(end + 1);
    if (end < 0) faults.push(`the Tab key does not leave the tool after ${stops.length} stops`);
    else if (again.at(-1)?.it !== before) faults.push("Shift+Tab does not lead back out of the tool");
    const reached = new Set(there.map(({ it }) => group(it)));
    for (const it of pressed()) {
      if (it.tabIndex < 0) {
        const control = it.matches("a[href], button, input, select, textarea, summary");
        if (control && !it.closest("[role=grid], [role=tablist], [role=toolbar]")) faults.push(`${called(it)} is left out by the Tab key`);
      } else if (!reached.has(group(it))) faults.push(`the Tab key does not reach ${called(it)}`);
    }
    // On: down the page, or in another column to the right of what came before.
    there.forEach((stop, at) => {
      const last = there[at - 1];
      if (!last || stop.it.getRootNode() !== last.it.getRootNode()) return;
      const up = stop.bottom <= last.top + 8 && stop.left < last.right - 8;
      const left = stop.right <= last.left + 8 && stop.top < last.bottom - 8 && stop.bottom > last.top + 8;
      if (up || left) faults.push(`the Tab key goes ${up ? "up" : "to the left"} from ${called(last.it)} to ${called(stop.it)}`);
    });
    const way = (list) => [...new Set(list.map(({ it }) => group(it)))];
    const [on, home] = [way(there), way(again.filter(({ it }) => it !== before)).reverse()];
    const turn = on.findIndex((it, place) => it !== home[place]);
    if (end >= 0 && (turn >= 0 || on.length !== home.length)) {
      const name = (it) => (it instanceof Element ? called(it) : it ?? "the end");
      faults.push(`Shift+Tab goes another way back: ${name(home[Math.max(turn, 0)])} in place of ${name(on[Math.max(turn, 0)])}`);
    }
    if (back?.isConnected) back.focus({ preventScroll: true });
    return faults;
  };

  // Every ring once more, as the page looks now. The focus is put where it was.
  const rings = () => {
    const back = active();
    const faults = pressed().filter((it) => it.tabIndex >= 0).flatMap((it) => {
      it.focus({ preventScroll: true });
      return active() === it ? ring(it) : [];
    });
    back?.focus?.({ preventScroll: true });
    return faults;
  };

  // What has the focus; nothing where it is lost.
  const focus = () => {
    if (document.activeElement !== host) return host?.contains(document.activeElement) ? "the page's own words in the tool" : "";
    return root.activeElement ? `${root.activeElement.localName} “${words(root.activeElement).slice(0, 80)}”` : "";
  };

  // ---------------------------------------------------------------- what is said

  let [said, known, olds] = [[], new Map(), new WeakSet()];
  const regions = () => all("[role=status], [role=alert], [role=log], [aria-live]");

  // A region that comes with its words into what was there before may not be heard. One that comes with a whole new page
  // is a part of that page, and is met on the way down.
  const listen = () => {
    const note = () => all("*").forEach((it) => olds.add(it));
    note();
    [said, known] = [[], new Map(regions().map((it) => [it, it.textContent]))];
    new MutationObserver(() => {
      for (const it of regions()) {
        // Not tidied: the same words with another space at their end are said again.
        const [text, was] = [it.textContent, known.get(it) ?? ""];
        const [isNew, born] = [!known.has(it), !known.has(it) && (it.parentElement === null || olds.has(it.parentElement))];
        known.set(it, text);
        const kind = it.getAttribute("role") ?? "region";
        const politeness = it.getAttribute("aria-live") ?? (kind === "alert" ? "assertive" : "polite");
        if (tidy(text) && text !== was && (!isNew || born || kind === "alert")) said.push({ text: tidy(text), politeness, born, kind });
      }
      note();
    }).observe(root, { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ["role", "aria-live"] });
  };

  const heard = () => said.splice(0);

  // ---------------------------------------------------------------- sizes

  const name = (it) => `${it.localName}.${(it.className?.split?.(" ") ?? []).join(".")}`;

  const cut = () => {
    const faults = [];
    const wide = document.documentElement.scrollWidth - innerWidth;
    if (wide > 0) faults.push(`the page is ${wide} pixels too wide`);
    for (const it of all(".ct-widget, .ct-widget *")) {
      if (!isShown(it) || it.closest("svg, .ct-scroll .ct-table, .ct-clamp")) continue;
      const style = getComputedStyle(it);
      const box = it.getBoundingClientRect();
      const across = it.scrollWidth - it.clientWidth;
      const down = it.scrollHeight - it.clientHeight;
      const shuts = (value) => /hidden|clip/.test(value);
      const found = (text) => isAway(it) || faults.push(`${name(it)} “${tidy(it.innerText).slice(0, 40)}” ${text}`);
      if (/^(input|textarea|select|progress)$/.test(it.localName)) {
        if (box.right > innerWidth + 1 || box.left < -1) found("reaches out of the window");
        continue;
      }
      if (shuts(style.overflowX) && across > 1) found(`is cut by ${across} pixels across`);
      if (shuts(style.overflowY) && down > 1) found(`is cut by ${down} pixels below`);
      if (it.localName === "button" && it.clientWidth > 0 && (across > 1 || down > 1)) found("is smaller than its words");
      if (!it.closest(".ct-scroll") && (box.right > innerWidth + 1 || box.left < -1)) found("reaches out of the window");
    }
    return faults;
  };

  const SPACING = "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-block-end: 2em !important; }";
  let spaced = null;
  const spacing = (on) => {
    if (!spaced) (spaced = new CSSStyleSheet()).replaceSync(SPACING);
    for (const place of [document, root]) {
      const others = Array.from(place.adoptedStyleSheets).filter((sheet) => sheet !== spaced);
      place.adoptedStyleSheets = on ? [...others, spaced] : others;
    }
  };

  const letters = (size) => {
    document.documentElement.style.fontSize = size;
  };

  // What is pressed: a control with the label that belongs to it.
  const targets = () => {
    const box = (it) => {
      const boxes = [it, ...(/^(radio|checkbox)$/.test(it.type) ? it.labels : [])].map((each) => each.getBoundingClientRect());
      const [left, top] = [Math.min(...boxes.map((b) => b.left)), Math.min(...boxes.map((b) => b.top))];
      const [right, bottom] = [Math.max(...boxes.map((b) => b.right)), Math.max(...boxes.map((b) => b.bottom))];
      return { it, left, top, right, bottom, width: right - left, height: bottom - top };
    };
    // In a sentence: other words stand on the same line in the same block.
    const inSentence = ({ it }) => {
      if (!/^inline/.test(getComputedStyle(it).display) || /flex|grid/.test(getComputedStyle(it.parentElement).display)) return false;
      const isInline = (other) => other.nodeType === Node.TEXT_NODE || (other instanceof Element && getComputedStyle(other).display === "inline");
      return Array.from(it.parentElement.childNodes).some((other) =>
        other !== it && isInline(other) && /\p{L}{2}/u.test(other.textContent) && !other.matches?.("button, a, input, .ct-hidden"));
    };
    const list = pressed().filter((it) => it.matches("a[href], button, input, select, textarea, summary") && !isAway(it)).map(box);
    const small = list.filter((it) => it.width < 24 || it.height < 24);
    const middle = (it) => [(it.left + it.right) / 2, (it.top + it.bottom) / 2];
    const near = (one, two) => {
      const [x, y] = middle(one);
      const toBox = Math.hypot(Math.max(two.left - x, 0, x - two.right), Math.max(two.top - y, 0, y - two.bottom));
      const [x2, y2] = middle(two);
      return toBox < 12 || (small.includes(two) && Math.hypot(x - x2, y - y2) < 24);
    };
    const bad = small.filter((one) => !inSentence(one) && list.some((two) => two !== one && near(one, two)));
    const size = (it) => `${Math.round(it.width)}×${Math.round(it.height)}`;
    return {
      faults: bad.map((it) => `${called(it.it)} is ${size(it)} pixels, and another control is within 24`),
      under: list.filter((it) => it.height < 44 || it.width < 44).map((it) => `${it.it.localName}.${Array.from(it.it.classList).join(".")} ${size(it)}${inSentence(it) ? " in a sentence" : ""}`),
    };
  };

  // ---------------------------------------------------------------- colour and movement

  // How something looks apart from its colours.
  const shape = (it) => {
    const one = (of, part) => {
      const style = getComputedStyle(of, part);
      if (part && /^(none|normal)$/.test(style.content)) return "";
      const sides = ["Top", "Right", "Bottom", "Left"].map((side) => style[`border${side}Width`] + style[`border${side}Style`]);
      const shadow = style.boxShadow.replace(/(rgba?|color)\([^)]*\)/g, "");
      const outline = style.outlineStyle === "none" ? "" : style.outlineStyle + style.outlineWidth;
      return [style.content, style.opacity, style.fontWeight, style.textDecorationLine, style.textDecorationStyle, style.textDecorationThickness,
        sides, shadow, outline, style.backgroundImage, part ? style.blockSize : ""].join("|");
    };
    const parts = [it, ...it.querySelectorAll("svg *, .ct-steps__label, td, th")].slice(0, 12);
    return [...parts.map((of) => one(of)), one(it, "::before"), one(it, "::after")].join("/");
  };

  // A thing in a state and one like it that is not: the two must differ in more than colour.
  const colour = () => {
    const faults = [];
    const compare = (on, off, what) => {
      if (!on || !off || !isShown(on) || !isShown(off)) return;
      const all = (it) => [it, ...(it.labels ?? [])].map(shape).join("//");
      if (all(on) === all(off)) faults.push(`${called(on)} shows that it is ${what} by colour alone`);
    };
    const beside = (it, css) => Array.from((it.closest("ul, ol, tbody, nav, fieldset") ?? root).querySelectorAll(css)).find((other) => other !== it && isShown(other));
    for (const it of all("[aria-current]")) compare(it, beside(it, `${it.localName}:not([aria-current])`), "where one is");
    for (const it of all("[aria-pressed=true]")) compare(it, beside(it, "[aria-pressed=false]"), "pressed");
    for (const it of all("[aria-selected=true]")) compare(it, beside(it, "[aria-selected=false]"), "chosen");
    for (const it of all("input:checked")) {
      const other = all(`input[type=${it.type}]:not(:checked)`).find((other) => other.className === it.className && isShown(other));
      const open = it.closest(".ct-choice--open");
      if (!open) compare(it, other && !other.closest(".ct-choice--open") ? other : null, "chosen");
    }
    for (const it of all(".ct-input--error, .ct-question--error").filter(isShown)) {
      const about = it.closest(".ct-question, .ct-field, .ct-prose, fieldset") ?? it;
      if (!tidy(about.querySelector(".ct-error")?.innerText)) faults.push(`${called(it)} is marked as wrong without words`);
    }
    return [...new Set(faults)];
  };

  const motion = () => {
    const faults = [];
    const long = (text) => text.split(",").some((part) => parseFloat(part) > 0);
    const running = root.getAnimations().filter((it) => it.playState === "running");
    if (running.length > 0) faults.push(`${running.length} animations run`);
    for (const it of [host, ...all("*")]) {
      const style = getComputedStyle(it);
      if (long(style.transitionDuration) && style.transitionProperty !== "none") faults.push(`${name(it)} moves for ${style.transitionDuration}`);
      if (style.animationName !== "none" && long(style.animationDuration)) faults.push(`${name(it)} is animated for ${style.animationDuration}`);
      if (style.scrollBehavior === "smooth") faults.push(`${name(it)} scrolls smoothly`);
    }
    return [...new Set(faults)];
  };

  const settled = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true))));

  globalThis.access = { at, references, attached, begin, ended, finish, rings, focus, listen, heard, cut, spacing, letters, targets, colour, motion, settled };
  return true;
})()
