import { routes } from "../routes";
import { Link, Loaded, match, place } from "./router";
import { may, type Person, signOut } from "./session";
import { useStore } from "./store";
import { Page } from "./Page";
import { navigation } from "./navigation";

/** The desk around a page, for somebody who is signed in. */
export function Frame({ person }: { person: Person }) {
  const { path, search } = useStore(place);
  const found = match(routes, path);
  return (
    <>
      <a class="skip" href="#main">
        Skip to the content
      </a>
      <header class="desk">
        <Link class="brand" href="/desk">
          findcare desk
        </Link>
        <nav aria-label="Desk">
          <ul>
            {navigation
              .filter(({ role }) => may(role ?? "VIEWER", person))
              .map(({ href, label }) => (
                <li key={href}>
                  <Link href={href} aria-current={path === href ? "page" : path.startsWith(`${href}/`) ? "true" : undefined}>
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
