// Bundles a page or a script: node bundle.mjs ENTRY OUT, with what is installed where it is. Relay's own plugin puts in what its compiler has made.

import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { transformAsync } from "@babel/core";
import { build } from "esbuild";

const relay = {
  name: "relay",
  setup({ onLoad }) {
    onLoad({ filter: /\/src\/\w+\.tsx$/ }, async ({ path }) => {
      const { code } = await transformAsync(await readFile(path, "utf8"), {
        filename: path,
        configFile: false,
        parserOpts: { plugins: ["jsx", "typescript"] },
        plugins: [["relay", { eagerEsModules: true, artifactDirectory: join(dirname(path), "__generated__") }]],
      });
      return { contents: code, loader: "tsx" };
    });
  },
};

const [entry, out] = process.argv.slice(2);
await build({
  entryPoints: [entry],
  outfile: out,
  bundle: true,
  format: "esm",
  jsx: "automatic",
  target: "es2022",
  preserveSymlinks: true,
  define: { "process.env.NODE_ENV": '"development"' },
  plugins: [relay],
  logLevel: "warning",
});
