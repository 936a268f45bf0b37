package pages

import (
	"net/http"
	"strings"
)

// What crawlers may do is decided by two things that must not contradict each other: a page that robots.txt keeps
// crawlers from can never tell them that it should not be indexed, and is listed by its address alone where others link
// to it.
//
// So robots.txt keeps them only from what is no page. What should not be found, such as one search of the endless many,
// says noindex itself, and the links from one search to the next say nofollow.
var disallowed = []string{"/graphql"}

// robots sends the rules for crawlers.
func (s *site) robots(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	rules := "User-agent: *\nDisallow: " + strings.Join(disallowed, "\nDisallow: ")
	s.writeContent(w, r, []byte(rules+"\n\nSitemap: "+s.settings.SiteURL+"/sitemap.xml\n"))
}
