import { groupsOf, linksOf, nothingChosen, search } from "./search.js";

const server = document.querySelector("meta[name=findcare-server]").content;
const [form, status, problem, crisis, results, more] = ["form", "#status", "#problem", "#crisis", "#results", "#more"].map(
  (selector) => document.querySelector(selector),
);
let chosen = structuredClone(nothingChosen);
let running = new AbortController();
let next = null; // the cursor of the next page

/** Makes an element. Text never becomes markup. */
function element(tag, properties = {}, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

/** Shows the first page of what is chosen, or adds the page after a cursor. */
async function show(after = null) {
  running.abort(); // only the answer to the newest question counts
  running = new AbortController();
  const { signal } = running;
  problem.hidden = true;
  more.disabled = true;
  status.textContent = "Loading…";
  try {
    const found = await search(server, { ...chosen, after }, signal);
    render(found, after);
  } catch (error) {
    if (signal.aborted) return;
    status.textContent = "";
    problem.firstElementChild.textContent = `The search did not work: ${error.message}`;
    problem.querySelector("button").onclick = () => show(after);
    problem.hidden = false;
  }
}

function render({ totalCount, nodes, pageInfo, facets, crisisResources }, after) {
  status.textContent = totalCount === 1 ? "1 provider" : `${totalCount} providers`;
  if (!after) results.replaceChildren();
  const items = nodes.map(item);
  results.append(...items);
  if (after) items[0]?.querySelector("a").focus(); // where the new results begin
  next = pageInfo.endCursor;
  more.hidden = !pageInfo.hasNextPage;
  more.disabled = false;
  showFacets(facets);
  crisis.hidden = crisisResources.length === 0;
  crisis.querySelector("ul").replaceChildren(...crisisResources.map(resource));
}

function item({ name, profileUrl, summary, acceptingNewClients, locations }) {
  return element("li", {},
    element("h2", {}, element("a", { href: profileUrl }, name)),
    element("p", {}, summary),
    element("p", {}, [locations[0]?.label, acceptingNewClients ? "Accepting new clients" : null].filter(Boolean).join(" · ")),
  );
}

function resource(found) {
  const links = linksOf(found).flatMap(({ href, label }) => [element("a", { href }, label), " "]);
  return element("li", {},
    element("p", {}, element("a", { href: found.url }, found.name)),
    element("p", {}, ...links),
    element("p", {}, [found.description, found.note].filter(Boolean).join(" ")),
  );
}

function showFacets(facets) {
  const focused = document.activeElement?.id;
  document.querySelector("#facets").replaceChildren(...groupsOf(facets).map(({ name, label, options }) =>
    element("fieldset", {}, element("legend", {}, label), ...options.map(({ value, label, count }) => {
      const id = `${name}-${value}`;
      const box = element("input", { type: "checkbox", id, name, value, checked: chosen[name].includes(value) });
      return element("label", { htmlFor: id }, box, ` ${label} (${count})`);
    }))));
  document.getElementById(focused)?.focus();
}

form.addEventListener("submit", (event) => event.preventDefault());
let typing;
form.addEventListener("input", ({ target }) => {
  if (target.type === "checkbox") {
    const others = chosen[target.name].filter((value) => value !== target.value);
    chosen = { ...chosen, [target.name]: target.checked ? [...others, target.value] : others };
  } else {
    chosen = { ...chosen, text: target.value };
  }
  clearTimeout(typing);
  typing = setTimeout(() => show(), target.type === "checkbox" ? 0 : 250);
});
more.addEventListener("click", () => show(next));
show();
