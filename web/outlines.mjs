// Writes src/generated/outlines.ts: the outlines of the states, of the public-domain maps of the United States Census Bureau, in the
// Mercator projection of web maps, with no more detail than the map of search results can show.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { mesh } from "topojson-client";
import { presimplify, simplify } from "topojson-simplify";

const file = createRequire(import.meta.url).resolve("us-atlas/states-10m.json");
const least = 0.002; // square degrees: what is smaller is left out
const topology = simplify(presimplify(JSON.parse(readFileSync(file, "utf8"))), least);
const world = 8192; // units around the equator

/** A point in units of the map. East of the antimeridian the map goes on to the west, so that the Aleutians are in one piece. */
function project([longitude, latitude]) {
  const east = longitude > 0 ? longitude - 360 : longitude;
  const y = Math.log(Math.tan(Math.PI / 4 + (latitude * Math.PI) / 360));
  return [Math.round((east / 360 + 0.5) * world), Math.round((0.5 - y / (2 * Math.PI)) * world)];
}

/** A line as a path whose steps are relative, which are short numbers. */
function pathOf(line) {
  const points = line.map(project).filter(([x, y], at, all) => at === 0 || x !== all[at - 1][0] || y !== all[at - 1][1]);
  if (points.length < 2) return "";
  const steps = points.slice(1).map(([x, y], at) => `${x - points[at][0]} ${y - points[at][1]}`);
  return `M${points[0].join(" ")}l${steps.join(" ")}`.replaceAll(" -", "-");
}

const path = mesh(topology, topology.objects.states).coordinates.map(pathOf).join("");
writeFileSync(
  new URL("src/generated/outlines.ts", import.meta.url),
  `/** The outlines of the states as an SVG path, in the Mercator projection, ${world} units around the equator. */\nexport const outlines =\n  "${path}";\nexport const world = ${world};\n`,
);
