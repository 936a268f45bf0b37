package pages

import (
	"fmt"
	"html/template"
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"findcare/models"
)

// functions are those of the templates.
var functions = template.FuncMap{
	"date": date,
	// for the schema's format HTML, which is sanitized
	"html":      func(safe string) template.HTML { return template.HTML(safe) },
	"telephone": telephone,
	"phone":     phone,
	"sms":       sms,
	"word":      word,
	"words":     words,
	"named":     named,
	"host":      host,
	"yes":       func(said *bool) bool { return *said },
	"waiting":   func(weeks *int) string { return models.Waiting(*weeks) },
	"list":      list,
	"others":    others,
	"labels":    labels,
	"state":     state,
	"number":    number,
	"distance":  distance,
	"reasons":   reasons,
}

// date formats a calendar date as in the United States.
func date(iso string) string {
	day, err := time.Parse(time.DateOnly, iso)
	if err != nil {
		return iso
	}
	return day.Format("January 2, 2006")
}

var (
	digits         = regexp.MustCompile(`^[+\d]+`)
	northAmerican  = regexp.MustCompile(`^\+1(\d{3})(\d{3})(\d{4})$`)
	thousandsAhead = regexp.MustCompile(`\d{3}$`)
)

// telephone is the URL that calls a number. Only the part before any words is dialled.
func telephone(number string) template.URL {
	return template.URL("tel:" + digits.FindString(number))
}

// host is the name of a website's server, as people know it.
func host(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return address
	}
	return strings.TrimPrefix(u.Hostname(), "www.")
}

// sms is the URL that writes a message to a number, which begins with the keyword.
func sms(number, keyword string) template.URL {
	if keyword == "" {
		return template.URL("sms:" + number)
	}
	return template.URL("sms:" + number + "?body=" + url.QueryEscape(keyword))
}

// phone formats a number in E.164 as in the United States.
func phone(number string) string {
	return northAmerican.ReplaceAllString(number, "($1) $2-$3")
}

// word is how people read a value of an enum.
func word(value string) string { return models.Label(value) }

// named lists the names of values, as they are.
func named(values []string) string {
	names := make([]string, len(values))
	for i, value := range values {
		names[i] = word(value)
	}
	return list(names)
}

// words lists the names of values.
func words(values []string) string {
	named := make([]string, len(values))
	for i, value := range values {
		named[i] = word(value)
		if i > 0 {
			named[i] = strings.ToLower(named[i])
		}
	}
	return list(named)
}

func list(values []string) string { return strings.Join(values, ", ") }

// others counts the values after the first.
func others(values []string) string { return count(len(values)-1, "other", "others") }

func labels(credentials []credential) string {
	all := make([]string, len(credentials))
	for i, c := range credentials {
		all[i] = c.Label
	}
	return list(all)
}

func state(code string) string {
	if name, known := models.StateName(code); known {
		return name
	}
	return code
}

// number formats a whole number with commas.
func number(n int) string {
	text := strconv.Itoa(n)
	var groups string
	for len(text) > 3 {
		groups = "," + thousandsAhead.FindString(text) + groups
		text = text[:len(text)-3]
	}
	return text + groups
}

// count formats a number with its noun.
func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%s %s", number(n), many)
}

// descriptionLength is about what search engines show, in characters.
const descriptionLength = 160

// shortened cuts a text after a word, for the description of a page.
func shortened(text string) string {
	text = strings.Join(strings.Fields(text), " ")
	if utf8.RuneCountInString(text) <= descriptionLength {
		return text
	}
	cut := string([]rune(text)[:descriptionLength-1])
	if at := strings.LastIndexByte(cut, ' '); at > 0 {
		cut = cut[:at]
	}
	return strings.TrimRight(cut, ",;:—– ") + "…"
}
