// Mends in the page what GraphiQL 4 leaves to be wished for by those who use it with a screen reader or by keyboard.

/** The editors, by the parts of the page that they are in. */
const editors = [
  [".graphiql-query-editor", "Operation"],
  [".graphiql-response", "Response"],
  [".graphiql-editor-tool .graphiql-editor:first-child", "Variables"],
  [".graphiql-editor-tool .graphiql-editor:last-child", "Headers"],
];

function set(element, attribute, value) {
  if (element.getAttribute(attribute) !== value) element.setAttribute(attribute, value); // each change is observed
}

function mend(page) {
  for (const [part, label] of editors) {
    for (const field of page.querySelectorAll(`${part} .CodeMirror textarea`)) set(field, "aria-label", label);
  }
  // What scrolls can be scrolled by keyboard.
  for (const scrolling of page.querySelectorAll(".CodeMirror-scroll")) set(scrolling, "tabindex", "0");
  // The tabs are items of a list with buttons in them, one to open and one to close: no tabs as ARIA knows them, which have
  // nothing to press inside.
  for (const list of page.querySelectorAll(".graphiql-tabs")) set(list, "role", "list");
  for (const tab of page.querySelectorAll(".graphiql-tab")) {
    set(tab, "role", "listitem");
    tab.removeAttribute("aria-selected");
    const button = tab.querySelector(".graphiql-tab-button");
    if (button) set(button, "aria-current", String(tab.classList.contains("graphiql-tab-active")));
  }
  for (const panel of page.querySelectorAll("#graphiql-session")) set(panel, "role", "group");
}

/** Mends a page now and after each change of it. */
export function mendAccessibility(page) {
  new MutationObserver(() => mend(page)).observe(page, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ["role", "aria-selected", "class"],
  });
}
