package codes

import "slices"

// ranks are the letters and words that mean that somebody does not hold a credential yet, any more or in full.
type ranks struct {
	qualifiers map[string]bool     // words
	after      map[string][]string // words that are qualifiers after certain others
	not        map[string][]string // words before which others are no qualifiers: FELLOW OF
	fillers    map[string]bool     // short words that are no abbreviations
	short      map[string]string   // for words of names: LIC. PROF. COUNSELOR
	suffixes   map[string]bool     // after the letters of a licence: LPC-S, LPC-A
	prefixes   map[string]bool     // before them: PLPC
	full       map[string][]string // the suffixes of full licences by profession; "" is any
	byLetters  map[string][]rank
}

// rank is the meaning of letters, limited to some states or professions if it names any.
type rank struct {
	Letters, States, Professions []string
}

func readRanks() (r ranks) {
	var file struct {
		Words, Fillers, Suffixes, Prefixes []string
		After, Not, Full                   map[string][]string
		Short                              map[string]string
		Ranks                              []rank
	}
	read("ranks.json", &file)
	r.qualifiers, r.fillers, r.prefixes = setOf(file.Words), setOf(file.Fillers), setOf(file.Prefixes)
	r.after, r.not, r.full, r.short = file.After, file.Not, file.Full, file.Short
	r.suffixes, r.byLetters = setOf(file.Suffixes), make(map[string][]rank)
	for _, suffixes := range file.Full {
		for _, suffix := range suffixes {
			r.suffixes[suffix] = true
		}
	}
	for _, rank := range file.Ranks {
		for _, letters := range rank.Letters {
			r.byLetters[letters] = append(r.byLetters[letters], rank)
		}
	}
	return r
}

func setOf(list []string) map[string]bool {
	set := make(map[string]bool, len(list))
	for _, value := range list {
		set[value] = true
	}
	return set
}

// isRank reports whether letters stand for a rank, given the rest of the record.
func (r *ranks) isRank(letters string, in Context) bool {
	applies := func(to, have []string) bool {
		return len(to) == 0 || slices.ContainsFunc(to, func(value string) bool { return slices.Contains(have, value) })
	}
	return slices.ContainsFunc(
		r.byLetters[letters],
		func(k rank) bool { return applies(k.States, in.States) && applies(k.Professions, in.Professions) },
	)
}

// fullWith reports whether the letters of a licence with a suffix denote a full licence.
func (c *Credential) fullWith(suffix string) bool {
	full := load().full
	if slices.Contains(full[""], suffix) {
		return true
	}
	return slices.ContainsFunc(
		c.Professions,
		func(profession string) bool { return slices.Contains(full[profession], suffix) },
	)
}

// isBase reports whether letters are those of a licence that may have a prefix or a suffix: LPC, LMFT.
func (t *tables) isBase(letters string) bool {
	const shortest = 3
	c := t.byText[letters]
	return c != nil && !c.General && len(letters) >= shortest
}

// credential returns what letters stand for, with or without a suffix, and whether in full; nil if unknown.
func (t *tables) credential(letters string) (c *Credential, full bool) {
	if c := t.byText[letters]; c != nil {
		return c, true
	}
	if c := t.byName[letters]; c != nil {
		return c, true
	}
	for at := len(letters) - 1; at > 0; at-- {
		if base, suffix := letters[:at], letters[at:]; t.isBase(base) && (t.suffixes[suffix] || t.qualifiers[suffix]) {
			return t.byText[base], t.byText[base].fullWith(suffix)
		}
	}
	if len(letters) > 1 && t.prefixes[letters[:1]] && letters[1] == 'L' {
		if c, _ := t.credential(letters[1:]); c != nil && !c.General {
			return c, false
		}
	}
	return nil, false
}
