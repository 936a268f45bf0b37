import type { ComponentType } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Found } from "./Find";

export interface MapProperties {
  found: Found;
}

/** Where the results are. What draws the map is loaded when the map is first open. */
export function MapOfResults({ found }: MapProperties) {
  const [open, setOpen] = useState(() => matchMedia("(min-width: 80rem)").matches);
  const [Drawn, setDrawn] = useState<ComponentType<MapProperties>>();
  useEffect(() => {
    if (open && !Drawn) void import("./Outlines").then((module) => setDrawn(() => module.Outlines));
  }, [open]);
  return (
    <details class="map" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>Map</summary>
      <div class="sheet">{Drawn && <Drawn found={found} />}</div>
    </details>
  );
}
