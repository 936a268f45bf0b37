import type { ComponentChildren } from "preact";
import type { Search } from "../search";

interface Properties {
  to: Search;
  go(next: Search): void;
  children: ComponentChildren;
}

/** A link to another search, which is shown without loading the page anew. */
export function Change({ to, go, children }: Properties) {
  return (
    <a
      href={to.path}
      rel="nofollow"
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return; // a new tab or window
        event.preventDefault();
        go(to);
      }}
    >
      {children}
    </a>
  );
}
