package registry

import (
	"slices"
	"strings"

	"findcare/internal/tables"
	"findcare/models"
)

// phoneKind is what a number in a registry is for. Numbers are preferred in this order as that of a location.
type phoneKind uint8

const (
	unnamed   phoneKind = iota // a number for which nobody says what it is
	mainLine                   // "main", "office"
	voiceLine                  // "phone", "call": spoken to, whatever else
	urgentLine
	intakeLine
	textPhone // a text telephone, for people who do not hear
	faxLine
)

// purpose is how the directory calls the kind.
func (k phoneKind) purpose() models.PhonePurpose {
	switch k {
	case intakeLine:
		return models.IntakePhone
	case textPhone:
		return models.TTYPhone
	case faxLine:
		return models.FaxPhone
	}
	return models.MainPhone
}

// longestPhoneCell is how much of a cell is read, in bytes. What is longer is no list of telephone numbers.
const longestPhoneCell = 400

// phoneEntry is a number as a registry has it.
type phoneEntry struct {
	kind              phoneKind
	number, extension string // in E.164, and in digits
}

// readPhones reads a cell: its numbers, in its order, each once. A number without a word that says what it is for is of
// the column's kind.
func readPhones(cell string, column phoneKind) (found []phoneEntry) {
	if number, ok := bareNumber(cell); ok {
		return []phoneEntry{{column, number, ""}}
	}
	text := plainPhoneText(cell[:min(len(cell), longestPhoneCell)])
	spans := phoneSpans(text)
	kinds := phoneKinds(text, spans)
	for i, span := range spans {
		if span.number == "" {
			continue
		}
		entry := phoneEntry{kinds[i], span.number, span.extension}
		if entry.kind == unnamed || entry.kind == voiceLine && column != faxLine && column != textPhone {
			entry.kind = column
		}
		if !slices.ContainsFunc(found, func(p phoneEntry) bool {
			return p.number == entry.number && p.extension == entry.extension
		}) {
			found = append(found, entry)
		}
	}
	return found
}

// bareNumber reads a cell with one number and nothing else, as nearly all are.
func bareNumber(cell string) (number string, ok bool) {
	const national, longest = 10, len("(608) 555-0123")
	digits := tables.Digits(cell)
	if len(digits) != national || len(cell) > longest || strings.Trim(cell, "0123456789-(). ") != "" {
		return "", false
	}
	return "+1" + digits, digits[0] >= '2' && digits[1] != '9' && digits[3] >= '2'
}

// plainPhoneText has small letters, and one form of dashes and spaces. Line breaks separate numbers as semicolons do.
func plainPhoneText(cell string) string {
	return strings.Map(func(r rune) rune {
		switch r {
		case '‐', '‑', '‒', '–', '—', '−', '_', '·', '•', '~':
			return '-'
		case '\n', '\r', '¶':
			return ';'
		case '\t', '\u00a0', '\u202f', '\u2009':
			return ' '
		case '[', '{':
			return '('
		case ']', '}':
			return ')'
		}
		return r
	}, strings.ToLower(cell))
}

// preferredPhone returns the number to call at a place: one that is said to be the main one, else the first one that is
// spoken to. It is false if there is none.
func preferredPhone(phones []phoneEntry) (best phoneEntry, ok bool) {
	rank := func(k phoneKind) phoneKind {
		if k == mainLine {
			return unnamed
		}
		return k + 1
	}
	for _, p := range phones {
		if p.kind >= textPhone {
			continue
		}
		if !ok || rank(p.kind) < rank(best.kind) {
			best, ok = p, true
		}
	}
	return best, ok
}

// mostPhones is how many numbers a provider may have.
const mostPhones = 20

// addPhones adds numbers to those of a provider: what the number of a location cannot say.
func addPhones(p *models.Provider, phones []phoneEntry) {
	for _, entry := range phones {
		known := slices.ContainsFunc(p.Phones, func(other models.PhoneNumber) bool {
			return other.Number == entry.number && string(other.Extension) == entry.extension
		})
		known = known || entry.extension == "" && slices.ContainsFunc(p.Locations, func(l models.Location) bool {
			return string(l.Phone) == entry.number
		})
		if !known && len(p.Phones) < mostPhones {
			p.Phones = append(p.Phones, models.PhoneNumber{
				Purpose: entry.kind.purpose(), Number: entry.number, Extension: models.OptionalString(entry.extension),
			})
		}
	}
}

// readPhones reads a cell, and reports one without a number that can be dialled.
func (e *Entry) readPhones(column, cell string, kind phoneKind) []phoneEntry {
	phones := readPhones(cell, kind)
	if cell != "" && len(phones) == 0 {
		e.ignore(column, cell, "not a phone number that can be dialled")
	}
	for i, p := range phones {
		if p.extension != "" {
			e.note(PhoneExtension)
		}
		if i > 0 {
			e.note(SeveralPhones)
		}
	}
	return phones
}
