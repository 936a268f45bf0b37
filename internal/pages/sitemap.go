package pages

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"iter"
	"net/http"
	"strconv"
	"strings"
	"time"
)

// maxURLs is the maximum number of URLs in one file: https://www.sitemaps.org/protocol.html.
const maxURLs = 50_000

// entry is a URL in a sitemap.
type entry struct {
	path     string
	modified time.Time
}

// indexPaths are the paths of the pages that lead to all others.
var indexPaths = []string{"/find", "/care"}

// entries are all pages: the search, the index of articles, the places, the articles, the providers.
func (s *site) entries() iter.Seq[entry] {
	snapshot := s.directory.Current()
	return func(yield func(entry) bool) {
		for _, path := range indexPaths {
			if !yield(entry{path, snapshot.Directory().UpdatedAt}) {
				return
			}
		}
		for _, path := range s.listedPlaces() {
			if !yield(entry{path, snapshot.Directory().UpdatedAt}) {
				return
			}
		}
		for slug, modified := range snapshot.ArticleSlugs() {
			if !yield(entry{"/care/" + slug, modified}) {
				return
			}
		}
		for slug, modified := range snapshot.ProviderSlugs() {
			if !yield(entry{"/providers/" + slug, modified}) {
				return
			}
		}
	}
}

// sitemap lists all pages or, where they do not fit in one file, the files that list them.
func (s *site) sitemap(w http.ResponseWriter, r *http.Request) {
	state := s.directory.Current().Directory()
	if s.parts() == 1 {
		s.sendXML(w, r, s.urls(0))
		return
	}
	var b bytes.Buffer
	b.WriteString(`<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">` + "\n")
	for part := range s.parts() {
		s.locate(&b, "sitemap", entry{fmt.Sprintf("/sitemaps/%d.xml", part+1), state.UpdatedAt})
	}
	b.WriteString("</sitemapindex>\n")
	s.sendXML(w, r, b.Bytes())
}

// sitemapPart is one of the files of a long sitemap.
func (s *site) sitemapPart(w http.ResponseWriter, r *http.Request) {
	name, isXML := strings.CutSuffix(r.PathValue("file"), ".xml")
	number, err := strconv.Atoi(name)
	// Each file has one URL: no sign, and no leading zeros.
	if err != nil || !isXML || number < 1 || number > s.parts() || name != strconv.Itoa(number) {
		http.NotFound(w, r)
		return
	}
	s.sendXML(w, r, s.urls(number-1))
}

// parts is the number of files of the sitemap.
func (s *site) parts() int {
	state := s.directory.Current().Directory()
	return (len(indexPaths) + len(s.listedPlaces()) + state.ArticleCount + state.ProviderCount + maxURLs - 1) / maxURLs
}

// urls lists the pages of one file.
func (s *site) urls(part int) []byte {
	var b bytes.Buffer
	b.WriteString(`<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">` + "\n")
	at := 0
	for e := range s.entries() {
		if at >= (part+1)*maxURLs {
			break
		}
		if at >= part*maxURLs {
			s.locate(&b, "url", e)
		}
		at++
	}
	b.WriteString("</urlset>\n")
	return b.Bytes()
}

func (s *site) locate(b *bytes.Buffer, element string, e entry) {
	b.WriteString("<" + element + "><loc>")
	_ = xml.EscapeText(b, []byte(s.settings.SiteURL+e.path)) // writing to memory does not fail
	b.WriteString("</loc><lastmod>" + e.modified.UTC().Format(time.RFC3339) + "</lastmod></" + element + ">\n")
}

func (s *site) sendXML(w http.ResponseWriter, r *http.Request, content []byte) {
	w.Header().Set("Content-Type", "application/xml; charset=utf-8")
	dependsOnAny(r)
	s.writeContent(w, r, append([]byte(xml.Header), content...))
}
