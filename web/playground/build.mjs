// Bundles the playground into ../dist/playground, the same bytes every time.
//
// GraphiQL 4 is the last on CodeMirror. From 5 on it is on Monaco, which is several times the size
// and needs web workers beside the bundle, for nothing that a playground misses.

import { mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const out = join(here, "../dist/playground");
const byName = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

const withoutFonts = {
  name: "without-fonts",
  setup({ onLoad }) {
    onLoad({ filter: /node_modules\/graphiql\/dist\/style\.css$/ }, async ({ path }) => ({
      contents: (await readFile(path, "utf8")).replace(/@font-face\s*{[^}]*}/g, ""),
      loader: "css",
    }));
  },
};

async function bundle() {
  const { metafile, outputFiles } = await build({
    absWorkingDir: here,
    entryPoints: ["main.js", "main.css", "icon.svg"],
    entryNames: "[name]-[hash]",
    outdir: out,
    write: false,
    metafile: true,
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    define: { "process.env.NODE_ENV": '"production"' },
    loader: { ".graphql": "text", ".json": "text", ".svg": "copy" },
    legalComments: "none", // LICENSES.txt has them all
    banner: { js: "/* Licences: /playground/LICENSES.txt */", css: "/* Licences: /playground/LICENSES.txt */" },
    plugins: [withoutFonts],
    logLevel: "warning",
  });
  // What is only looked at, and not bundled, depends on what else is installed.
  const bundled = Object.values(metafile.outputs).flatMap(({ inputs }) => Object.keys(inputs).filter((path) => inputs[path].bytesInOutput > 0));
  return { inputs: bundled, outputFiles };
}

// The packages that the bundle holds something of, as "node_modules/…" folders.
function packagesOf(inputs) {
  const folder = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/;
  return [...new Set(inputs.flatMap((path) => path.match(folder) ?? []))];
}

async function licenceOf(folder) {
  const path = join(here, folder);
  const { name, version, license, author } = JSON.parse(await readFile(join(path, "package.json"), "utf8"));
  const files = (await readdir(path)).filter((file) => /^(licen[cs]e|copying|notice)/i.test(file)).sort(byName);
  const texts = await Promise.all(files.map((file) => readFile(join(path, file), "utf8")));
  // Some packages name their licence and holder without shipping the text.
  if (texts.length === 0) texts.push([license, author?.name ?? author].filter(Boolean).join(", "));
  return { title: `${name} ${version} (${license})`, text: texts.map((text) => text.replaceAll("\r", "").trim()).join("\n\n") };
}

// Packages of one licence text, to the letter, share one entry.
async function licences(inputs) {
  const titles = new Map();
  for (const { title, text } of await Promise.all(packagesOf(inputs).map(licenceOf))) {
    titles.set(text, [...(titles.get(text) ?? []), title].sort(byName));
  }
  return [...titles]
    .map(([text, names]) => `${[...new Set(names)].join("\n")}\n\n${text}\n`)
    .sort(byName)
    .join(`\n${"-".repeat(80)}\n\n`);
}

const { inputs, outputFiles } = await bundle();
const asset = (extension) => `/playground/assets/${outputFiles.map(({ path }) => basename(path)).find((name) => name.endsWith(extension))}`;
const page = (await readFile(join(here, "index.html"), "utf8"))
  .replace("{{icon}}", asset(".svg"))
  .replace("{{style}}", asset(".css"))
  .replace("{{script}}", asset(".js"));

await rm(out, { recursive: true, force: true });
await mkdir(join(out, "assets"), { recursive: true });
await writeFile(join(out, "index.html"), page);
await writeFile(join(out, "LICENSES.txt"), await licences(inputs));
await Promise.all(outputFiles.map(({ path, contents }) => writeFile(join(out, "assets", basename(path)), contents)));
