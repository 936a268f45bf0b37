package web

import (
	"embed"
	"encoding/json"
	"fmt"
	"io/fs"
)

//go:embed operations/*.graphql desk/operations/*.graphql
var operations embed.FS

// Operation returns the document that a page is read with, and that the page's script sends too. The name must be that
// of an embedded file.
func Operation(name string) string {
	content, err := operations.ReadFile("operations/" + name + ".graphql")
	if err != nil {
		panic(fmt.Sprintf("no operation %s", name)) // the names are written in the program
	}
	return string(content)
}

// Sent returns the documents that the scripts of the pages and of the desk send.
func Sent() ([]string, error) {
	sent := []string{Operation("find"), Operation("suggest"), Operation("clusters")}
	names, err := fs.Glob(operations, "desk/operations/*.graphql")
	if err != nil {
		return nil, err
	}
	for _, name := range names {
		content, err := operations.ReadFile(name)
		if err != nil {
			return nil, err
		}
		sent = append(sent, string(content))
	}
	return sent, nil
}

// Files are the paths of the files that every page loads, and of the picture that others show beside a link to it.
// Favicon is the icon for browsers that take no SVG; it is served at FaviconPath.
type Files struct{ Script, Style, Icon, Favicon, Card string }

// FaviconPath is where browsers look for an icon that no page names.
const FaviconPath = "/favicon.ico"

// PageFiles returns the paths of the files of the pages, which the build names.
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
	main := manifest["src/main.tsx"]
	icon, favicon, card := manifest["src/icon.svg"], manifest["src/favicon.ico"], manifest["src/card.png"]
	if main.File == "" || len(main.CSS) != 1 || icon.File == "" || favicon.File == "" || card.File == "" {
		return Files{}, fmt.Errorf("%s: files of the pages are missing", path)
	}
	return Files{
		Script: "/" + main.File, Style: "/" + main.CSS[0], Icon: "/" + icon.File, Favicon: "/" + favicon.File,
		Card: "/" + card.File,
	}, nil
}
