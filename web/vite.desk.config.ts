import { defineConfig } from "vite";
import { helpPlugin } from "./desk/help/markdown.ts";

// The desk, a build of its own: what the public loads does not grow with it. Its page is a template that the server fills in.
export default defineConfig({
  root: "desk",
  base: "/desk/",
  publicDir: false,
  plugins: [helpPlugin],
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  build: {
    outDir: "../dist/desk",
    emptyOutDir: true,
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    license: { fileName: "LICENSES.md" },
  },
});
