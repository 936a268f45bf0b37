import { defineConfig } from "vite";

// The names of files hold a hash of their content, and the manifest tells them to the server.
export default defineConfig({
  base: "/",
  publicDir: false,
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  build: {
    outDir: "dist/pages",
    emptyOutDir: true,
    manifest: true,
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rollupOptions: { input: ["src/main.tsx", "src/icon.svg", "src/favicon.ico", "src/card.png"] },
    license: { fileName: "LICENSES.md" },
  },
});
