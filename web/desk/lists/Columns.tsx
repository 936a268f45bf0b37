import { useState } from "preact/hooks";
import type { Column } from "./kinds";

const key = (name: string) => `findcare-desk-columns-${name}`;

/** The columns that a person has chosen for a list, kept in this browser. */
export function useColumns(name: string, all: Column[]) {
  const [chosen, setChosen] = useState<string[]>(() => {
    const kept = JSON.parse(localStorage.getItem(key(name)) ?? "null") as string[] | null;
    return kept ?? all.filter(({ usual }) => usual).map(({ id }) => id);
  });
  return {
    columns: all.filter(({ id }) => chosen.includes(id)),
    toggle(id: string) {
      const next = chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id];
      localStorage.setItem(key(name), JSON.stringify(next));
      setChosen(next);
    },
  };
}

/** What columns to show. */
export function Columns({ all, shown, toggle }: { all: Column[]; shown: Column[]; toggle(id: string): void }) {
  return (
    <details class="drop">
      <summary>Columns</summary>
      <fieldset>
        <legend class="quiet">Columns</legend>
        {all.map((column) => (
          <label key={column.id} class="check">
            <input type="checkbox" checked={shown.includes(column)} onChange={() => toggle(column.id)} />
            {column.label}
          </label>
        ))}
      </fieldset>
    </details>
  );
}
