package pages

import (
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"unicode/utf8"
)

// What an address may hold. More is refused before anything is done with it.
const (
	longestQuery  = 8192 // bytes behind the question mark; browsers and proxies take little more
	longestText   = 200  // bytes of a text or a value, as the API has it
	longestCursor = 2048 // bytes
	longestSlug   = 120  // bytes, as for the documents that have them
	mostValues    = 100  // of a list, as the API has it
	mostInAll     = 200  // of all lists together
	longestEcho   = 100  // characters of a value that is told of in an error
)

// addressError is what is wrong with an address. It repeats at most one value, which is cut.
type addressError struct {
	status  int
	message string
}

func (e addressError) Error() string { return e.message }

func badAddress(format string, args ...any) error {
	return addressError{http.StatusBadRequest, fmt.Sprintf(format, args...)}
}

// echo is a value as an error may repeat it.
func echo(value string) string { return "“" + cut(value, longestEcho) + "”" }

// cut is the beginning of a text, so many characters of it. What is not UTF-8 in it is replaced.
func cut(text string, characters int) string {
	for i := range text {
		if characters--; characters < 0 {
			return strings.ToValidUTF8(text[:i], "�") + "…"
		}
	}
	return strings.ToValidUTF8(text, "�")
}

// parameter is what an address may have behind the question mark.
type parameter struct {
	name    string
	many    bool // it may be given more than once
	longest int
}

// parse reads the query of an address: the parameters that are known, trimmed, none of them empty and none of a list
// twice. Others are left out: links from elsewhere come with parameters of their own.
func parse(address *url.URL, known []parameter) (url.Values, error) {
	if len(address.RawQuery) > longestQuery {
		return nil, addressError{
			http.StatusRequestURITooLong,
			fmt.Sprintf("The address is too long: what is asked for must have at most %d characters.", longestQuery),
		}
	}
	given, parsed, inAll := address.Query(), url.Values{}, 0 // a part that is not encoded as it should be is left out
	for _, p := range known {
		values := given[p.name]
		switch {
		case !p.many && len(values) > 1:
			return nil, badAddress("%s must not be given more than once.", p.name)
		case len(values) > mostValues:
			return nil, badAddress("%s must not be given more than %d times.", p.name, mostValues)
		}
		seen := make(map[string]bool, len(values))
		for _, value := range values {
			value = strings.TrimSpace(value)
			switch {
			case value == "" || seen[value]:
				continue
			case !utf8.ValidString(value):
				return nil, badAddress("%s must be text in UTF-8.", p.name)
			case len(value) > p.longest:
				return nil, badAddress(
					"%s must have at most %d bytes, not %d: %s",
					p.name,
					p.longest,
					len(value),
					echo(value),
				)
			}
			seen[value] = true
			parsed.Add(p.name, value)
		}
		if p.many {
			inAll += len(seen)
		}
	}
	if inAll > mostInAll {
		return nil, badAddress("At most %d values may be asked for in one search.", mostInAll)
	}
	return parsed, nil
}

// slug reads the part of a path that names a document. Nothing is named by what cannot be a slug.
func slug(r *http.Request) (string, error) {
	slug := r.PathValue("slug")
	if slug == "" || len(slug) > longestSlug || !utf8.ValidString(slug) {
		return "", errNotFound
	}
	return slug, nil
}
