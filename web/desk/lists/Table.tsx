import { useMemo, useRef } from "preact/hooks";
import { type Shortcut, useShortcuts } from "../shell/keys";
import { Link } from "../shell/router";
import type { Column, Row } from "./kinds";

interface Properties {
  caption: string;
  /** The heading of the first column. */
  heading: string;
  rows: Row[];
  columns: Column[];
  address(row: Row): string;
  /** The ids of what is selected; absent where nothing can be. */
  selected?: ReadonlySet<string>;
  onSelect?(selected: Set<string>): void;
}

/** A table of documents. Keys go up and down its links, and select. */
export function Table({ caption, heading, rows, columns, address, selected, onSelect }: Properties) {
  const table = useRef<HTMLTableElement>(null);
  const toggle = (id: string) => {
    const next = new Set(selected);
    if (!next.delete(id)) next.add(id);
    onSelect?.(next);
  };
  const move = useRowKeys(table, onSelect && toggle);
  const all = rows.length > 0 && rows.every(({ id }) => selected?.has(id));
  return (
    <div class="scroll">
      <table
        ref={table}
        class="list"
        onKeyDown={(event) => {
          const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
          if (!by || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
          event.preventDefault();
          move(by);
        }}
      >
        <caption class="quiet">{caption}</caption>
        <thead>
          <tr>
            {onSelect && (
              <td class="select">
                <input
                  type="checkbox"
                  aria-label="Select all on this page"
                  checked={all}
                  onChange={() => onSelect(new Set(all ? [] : rows.map(({ id }) => id)))}
                />
              </td>
            )}
            <th scope="col">{heading}</th>
            {columns.map(({ id, label }) => (
              <th key={id} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} data-id={row.id} class={selected?.has(row.id) ? "selected" : undefined}>
              {onSelect && (
                <td class="select">
                  <input type="checkbox" aria-label={`Select ${row.title}`} checked={selected?.has(row.id)} onChange={() => toggle(row.id)} />
                </td>
              )}
              <th scope="row">
                <Link href={address(row)}>{row.title}</Link>{" "}
                {row.badges.map(({ text, alarm }) => (
                  <span key={text} class={alarm ? "badge alarm" : "badge"}>
                    {text}
                  </span>
                ))}
              </th>
              {columns.map(({ id, label }) => (
                <td key={id} data-label={label}>
                  {row.cells[id] || "–"}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** j and k go down and up, x selects. Gives what goes by so many rows. */
function useRowKeys(table: { current: HTMLTableElement | null }, toggle?: (id: string) => void): (by: number) => void {
  const latest = useRef(toggle);
  latest.current = toggle;
  const selects = toggle !== undefined;
  const { shortcuts, move } = useMemo(() => {
    const links = () => [...(table.current?.querySelectorAll<HTMLElement>("tbody th a") ?? [])];
    const current = () => links().findIndex((link) => link.closest("tr")!.contains(document.activeElement));
    const move = (by: number) => {
      const all = links();
      const at = current();
      all[at === -1 ? 0 : Math.max(0, Math.min(all.length - 1, at + by))]?.focus();
    };
    const select = () => {
      const id = links()[current()]?.closest("tr")?.dataset.id;
      if (id) latest.current?.(id);
    };
    const shortcuts: Shortcut[] = [
      { keys: ["j"], label: "Next in the list; Enter opens it", run: () => move(1) },
      { keys: ["k"], label: "The one before", run: () => move(-1) },
      ...(selects ? [{ keys: ["x"], label: "Select it", run: select }] : []),
    ];
    return { shortcuts, move };
  }, [selects]);
  useShortcuts(shortcuts);
  return move;
}
