import { useEffect, useRef, useState } from "preact/hooks";
import { query } from "../client";
import { outlines } from "../generated/outlines";
import type { ClustersQuery } from "../generated/operations";
import { Clusters } from "../operations";
import type { Search } from "../search";
import { number, providers } from "../words";
import type { MapProperties } from "./MapOfResults";
import {
  type Bounds, boundsAround, boundsOf, fitting, height, moved, nearest, pixelOf, radiusOf, spotAt, transformOf, type View, width, zoomed,
} from "./mercator";

type Found = ClustersQuery["providers"];
type Cluster = Found["clusters"][number];

/** The whole of the contiguous states. */
const everywhere: View = fitting([{ south: 24, west: -125, north: 50, east: -66 }]);
const firstZoom = 4;

/** The view that has all who are found, and the circle that is searched. */
function viewOf({ clusters, near }: Found): View {
  const all: Bounds[] = clusters.map(({ bounds }) => bounds);
  if (near) all.push(boundsAround(near.latitude, near.longitude, near.withinMiles));
  return all.length > 0 ? fitting(all) : everywhere;
}

/** Asks for the clusters of a search: at first of all that it finds, by which the view is chosen, then of each view. */
function useClusters(search: Search) {
  const [found, setFound] = useState<Found>();
  const [view, setView] = useState<View>(everywhere);
  const asked = useRef<AbortController>(undefined);

  async function load(zoom: number, within?: Bounds): Promise<Found | undefined> {
    asked.current?.abort();
    const request = (asked.current = new AbortController());
    try {
      const { providers: answer } = await query(Clusters, { filter: search.filterWithin(within), zoom: Math.round(zoom) }, request.signal);
      if (request.signal.aborted) return undefined;
      setFound(answer);
      return answer;
    } catch {
      return undefined; // the map stays as it is: the list says what is wrong
    }
  }

  useEffect(() => {
    void load(firstZoom).then((answer) => {
      if (!answer) return;
      const fit = viewOf(answer);
      setView(fit);
      if (Math.round(fit.zoom) !== firstZoom) void load(fit.zoom);
    });
    return () => asked.current?.abort();
  }, [search.path]);

  function show(next: View) {
    setView(next);
    if (next.zoom !== view.zoom || next.zoom > firstZoom) void load(next.zoom, boundsOf(zoomed(next, -1)));
  }
  return { found, view, setView, show };
}

const steps: Record<string, [number, number]> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/**
 * The map: who is found, in groups that zooming takes apart, over the outlines of the states. It is moved by dragging or by the arrow
 * keys, and zoomed by its buttons or by plus and minus. The list beside it says the same in words.
 */
export function Map({ search, go }: MapProperties) {
  const { found, view, setView, show } = useClusters(search);
  const [told, tell] = useState("");
  const drag = useRef<{ x: number; y: number; from: View }>(undefined);
  const picture = useRef<SVGSVGElement>(null);

  function press(event: KeyboardEvent) {
    if (event.target !== picture.current) return;
    const step = steps[event.key];
    if (step) show(moved(view, step[0] * (width / 4), step[1] * (height / 4)));
    else if (event.key === "+" || event.key === "=") show(zoomed(view, 1));
    else if (event.key === "-") show(zoomed(view, -1));
    else return;
    event.preventDefault();
  }

  function pull(event: PointerEvent): View | undefined {
    if (!drag.current) return undefined;
    const scale = width / picture.current!.getBoundingClientRect().width;
    return moved(drag.current.from, (drag.current.x - event.clientX) * scale, (drag.current.y - event.clientY) * scale);
  }

  function drop(event: PointerEvent) {
    const next = pull(event);
    const far = drag.current && Math.hypot(drag.current.x - event.clientX, drag.current.y - event.clientY) > 4;
    drag.current = undefined;
    if (next && far) show(next);
  }

  const clusters = found?.clusters ?? [];
  return (
    <>
      <div class="picture">
        <svg
          ref={picture}
          viewBox={`0 0 ${width} ${height}`}
          role="group"
          tabindex={0}
          aria-label="Map. Arrow keys move it, plus and minus zoom."
          onKeyDown={press}
          onPointerDown={(event) => {
            if (!(event.target as Element).closest("a, [role=button]")) drag.current = { x: event.clientX, y: event.clientY, from: view };
          }}
          onPointerMove={(event) => {
            const next = pull(event);
            if (next) setView(next);
          }}
          onPointerUp={drop}
          onPointerLeave={drop}
        >
          <path class="states" d={outlines} transform={transformOf(view)} />
          {found?.near && <Circle view={view} near={found.near} />}
          {clusters.map((cluster) => (
            <Mark key={`${cluster.latitude} ${cluster.longitude}`} cluster={cluster} view={view} tell={tell} show={show} />
          ))}
        </svg>
        <div class="zoom">
          <button type="button" aria-label="Zoom in" disabled={view.zoom >= nearest} onClick={() => show(zoomed(view, 1))}>
            +
          </button>
          <button type="button" aria-label="Zoom out" onClick={() => show(zoomed(view, -1))}>
            −
          </button>
        </div>
      </div>
      <p class="caption">{told || (found && caption(found))}</p>
      <p>
        <button type="button" class="area" onClick={() => go(search.with({ near: "", area: areaOf(boundsOf(view)) }))}>
          Search this area
        </button>
      </p>
    </>
  );
}

/** What the map shows, in words. */
function caption({ clusters, unplacedCount }: Found): string {
  const placed = clusters.reduce((sum, { count }) => sum + count, 0);
  const shown = placed === 0 ? "None of these providers has a place on the map." : `${providers(placed)} on the map.`;
  return unplacedCount > 0 && placed > 0 ? `${shown} ${number(unplacedCount)} more without a place on it.` : shown;
}

/** A box as an address has it: to about a hundred metres. */
const areaOf = ({ south, west, north, east }: Bounds) => [south, west, north, east].map((edge) => edge.toFixed(3)).join(",");

function Circle({ view, near }: { view: View; near: NonNullable<Found["near"]> }) {
  const { x, y } = pixelOf(view, spotAt(near.latitude, near.longitude));
  return <circle class="radius" cx={x} cy={y} r={radiusOf(view, near.latitude, near.withinMiles)} />;
}

interface MarkProperties {
  cluster: Cluster;
  view: View;
  tell(text: string): void;
  show(next: View): void;
}

/** One provider, which leads to their page, or several, which are shown nearer. */
function Mark({ cluster: { count, latitude, longitude, bounds, provider }, view, tell, show }: MarkProperties) {
  const { x, y } = pixelOf(view, spotAt(latitude, longitude));
  if (x < -20 || y < -20 || x > width + 20 || y > height + 20) return null;
  const telling = (text: string) => ({
    onMouseEnter: () => tell(text), onMouseLeave: () => tell(""), onFocus: () => tell(text), onBlur: () => tell(""),
  });
  if (provider) {
    return (
      <a class="mark" href={`/providers/${provider.slug}`} aria-label={provider.name} {...telling(provider.name)}>
        <circle cx={x} cy={y} r={7} />
      </a>
    );
  }
  const nearer = () => {
    const fit = fitting([bounds]);
    show({ ...fit, zoom: Math.min(Math.max(fit.zoom, view.zoom + 1), nearest) });
  };
  const label = `${providers(count)}: zoom in`;
  return (
    <g
      class="mark"
      role="button"
      tabindex={0}
      aria-label={label}
      onClick={nearer}
      onKeyDown={(event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        nearer();
      }}
      {...telling(providers(count))}
    >
      <circle cx={x} cy={y} r={9 + 3 * Math.log10(count)} />
      <text x={x} y={y}>
        {count < 1000 ? count : `${Math.round(count / 1000)}k`}
      </text>
    </g>
  );
}
