import type { ComponentChildren, ComponentType, JSX } from "preact";
import { useEffect, useMemo, useState } from "preact/hooks";
import type { Role } from "../generated/operations";
import { ask } from "./Dialog";
import { Store } from "./store";

/** What a page of the desk is given: what its path holds, and the parameters of the address. */
export interface PageProperties {
  params: Record<string, string>;
  search: URLSearchParams;
}

/** A page of the desk. Its code is loaded when it is first opened. */
export interface Route {
  /** The path, with parts such as :id. */
  path: string;
  load: () => Promise<{ default: ComponentType<PageProperties> }>;
  /** The role that sees it; VIEWER where none is given. */
  role?: Role;
}

interface Place {
  path: string;
  search: string;
}

const here = (): Place => ({ path: location.pathname, search: location.search });

/** Where the desk is. */
export const place = new Store<Place>(here());

const guards = new Set<() => boolean>();

/** Asks before the page is left while dirty() is true. What it holds may be kept elsewhere, too. */
export function useUnsaved(dirty: () => boolean) {
  useEffect(() => {
    guards.add(dirty);
    return () => void guards.delete(dirty);
  }, [dirty]);
}

/** Whether something on the page is not saved. */
export const isUnsaved = () => [...guards].some((dirty) => dirty());

const mayLeave = async () => !isUnsaved() || (await ask("Leave without saving?", "What you have changed here is not saved yet.", "Leave"));

// The number of the entry in the browser's history, by which one tells how far a person went back.
let entry = 0;

/** Goes to an address of the desk, unless there is unsaved work that the person wants to keep. */
export async function navigate(to: string, { replace = false } = {}) {
  const url = new URL(to, location.href);
  if (url.pathname !== location.pathname && !(await mayLeave())) return;
  if (replace) history.replaceState({ entry }, "", url);
  else history.pushState({ entry: ++entry }, "", url);
  if (url.pathname !== place.get().path) scrollTo(0, 0);
  place.set(here());
}

/** Changes the parameters of the address in place; empty values are left out. */
export function setSearch(changes: Record<string, string | string[] | null>, { replace = true } = {}) {
  const search = new URLSearchParams(location.search);
  for (const [name, given] of Object.entries(changes)) {
    search.delete(name);
    for (const value of [given ?? []].flat()) if (value) search.append(name, value);
  }
  void navigate(`${location.pathname}${search.size ? `?${search}` : ""}`, { replace });
}

let returning = false;

async function onPopState() {
  const to = (history.state as { entry?: number } | null)?.entry;
  if (to === undefined) return history.replaceState({ entry: ++entry }, ""); // a link within the page
  if (returning) {
    returning = false;
    return;
  }
  const by = to - entry;
  if (location.pathname !== place.get().path && isUnsaved()) {
    returning = true;
    history.go(-by);
    if (!(await mayLeave())) return;
    guards.clear();
    history.go(by);
    return;
  }
  entry = to;
  place.set(here());
}

/** Listens to the browser's history. */
export function startRouter() {
  entry = (history.state as { entry?: number } | null)?.entry ?? 0;
  history.replaceState({ entry }, "");
  place.set(here());
  addEventListener("popstate", () => void onPopState());
  addEventListener("beforeunload", (event) => {
    if (isUnsaved()) event.preventDefault();
  });
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** The first of the routes whose path it is, with what the path holds. */
export function match(routes: Route[], path: string): { route: Route; params: Record<string, string> } | null {
  const parts = path.replace(/\/$/, "").split("/");
  for (const route of routes) {
    const pattern = route.path.split("/");
    if (pattern.length !== parts.length) continue;
    if (!pattern.every((part, at) => (part.startsWith(":") ? parts[at] !== "" : part === parts[at]))) continue;
    const named = pattern.flatMap((part, at) => (part.startsWith(":") ? [[part.slice(1), decoded(parts[at]!)]] : []));
    return { route, params: Object.fromEntries(named) as Record<string, string> };
  }
  return null;
}

/** A link within the desk. */
export function Link({ href, children, ...others }: JSX.IntrinsicElements["a"] & { href: string; children: ComponentChildren }) {
  return (
    <a
      {...others}
      href={href}
      onClick={(event) => {
        if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
        event.preventDefault();
        void navigate(href);
      }}
    >
      {children}
    </a>
  );
}

/** The page of a route, once its code is there. */
export function Loaded({ route, params, search }: { route: Route; params: Record<string, string>; search: string }) {
  const [loaded, setLoaded] = useState<{ route: Route; page?: ComponentType<PageProperties> } | null>(null);
  const parameters = useMemo(() => new URLSearchParams(search), [search]);
  useEffect(() => {
    let wanted = true;
    route.load().then(
      ({ default: page }) => wanted && setLoaded({ route, page }),
      () => wanted && setLoaded({ route }),
    );
    return () => void (wanted = false);
  }, [route]);
  if (loaded?.route !== route) return <p class="loading">Loading…</p>;
  if (!loaded.page) {
    return (
      <p class="problem" role="alert">
        This page cannot be loaded: the connection is lost, or the server has a newer version. <a href={location.href}>Load it anew</a>.
      </p>
    );
  }
  return <loaded.page params={params} search={parameters} />;
}
