package web

import (
	"bytes"
	"embed"
	"encoding/json"
	"fmt"
	"io/fs"
	"net/http"
	"path"
	"strings"
	"time"
)

//go:embed operations/*.graphql
var operations embed.FS

// Operation returns the document that a page's content is read with, and that the page's script sends, too.
func Operation(name string) string {
	content, err := operations.ReadFile("operations/" + name + ".graphql")
	if err != nil {
		panic(fmt.Sprintf("no operation %s", name)) // the names are written in the program
	}
	return string(content)
}

// Sent returns the documents that the script of the pages sends.
func Sent() []string { return []string{Operation("find"), Operation("suggest")} }

// Files are the addresses of what every page loads, and of the picture that others show beside a link to a page.
type Files struct{ Script, Style, Icon, Card string }

// PageFiles returns the addresses of the files of the pages, as the build has named them.
func PageFiles() (Files, error) {
	const path = "dist/pages/.vite/manifest.json"
	content, err := dist.ReadFile(path)
	if err != nil {
		return Files{}, err
	}
	var manifest map[string]struct {
		File string
		CSS  []string
	}
	if err := json.Unmarshal(content, &manifest); err != nil {
		return Files{}, fmt.Errorf("%s: %w", path, err)
	}
	main, icon, card := manifest["src/main.tsx"], manifest["src/icon.svg"], manifest["src/card.png"]
	if main.File == "" || len(main.CSS) != 1 || icon.File == "" || card.File == "" {
		return Files{}, fmt.Errorf("%s: not all files of the pages", path)
	}
	return Files{Script: "/" + main.File, Style: "/" + main.CSS[0], Icon: "/" + icon.File, Card: "/" + card.File}, nil
}

// IsAsset tells whether a path is that of a file whose name holds a hash of its content.
func IsAsset(urlPath string) bool {
	name := "dist/pages" + urlPath
	if rest, ok := strings.CutPrefix(urlPath, "/playground/assets/"); ok {
		name = "dist/playground/assets/" + rest
	} else if !strings.HasPrefix(urlPath, "/assets/") {
		return false
	}
	file, err := fs.Stat(dist, name) // a path that is not clean names none
	return err == nil && !file.IsDir()
}

// Assets returns the handler of the files that pages load, under /assets/. Their names hold a hash of their content.
func Assets() http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		content, err := dist.ReadFile("dist/pages" + path.Clean(r.URL.Path))
		if err != nil {
			http.NotFound(w, r)
			return
		}
		w.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
		w.Header().Set("Content-Type", contentTypes[path.Ext(r.URL.Path)])
		http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(content))
	})
}
