import { geoAlbersUsa } from "d3-geo";
import { useState } from "preact/hooks";
import { outlines } from "../generated/outlines";
import { providers } from "../words";
import type { MapProperties } from "./MapOfResults";

const width = 975;
const height = 610;
/** As us-atlas has it. */
const projection = geoAlbersUsa().scale(1300).translate([width / 2, height / 2]);

interface Spot {
  slug: string;
  name: string;
  x: number;
  y: number;
}

function spotsOf({ found }: MapProperties): Spot[] {
  return found.edges.flatMap(({ node: { slug, name, locations } }) => {
    const at = locations[0];
    if (at?.latitude == null || at.longitude == null) return [];
    const point = projection([at.longitude, at.latitude]);
    return point ? [{ slug, name, x: point[0], y: point[1] }] : [];
  });
}

/** The part of the map that has all spots, with room around them, and never less than a state or so. */
function frame(spots: Spot[]) {
  const xs = spots.map(({ x }) => x);
  const ys = spots.map(({ y }) => y);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const needed = Math.max(right - left + 80, ((bottom - top + 80) * width) / height, 160);
  const wide = needed > width / 2 ? width : needed; // half of the country is hard to tell from all of it
  const high = (wide * height) / width;
  const within = (at: number, most: number) => Math.min(Math.max(at, 0), most);
  return { x: within((left + right - wide) / 2, width - wide), y: within((top + bottom - high) / 2, height - high), wide, high };
}

/** The map: spots over the outlines of the states. The list beside it says the same in words. */
export function Outlines({ found }: MapProperties) {
  const [near, setNear] = useState<Spot>();
  const spots = spotsOf({ found });
  if (spots.length === 0) return <p>None of these providers has a place on the map.</p>;
  const { x, y, wide, high } = frame(spots);
  const scale = wide / 400;
  return (
    <>
      <svg viewBox={`${x} ${y} ${wide} ${high}`} role="img" aria-label={`Map with ${providers(spots.length)} of this list`}>
        <path class="states" d={outlines} stroke-width={scale} />
        {spots.map((spot) => (
          <circle
            key={spot.slug}
            cx={spot.x}
            cy={spot.y}
            r={(near === spot ? 8 : 6) * scale}
            stroke-width={1.5 * scale}
            onMouseEnter={() => setNear(spot)}
            onMouseLeave={() => setNear(undefined)}
            onClick={() => document.querySelector<HTMLElement>(`#at-${CSS.escape(spot.slug)} a`)?.focus()}
          />
        ))}
      </svg>
      <p class="caption">{near?.name ?? `${spots.length} of the providers in this list`}</p>
    </>
  );
}
