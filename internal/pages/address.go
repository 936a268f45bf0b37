package pages

import (
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"unicode/utf8"
)

// The limits of URLs. They are checked before anything else is done.
const (
	maxQuery       = 8192 // bytes of the query string; browsers and proxies accept little more
	maxText        = 200  // bytes of a text or a value, as in the API
	maxCursor      = 2048 // bytes
	maxSlug        = 120  // bytes, as in documents
	maxValues      = 100  // of a list, as in the API
	maxTotalValues = 200  // of all lists together
	maxEcho        = 100  // characters of a value in an error
)

// addressError is what is wrong with a URL. It repeats at most one value, which is cut.
type addressError struct {
	status  int
	message string
}

func (e addressError) Error() string { return e.message }

func badAddress(format string, args ...any) error {
	return addressError{http.StatusBadRequest, fmt.Sprintf(format, args...)}
}

// echo is a value as an error may repeat it.
func echo(value string) string { return "“" + cut(value, maxEcho) + "”" }

// cut is the beginning of a text, at most so many characters. Invalid UTF-8 is replaced.
func cut(text string, characters int) string {
	for i := range text {
		if characters--; characters < 0 {
			return strings.ToValidUTF8(text[:i], "�") + "…"
		}
	}
	return strings.ToValidUTF8(text, "�")
}

// parameter is a parameter that a query string may have.
type parameter struct {
	name    string
	many    bool // it may be given more than once
	maximum int  // bytes
}

// parse parses a query string: the known parameters, trimmed, without empty or repeated values. Others are ignored:
// links from elsewhere come with parameters of their own.
func parse(address *url.URL, known []parameter) (url.Values, error) {
	if len(address.RawQuery) > maxQuery {
		return nil, addressError{
			http.StatusRequestURITooLong,
			fmt.Sprintf("The address is too long: what is asked for must have at most %d characters.", maxQuery),
		}
	}
	given, parsed, inAll := address.Query(), url.Values{}, 0 // ignores parts with invalid encoding
	for _, p := range known {
		values := given[p.name]
		switch {
		case !p.many && len(values) > 1:
			return nil, badAddress("%s must not be given more than once.", p.name)
		case len(values) > maxValues:
			return nil, badAddress("%s must not be given more than %d times.", p.name, maxValues)
		}
		seen := make(map[string]bool, len(values))
		for _, value := range values {
			value = strings.TrimSpace(value)
			switch {
			case value == "" || seen[value]:
				continue
			case !utf8.ValidString(value):
				return nil, badAddress("%s must be text in UTF-8.", p.name)
			case len(value) > p.maximum:
				return nil, badAddress(
					"%s must have at most %d bytes, not %d: %s",
					p.name,
					p.maximum,
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
	if inAll > maxTotalValues {
		return nil, badAddress("At most %d values may be asked for in one search.", maxTotalValues)
	}
	return parsed, nil
}

// slug returns the slug in a path. What cannot be a slug is not found.
func slug(r *http.Request) (string, error) {
	slug := r.PathValue("slug")
	if slug == "" || len(slug) > maxSlug || !utf8.ValidString(slug) {
		return "", errNotFound
	}
	return slug, nil
}
