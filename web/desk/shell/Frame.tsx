import { useEffect, useMemo, useState } from "preact/hooks";
import { routes } from "../routes";
import { useShortcuts } from "./keys";
import { navigation } from "./navigation";
import { Page } from "./Page";
import { Link, Loaded, match, navigate, place } from "./router";
import { may, type Person, signOut } from "./session";
import { useStore } from "./store";

/** The desk around a page, for somebody who is signed in. */
export function Frame({ person }: { person: Person }) {
  const { path, search } = useStore(place);
  const found = match(routes, path);
  const [open, setOpen] = useState(false);
  useEffect(() => setOpen(false), [path]);
  const links = navigation.filter(({ role }) => may(role ?? "VIEWER", person));
  const shortcuts = useMemo(
    () =>
      links.flatMap(({ href, label, key }) =>
        key ? [{ keys: [`g ${key}`], label, run: () => void navigate(href) }] : [],
      ),
    [person],
  );
  useShortcuts(shortcuts);
  return (
    <>
      <a class="skip" href="#main">
        Skip to the content
      </a>
      <header class="desk">
        <Link class="brand" href="/desk">
          findcare desk
        </Link>
        <button
          type="button"
          class="second menu"
          aria-expanded={open}
          aria-controls="navigation"
          onClick={() => setOpen(!open)}
        >
          Menu
        </button>
        <nav aria-label="Desk" id="navigation" class={open ? "open" : undefined}>
          <ul>
            {links.map(({ href, label }) => (
              <li key={href}>
                <Link href={href} aria-current={path === href ? "page" : href !== "/desk" && path.startsWith(`${href}/`) ? "true" : undefined}>
                  {label}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <div class="who">
          <span>
            {person.name} <span class="badge">{person.role.toLowerCase()}</span>
          </span>
          <button type="button" class="second" onClick={() => signOut("You are signed out.")}>
            Sign out
          </button>
        </div>
      </header>
      <main id="main" tabIndex={-1}>
        {!found ? (
          <Page title="Page not found">
            <p>The address may be mistyped.</p>
          </Page>
        ) : may(found.route.role ?? "VIEWER", person) ? (
          <Loaded key={path} {...found} search={search} />
        ) : (
          <Page title="Not for your role">
            <p>This page is for those with the role {found.route.role?.toLowerCase()}.</p>
          </Page>
        )}
      </main>
    </>
  );
}
