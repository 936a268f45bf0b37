package registry

import (
	"regexp"
	"strings"

	"findcare/models"
)

// website reads a cell with the address of a website, "" if it has none that can be opened.
func (e *Entry) website(column, cell string) string {
	text := strings.Trim(strings.TrimSpace(cell), `"'<>,;`)
	switch bare := strings.ToLower(strings.TrimRight(text, ":/\\")); bare {
	case "":
		return ""
	case "http", "https", "http://www", "https://www", "www", "none", "n/a", "na":
		e.note(NoAddressInURL)
		return ""
	}
	if address, ok := models.WebAddress(text); ok && !strings.Contains(text, `\`) {
		return address
	}
	address, ok := models.WebAddress(mendedURL(text))
	if !ok {
		e.ignore(column, cell, "not the address of a website")
		return ""
	}
	e.note(MendedURL)
	return address
}

// schemes are what stands before an address, however often and however it is written.
var schemes = regexp.MustCompile(`^(?i)(?:https?[:;/ ]+|[:;/ ]+|www[:;/]+)+`)

// mendedURL corrects slips of the hand that leave no doubt about the address that was meant.
func mendedURL(text string) string {
	text = strings.ReplaceAll(text, `\`, "/")
	scheme := "http://"
	if strings.HasPrefix(strings.ToLower(text), "https") {
		scheme = "https://"
	}
	return scheme + schemes.ReplaceAllString(text, "")
}
