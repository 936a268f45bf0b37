package e2e

import (
	"os/exec"
	"testing"
)

// What the desk computes without a page holds at random: the changes that a form sends, the merge of two who edit, and
// the words in which two texts differ.
func TestDeskComputes(t *testing.T) {
	t.Parallel()
	installPackages(t, "web")
	const build = `import("vite").then(({ build }) => build({
		configFile: false, logLevel: "error", build: {
			ssr: "desk/check.ts", outDir: process.argv[1], rollupOptions: { output: { entryFileNames: "check.mjs" } },
		},
	}))`
	dir := t.TempDir()
	for _, arguments := range [][]string{{"-e", build, dir}, {dir + "/check.mjs"}} {
		node := exec.CommandContext(t.Context(), "node", arguments...)
		node.Dir = "web"
		if output, err := node.CombinedOutput(); err != nil {
			t.Fatalf("%v\n%.4000s", err, output)
		}
	}
}
