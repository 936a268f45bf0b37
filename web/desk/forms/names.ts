import { request } from "../api/client";
import { Names, type NamesQuery } from "../generated/operations";
import { Store, useStore } from "../shell/store";

/** What is known of documents that others refer to, by their ids; null where there is none. */
const known = new Store<Record<string, string | null>>({});
const wanted = new Set<string>();

type Found = NonNullable<NamesQuery["nodes"][number]>;

const most = 100; // nodes in a query

const nameOf = (node: Found) => ("label" in node ? node.label : "title" in node ? node.title : node.name);

async function look() {
  while (wanted.size > 0) {
    const ids = [...wanted].slice(0, most);
    for (const id of ids) wanted.delete(id);
    try {
      const { nodes } = await request(Names, { ids });
      learn(Object.fromEntries(ids.map((id, at) => [id, nodes[at] ? nameOf(nodes[at]) : null])));
    } catch {
      return; // the ids are shown, and asked for again with the next ones
    }
  }
}

/** Keeps names that somebody knows already. */
export function learn(names: Record<string, string | null>) {
  known.set({ ...known.get(), ...names });
}

/** The name of a document, its id or slug where that is not known. */
export function useName(): (id: string) => string {
  const names = useStore(known);
  return (id) => {
    if (!(id in names) && !wanted.has(id)) {
      wanted.add(id);
      if (wanted.size === 1) queueMicrotask(() => void look());
    }
    return names[id] ?? id;
  };
}
