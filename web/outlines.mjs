// Writes src/generated/outlines.ts: the outlines of the states, of the public-domain maps of the United States Census Bureau,
// projected as the map of search results is, with no more detail than it can show.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { geoPath } from "d3-geo";
import { mesh } from "topojson-client";
import { presimplify, simplify } from "topojson-simplify";

const file = createRequire(import.meta.url).resolve("us-atlas/states-albers-10m.json");
const topology = simplify(presimplify(JSON.parse(readFileSync(file, "utf8"))), 1.5);
const outlines = geoPath().digits(0)(mesh(topology, topology.objects.states));
writeFileSync(
  new URL("src/generated/outlines.ts", import.meta.url),
  `/** The outlines of the states as an SVG path, in the projection of us-atlas, 975 by 610. */\nexport const outlines =\n  "${outlines}";\n`,
);
