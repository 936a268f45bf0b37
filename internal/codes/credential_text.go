package codes

import (
	"slices"
	"strings"
	"unicode"
)

// Held is a credential that somebody holds according to a text.
type Held struct {
	// Letters are capitals without punctuation, as in the text.
	Letters string
	// Credential is what they stand for, nil if the tables do not know it.
	Credential *Credential
}

// Reading is what the credential text of a record says.
type Reading struct {
	// Held are the credentials in the order of the text, each once.
	Held []Held
	// Withheld reports that the text also names something that its writer does not hold, or not yet, any more or in
	// full: LPC INTERN, LMFT-A, PHD (ABD). Then only what is held shows what they do.
	Withheld bool
}

// Context is the rest of the record, for letters that stand for several things.
type Context struct {
	// Professions are the slugs of the taxonomies' professions, and States the codes of the states of practice.
	Professions, States []string
}

// ReadCredentials reads the credential text of a record. A qualifier applies to the credentials between the same
// commas; one that stands alone applies to all. In doubt, less is read.
func ReadCredentials(text string, in Context) Reading {
	const longest = 200 // the registry's texts have 20 characters
	if len(text) > longest {
		return Reading{Withheld: true}
	}
	var r Reading
	for _, part := range partsOf(text) {
		p := &partReader{words: part, in: in}
		p.read()
		r.Withheld = r.Withheld || p.qualified || p.rank
		if p.qualified && p.alone() {
			return Reading{Withheld: true}
		}
		if !p.qualified {
			r.Held = append(r.Held, p.found...)
		}
	}
	var once []Held
	for _, h := range r.Held {
		if !slices.ContainsFunc(once, func(other Held) bool {
			return other.Letters == h.Letters || h.Credential != nil && other.Credential == h.Credential
		}) {
			once = append(once, h)
		}
	}
	r.Held = once
	return r
}

// word is a word in capitals without punctuation.
type word struct {
	text   string
	hyphen bool // before it
}

// partsOf splits a text at commas and the like, and each part into words. Initials with periods are one word: L.C.S.W.
func partsOf(text string) (parts [][]word) {
	var part []word
	var current strings.Builder
	dotted, hyphen := 0, false // letters since the last dot
	end := func() {
		if current.Len() > 0 {
			part = append(part, word{current.String(), hyphen && len(part) > 0})
			current.Reset()
			hyphen = false
		}
		dotted = 0
	}
	runes := []rune(strings.ToUpper(text))
	for i, r := range runes {
		switch {
		case r >= 'A' && r <= 'Z' || r >= '0' && r <= '9':
			current.WriteRune(r)
			dotted++
		case r == '.':
			// LPC.LMFT are two, PSY.D. is one.
			if dotted > 1 && lettersFrom(runes[i+1:]) > 1 {
				end()
			}
			dotted = 0
		case r == '\'' || r == '’' || r == '`' || r == '"':
		case strings.ContainsRune(",;:|\n\r", r):
			end()
			parts, part, hyphen = append(parts, part), nil, false
		default:
			end()
			hyphen = hyphen && unicode.IsSpace(r) || unicode.Is(unicode.Pd, r)
		}
	}
	end()
	return append(parts, part)
}

func lettersFrom(runes []rune) (n int) {
	for n < len(runes) && (runes[n] >= 'A' && runes[n] <= 'Z') {
		n++
	}
	return n
}

// partReader reads the words between two commas.
type partReader struct {
	words []word
	in    Context

	found     []Held
	known     bool // the tables know one of them
	qualified bool // there is a qualifier
	rank      bool // there are the letters of a rank before the licence
	other     bool // there are letters that mean something else
	every     bool // it is of all that the text says
}

// alone reports whether it is unclear which credentials the part's qualifier applies to.
func (p *partReader) alone() bool { return p.every || !p.known && !p.rank && !p.other }

func (p *partReader) read() {
	for i := 0; i < len(p.words); {
		i += p.next(i)
	}
}

// next reads what begins at a word and returns its number of words.
func (p *partReader) next(i int) int {
	if n := p.rankInPieces(i); n > 0 {
		p.rank = true
		return n
	}
	if c, n := p.spelledOut(i); n > 0 {
		return n + p.hold(c, p.joined(i, i+n), i+n)
	}
	text, known := p.words[i].text, load()
	switch {
	case p.qualifies(i):
		p.qualified = true
		return 1
	case known.isRank(text, p.in):
		p.rank = true
		return 1
	case known.prefixes[text] && i+1 < len(p.words) && p.words[i+1].hyphen && known.isBase(p.words[i+1].text):
		p.rank = true // P-LPC
		return 2
	}
	c, full := known.credential(text)
	if c == nil {
		p.unknown(text)
		return 1
	}
	if !full {
		p.rank = true
		return 1
	}
	return 1 + p.hold(c, text, i+1)
}

// hold adds a credential, unless the suffix at a word denotes a lower rank; it returns the number of words of the
// suffix.
func (p *partReader) hold(c *Credential, letters string, at int) int {
	suffixes := 0
	if at < len(p.words) && load().suffixes[p.words[at].text] &&
		(!c.General || load().isRank(letters+p.words[at].text, p.in)) {
		suffix := p.words[at]
		switch {
		case CredentialOf(suffix.text) != nil && !suffix.hyphen:
		case !c.fullWith(suffix.text) || load().isRank(letters+suffix.text, p.in):
			p.rank = true
			return 1
		default:
			suffixes, letters = 1, letters+suffix.text
		}
	}
	p.found, p.known = append(p.found, Held{letters, c}), true
	return suffixes
}

// rankInPieces returns the number of words, hyphenated, of one letter each, or with a suffix, that are the letters of a
// rank.
func (p *partReader) rankInPieces(i int) (n int) {
	if i+1 < len(p.words) && load().suffixes[p.words[i+1].text] && load().isRank(p.joined(i, i+2), p.in) {
		n = 2
	}
	hyphens, singles := true, len(p.words[i].text) == 1
	for at := i + 1; at < min(len(p.words), i+longestAbbreviation); at++ {
		hyphens, singles = hyphens && p.words[at].hyphen, singles && len(p.words[at].text) == 1
		if !hyphens && !singles {
			break
		}
		if load().isRank(p.joined(i, at+1), p.in) {
			n = at + 1 - i
		}
	}
	return n
}

// unknown keeps letters that the tables do not know, since the directory may, if they are short.
func (p *partReader) unknown(text string) {
	const longest = 5
	p.every = p.every || text == "BOTH" || text == "ALL"
	if load().fillers[text] || strings.IndexFunc(text, unicode.IsLetter) < 0 {
		return
	}
	p.other = p.other || len(text) <= longest || strings.HasPrefix(text, "DOCTORA")
	p.found = append(p.found, Held{text, nil})
}

// qualifies reports whether a word is a qualifier where it stands.
func (p *partReader) qualifies(i int) bool {
	text, t := p.words[i].text, load()
	if before := t.after[text]; before != nil {
		return i > 0 && slices.Contains(before, p.words[i-1].text)
	}
	if !t.qualifiers[text] {
		return false
	}
	if i > 0 && p.words[i-1].text == "BOARD" && p.physician() {
		return false // board-eligible physicians are licensed
	}
	if i+1 == len(p.words) {
		return true
	}
	next := p.words[i+1].text
	isNumber := text == "NO" && next[0] <= '9' // LIC. NO. 1234
	return !isNumber && !slices.Contains(t.not[text], next)
}

// physician reports whether the record is one of a physician.
func (p *partReader) physician() bool {
	return slices.ContainsFunc(
		p.in.Professions,
		func(profession string) bool { return slices.Contains(CredentialOf("MD").Professions, profession) },
	)
}

// joined returns the words from one to before another as one, without AND.
func (p *partReader) joined(from, to int) string {
	var b strings.Builder
	for _, w := range p.words[from:to] {
		if w.text != "AND" {
			b.WriteString(w.text)
		}
	}
	return b.String()
}

// name is like joined, with shortened words in full.
func (p *partReader) name(from, to int) string {
	var b strings.Builder
	for _, w := range p.words[from:to] {
		if full, short := load().short[w.text]; short {
			b.WriteString(full)
		} else if w.text != "AND" {
			b.WriteString(w.text)
		}
	}
	return b.String()
}

// spelledOut finds the longest credential of several words at a position: a name, L C S W, or PH D.
func (p *partReader) spelledOut(i int) (c *Credential, n int) {
	const longest = 12
	t := load()
	for n := min(longest, len(p.words)-i); n > 1; n-- {
		whole := p.joined(i, i+n)
		if c := t.byName[p.name(i, i+n)]; c != nil {
			return c, n
		}
		if c := t.byText[whole]; c != nil && p.inPieces(i, n) {
			return c, n
		}
	}
	return nil, 0
}

// inPieces reports whether words are the pieces of an abbreviation: short ones of which the first has no meaning of its
// own.
func (p *partReader) inPieces(i, n int) bool {
	t, single := load(), true
	for _, w := range p.words[i : i+n] {
		single = single && len(w.text) == 1
	}
	if first := p.words[i].text; t.byText[first] != nil || t.isRank(first, p.in) || t.qualifiers[first] {
		return false
	}
	return single || n == 2 && (len(p.words[i].text) == 1 || len(p.words[i+1].text) == 1)
}
