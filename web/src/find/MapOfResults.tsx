import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Search } from "../search";

export interface MapProperties {
  search: Search;
  go(next: Search): void;
}

/** Where the results are. What draws the map is loaded when the map is first open. */
export function MapOfResults({ search, go }: MapProperties) {
  const [open, setOpen] = useState(() => matchMedia("(min-width: 80rem)").matches);
  const [Drawn, setDrawn] = useState<ComponentType<MapProperties>>();
  useEffect(() => {
    if (open && !Drawn) void import("./Map").then((module) => setDrawn(() => module.Map));
  }, [open]);
  return (
    <details class="map" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Map</summary>
      <div class="sheet">{open && Drawn && <Drawn search={search} go={go} />}</div>
    </details>
  );
}
