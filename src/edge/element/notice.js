// Says why a tool is not there, and whether anything was kept. `keep` and `paper` are offered where there are such ways.
function failedNotice(words, cause, { kept, again, keep, paper }) {
  const button = (className, label, press) => {
    const made = node("button", className, label);
    made.type = "button";
    made.addEventListener("click", press);
    return made;
  };
  const ways = [button("ct-button ct-button--primary", words.again, again)];
  if (keep) ways.push(button("ct-button", words.save, keep));
  if (paper) ways.push(Object.assign(node("a", "ct-link", words.paper), { href: paper }));
  const says = node(
    "div",
    "",
    node("p", "ct-notice__title", cause === "slow" ? words.waits : words.title),
    node("p", "", `${words.causes[cause]} ${kept ? words.kept : words.empty}`),
    node("div", "ct-buttons ct-buttons--tight", ...ways),
  );
  const notice = node("div", "ct-notice ct-notice--warn ct-notice--failed", node("span", "ct-failed-mark"), says);
  notice.setAttribute("role", "alert");
  return node("section", "ct-widget ct-failed", notice);
}

