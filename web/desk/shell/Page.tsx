import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";

let first = true;

/** What every page of the desk is in: its heading, which takes the focus when the page is opened, and its title. */
export function Page({ title, actions, children }: { title: string; actions?: ComponentChildren; children: ComponentChildren }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!first) heading.current?.focus({ preventScroll: true });
    first = false;
  }, []);
  useEffect(() => {
    document.title = `${title} - Desk - findcare`;
  }, [title]);
  return (
    <>
      <div class="across">
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {actions && <div class="buttons">{actions}</div>}
      </div>
      {children}
    </>
  );
}
