package casing

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"findcare/models"
)

// Organization writes the name of an organization: The OCD and Anxiety Center, Smith Practice, PC.
func Organization(text string) string { return title(text, organizationWord) }

// Street writes a line of an address: 9801 Prairie Ave, Ste A.
func Street(text string) string { return title(text, streetWord) }

// City writes the name of a city: Fond du Lac, St. Louis.
func City(text string) string { return title(text, cityWord) }

// place is where a word stands.
type place struct {
	first, last   bool
	before, after string // the words beside it, in small letters
	initials      string // of the words before it
}

func title(text string, write func(lower string, at place) string) string {
	text = spaced(apostrophes.Replace(text))
	if !recase(text) {
		return text
	}
	words := strings.Fields(strings.ToLower(text))
	cased := make([]string, len(words))
	initials := ""
	for i, word := range words {
		at := place{first: i == 0, last: i == len(words)-1, initials: initials}
		_, size := utf8.DecodeRuneInString(word)
		initials += word[:size]
		if !at.first {
			at.before = words[i-1]
		}
		if !at.last {
			at.after = words[i+1]
		}
		cased[i] = inside(word, func(bare string) string { return write(bare, at) })
	}
	return strings.Join(cased, " ")
}

// inside writes what stands between punctuation.
func inside(word string, write func(string) string) string {
	const marks = "()[]{}\"'“”,;:!?*#"
	bare := strings.Trim(word, marks)
	if bare == "" {
		return word
	}
	before, after, _ := strings.Cut(word, bare)
	return before + write(bare) + after
}

// smallWords are small within a name.
var smallWords = strings.Fields("a an and at by for from in of on or the to with de del y")

func organizationWord(lower string, at place) string {
	begins := at.first || at.before == "-" || strings.HasSuffix(at.before, ",") || strings.HasSuffix(at.before, ":")
	switch {
	case lower == "a" && (begins || at.before == "&" || at.after == "&" || at.last):
		return "A"
	case len(lower) > 2 && strings.HasSuffix(at.initials, lower):
		return strings.ToUpper(lower) // Staten Island University Hospital (SIUH)
	case begins && slices.Contains(smallWords, lower):
		return capitalized(lower)
	case !at.first && slices.Contains(smallWords, lower),
		isArticle(lower, at):
		return lower
	case slices.Contains(states, lower),
		at.last && isState(lower) && (begins || slices.Contains([]string{"of", "in", "greater"}, at.before)):
		return strings.ToUpper(lower)
	}
	return compound(lower, plainWord)
}

// isArticle reports whether a word is a Spanish or French article within a name: Calle de la Luna, Fond du Lac.
func isArticle(lower string, at place) bool {
	switch lower {
	case "la", "las", "los", "el", "l'":
		return at.before == "de"
	case "du", "des":
		return slices.Contains(frenchStreets, at.before)
	}
	return false
}

// frenchStreets are words before which a French name goes on with a small word.
var frenchStreets = strings.Fields(
	"rue avenue place fond prairie lac mont bois pont point pointe butte chateau cour cours",
)

// beginsStreet reports whether the name of a street begins here: behind nothing, a number or a direction.
func (at place) beginsStreet() bool {
	if at.first || unicode.IsDigit(rune(at.before[0])) {
		return true
	}
	return slices.Contains(directions, strings.Trim(at.before, ".,"))
}

var directions = strings.Fields("n s e w ne nw se sw north south east west northeast northwest southeast southwest")

// states are the codes of states that are nothing else within a name.
var states = strings.Fields("" +
	"ak az ca dc fl ga ia il ks ky md mi mn mo nc nd ne nh nj nm nv ny ri sd tn tx ut va wa wi wv wy nw " +
	"se sw")

// isState reports whether a word is the code of a state.
func isState(lower string) bool {
	code, ok := models.StateCode(lower)
	return ok && strings.EqualFold(code, lower)
}

// streetTypes are abbreviations without a vowel, or that stand for something else in a name, and are no acronyms in an
// address.
var streetTypes = strings.Fields("" +
	"bch bg bldg blf blfs blvd bnd br brg brk brks byp byps cmn cmns cp cres cr cswy ct ctr ctrs cts cv " +
	"cvs cyn cyns dm dpt dr drs dv esq expy ext ext. fl fld flds fls flr flt flts fm. frd frds frg frk frks " +
	"frnt frst fry ft fwy gdn gdns gln glns grn grv grvs gtwy hbr hbrs hgwy hl hls hngr holw hts hvn hwy " +
	"jct jcts jr knl knls ky kys lbby lck lcks ldg lf lgt lgts lk lks lndg ln lp lt lts mdw mdws ml mls " +
	"mnr mnrs mr km msn mt mtn mtns mtwy nck pk pkwy pkwys pl pln plns plz pr prt prts psge pt pts rd rdg " +
	"rdgs rds rm rms rnch rpds rr. rst rte sh shl shls shr shrs skwy smt spc spg spgs sq sqs sr. st sta " +
	"sts stra strm stn svc svrd ste te ter tpke tr trce trfy trk trks trl trlr trls trwy vl vlg vlgs vly " +
	"vlys vw vws wl wls xing xrd xrds")

// routes are written in capitals where a number follows.
var routes = strings.Fields("pr sr cr us fm rr ih nc sc nj nh nm sh th ctr k ks ky ny pa tn tx wv va ca mn md")

var highways = strings.Fields("route rte rt highway hwy")

func streetWord(lower string, at place) string {
	switch {
	case len(lower) == 1 && lower >= "a" && lower <= "z":
		return strings.ToUpper(lower)
	case len(lower) <= len("ne.") && slices.Contains(directions, strings.Trim(lower, ".")):
		return strings.ToUpper(lower)
	case slices.Contains(routes, lower) && at.after != "" && unicode.IsDigit(rune(at.after[0])):
		return strings.ToUpper(lower)
	case isState(lower) && slices.Contains(highways, strings.Trim(at.after, ".")):
		return strings.ToUpper(lower) // KY Route 321
	case slices.Contains(streetTypes, strings.TrimSuffix(lower, ".")):
		return capitalized(lower)
	case !at.first && slices.Contains([]string{"and", "of", "at", "on", "in", "for", "to"}, lower),
		slices.Contains([]string{"the", "de", "del", "du", "des"}, lower) && !at.beginsStreet(), isArticle(lower, at):
		return lower
	}
	if rest, found := strings.CutPrefix(lower, "d'"); found && slices.Contains(frenchStreets, at.before) {
		return "d'" + name(rest) // Rue d'Orleans
	}
	return compound(lower, func(part string) string {
		if slices.Contains(streetTypes, part) {
			return capitalized(part)
		}
		return plainWord(part)
	})
}

func cityWord(lower string, at place) string {
	small := []string{"of", "the", "du", "de", "on", "in", "by", "and", "del"}
	if !at.first && slices.Contains(small, lower) || isArticle(lower, at) {
		return lower
	}
	if slices.Contains(abbreviated, strings.Trim(lower, ".")) {
		return capitalized(lower)
	}
	if rest, found := strings.CutPrefix(lower, "d'"); found && !at.first {
		return "d'" + name(rest) // Coeur d'Alene
	}
	return compound(lower, plainWord)
}

// compound writes a word and, where it has some, its parts: Winston-Salem, MH/SA, R&P.
func compound(lower string, write func(string) string) string {
	if word, ok := written()[lower]; ok {
		return word
	}
	if both := strings.Split(lower, "&"); len(both) > 1 {
		const longest = 2
		if !slices.ContainsFunc(both, func(part string) bool { return len(part) > longest }) {
			return strings.ToUpper(lower) // R&P, AT&T
		}
		return eachPart(lower, "&", func(part string) string { return compound(part, write) })
	}
	if isSeries(lower) {
		return strings.ToUpper(lower)
	}
	for _, separator := range []string{"-", "/", "+", "–", "—", "@"} {
		if strings.Contains(lower, separator) {
			return eachPart(lower, separator, func(part string) string { return compound(part, write) })
		}
	}
	return write(lower)
}

// isSeries reports whether a word is a series of abbreviations: MH/MR/SA.
func isSeries(lower string) bool {
	const longest = 3
	parts := strings.Split(lower, "/")
	return len(parts) > 1 && !slices.ContainsFunc(parts, func(part string) bool {
		return len(part) > longest || strings.IndexFunc(part, notASCII) >= 0 || slices.Contains(smallWords, part)
	}) && slices.ContainsFunc(parts, func(part string) bool {
		return written()[part] == strings.ToUpper(part) || isAcronym(part)
	})
}

// abbreviated are words without a vowel that are no acronyms.
var abbreviated = strings.Fields("" +
	"st sts dr drs mt mts ft mr mrs ms jr sr rd ln blvd hwy pkwy ctr cntr ltd dept hts spgs bldg svc svcs " +
	"srvc srvcs srv mgmt mgt psych grp govt hlth mntl gr pl sq fl nth trl ck twp twnshp vlg clnc cnslg cnsl " +
	"cnslng psychthrpy thrpy fmly ntwk nrsg mngmnt mgmnt cnty cntys ctrs csl trt servs serv outpt inpt " +
	"outp prg prgm prog svs inst pgm progm ment cmty cmnty pvt hosp hsp schl schls assn assns nw shh tx. " +
	"sgt cpl cmdr lt gym why")

// plainWord writes a word without anything inside it.
func plainWord(lower string) string {
	bare := strings.Trim(lower, ".")
	if word, ok := written()[lower]; ok {
		return word
	}
	if word, ok := written()[bare]; ok && bare != "" {
		return strings.Replace(lower, bare, word, 1)
	}
	if slices.Contains(abbreviated, bare) {
		return capitalized(lower)
	}
	if possessive, found := strings.CutSuffix(lower, "'s"); found {
		return plainWord(possessive) + "'s"
	}
	switch {
	case strings.HasSuffix(bare, ".com") || strings.HasSuffix(bare, ".org") || strings.HasSuffix(bare, ".net"):
		return lower
	case strings.Trim(bare, "0123456789.") == "":
		return lower
	case strings.Contains(bare, "."):
		return dotted(lower)
	case len(bare) == 1, isAcronym(bare):
		return strings.ToUpper(lower)
	case bare != "" && unicode.IsDigit(rune(bare[0])):
		return numbered(lower)
	}
	return name(lower)
}

// dotted writes initials in capitals, and words that dots have glued together as words: L.L.C., J.R., St. Mary's.
func dotted(lower string) string {
	const longest = 2 // letters of an initial, as in Ph.D.
	parts := strings.Split(lower, ".")
	long := slices.ContainsFunc(parts, func(part string) bool { return len(part) > longest })
	if !long {
		return strings.ToUpper(lower)
	}
	for i, part := range parts {
		if part != "" {
			parts[i] = plainWord(part)
		}
	}
	return strings.TrimSpace(strings.Join(parts, ". "))
}

// numbered writes a word that begins with a number: 1st, 12B, 4Kids.
func numbered(lower string) string {
	letters := strings.TrimLeft(lower, "0123456789")
	number := lower[:len(lower)-len(letters)]
	const shortest = 4
	switch {
	case slices.Contains([]string{"st", "nd", "rd", "th", "er"}, strings.Trim(letters, ".'")):
		return lower
	case len(letters) >= shortest && strings.IndexFunc(letters, notASCII) < 0 && !isAcronym(letters):
		return number + name(letters)
	}
	return strings.ToUpper(lower)
}
