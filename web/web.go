package web

import (
	"embed"
	"path"
	"strings"
)

//go:embed all:dist
var dist embed.FS

// File is an embedded file that browsers load.
type File struct {
	Content     []byte
	ContentType string
	// Immutable says that the name holds a hash of the content.
	Immutable bool
}

// contentType does not use package mime, which reads tables of the operating system.
func contentType(name string) string {
	switch path.Ext(name) {
	case ".css":
		return "text/css; charset=utf-8"
	case ".html":
		return "text/html; charset=utf-8"
	case ".ico":
		return "image/x-icon"
	case ".js":
		return "text/javascript; charset=utf-8"
	case ".png":
		return "image/png"
	case ".svg":
		return "image/svg+xml"
	}
	return "text/plain; charset=utf-8"
}

func file(name string, immutable bool) (File, bool) {
	content, err := dist.ReadFile(name) // fails for directories, and for paths that are not clean
	return File{content, contentType(name), immutable}, err == nil
}

// Asset returns the file of the pages at a path under /assets/.
func Asset(urlPath string) (File, bool) {
	if !strings.HasPrefix(urlPath, "/assets/") {
		return File{}, false
	}
	return file("dist/pages"+urlPath, true)
}

// PlaygroundFile returns the file of the playground at a path: the page at /playground, its assets under
// /playground/assets/, and the licences of what they are made of at /playground/LICENSES.txt.
func PlaygroundFile(urlPath string) (File, bool) {
	switch {
	case urlPath == "/playground", urlPath == "/playground/":
		return file("dist/playground/index.html", false)
	case urlPath == "/playground/LICENSES.txt":
		return file("dist"+urlPath, false)
	case strings.HasPrefix(urlPath, "/playground/assets/"):
		return file("dist"+urlPath, true)
	}
	return File{}, false
}

// DeskPage returns the page of the desk: a template whose only value is what the page is told by the server.
func DeskPage() (string, error) {
	content, err := dist.ReadFile("dist/desk/index.html")
	return string(content), err
}

// DeskFile returns a file that the desk loads, at a path under /desk/assets/.
func DeskFile(urlPath string) (File, bool) {
	if !strings.HasPrefix(urlPath, "/desk/assets/") {
		return File{}, false
	}
	return file("dist"+urlPath, true)
}

// IsAsset reports whether a path is that of a file which browsers load beside a page.
func IsAsset(urlPath string) bool {
	if urlPath == FaviconPath {
		return true
	}
	if _, ok := Asset(urlPath); ok {
		return true
	}
	if _, ok := DeskFile(urlPath); ok {
		return true
	}
	found, ok := PlaygroundFile(urlPath)
	return ok && found.Immutable
}
