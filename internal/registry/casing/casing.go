package casing

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

//go:embed words.txt
var wordsFile string

// written returns the words of words.txt by their small letters.
var written = sync.OnceValue(func() map[string]string {
	words := map[string]string{}
	for line := range strings.Lines(wordsFile) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		for _, word := range strings.Fields(line) {
			words[strings.ToLower(word)] = word
		}
	}
	return words
})

// apostrophes are what registries write for one.
var apostrophes = strings.NewReplacer("`", "'", "´", "'", "‘", "'", "’", "'", "ʼ", "'")

// recase reports whether nobody has chosen capitals and small letters: a text is all in one of them.
func recase(text string) bool {
	return strings.IndexFunc(text, unicode.IsLower) < 0 || strings.IndexFunc(text, unicode.IsUpper) < 0
}

// spaced has one space between words, and one after a comma that words are glued to.
func spaced(text string) string {
	var b strings.Builder
	runes := []rune(text)
	for i, r := range runes {
		b.WriteRune(r)
		if (r == ',' || r == ';') && i+1 < len(runes) && !unicode.IsDigit(runes[i+1]) {
			b.WriteByte(' ')
		}
	}
	words := strings.Fields(b.String())
	joined := words[:0]
	for _, word := range words {
		if len(joined) > 0 && strings.Trim(word, ",;") == "" {
			joined[len(joined)-1] += word // "PRACTICE , PC"
			continue
		}
		joined = append(joined, word)
	}
	return strings.Join(joined, " ")
}

// macNames are those with a capital after Mac; most, such as Macy and Machado, have none.
var macNames = strings.Fields("" +
	"macalister macarthur macaulay macbeth macbride maccallum maccarthy maccormack macdonald macdonell " +
	"macdougall macdougal macdowell macduff maceachern macfarland macfarlane macgillivray macgregor " +
	"macinnes macinnis macintosh macintyre maciver mackay mackenzie mackinnon mackintosh maclachlan " +
	"maclaren maclaughlin maclean macleish macleod macmahon macmanus macmillan macmullen macnab macnamara " +
	"macnaughton macneal macneil macneill macnichol macphail macphee macpherson macquarrie macqueen " +
	"macrae macsween mactaggart mactavish macvicar macwilliams")

// name writes a word of small letters as a name: McDonald, O'Brien, Álvarez.
func name(lower string) string {
	word := capitalized(lower)
	switch {
	case strings.HasPrefix(lower, "mc") && len(lower) > 3:
		word = "Mc" + capitalized(lower[2:])
	case slices.Contains(macNames, lower):
		word = "Mac" + capitalized(lower[3:])
	}
	before, after, found := strings.Cut(word, "'")
	if !found || slices.Contains(contracted, after) {
		return word
	}
	return before + "'" + name(after)
}

// contracted are what follows an apostrophe and stays small: Mary's, can't, we're.
var contracted = []string{"", "s", "t", "d", "m", "re", "ve", "ll", "n"}

// capitalized makes the first letter a capital.
func capitalized(s string) string {
	for i, r := range s {
		if unicode.IsLetter(r) {
			return s[:i] + string(unicode.ToUpper(r)) + s[i+utf8.RuneLen(r):]
		}
		if unicode.IsDigit(r) {
			break
		}
	}
	return s
}

// eachPart writes every part of a word, such as one with hyphens.
func eachPart(word, separator string, write func(string) string) string {
	parts := strings.Split(word, separator)
	for i, part := range parts {
		parts[i] = write(part)
	}
	return strings.Join(parts, separator)
}

// isAcronym reports whether a word of small letters cannot be pronounced, and so is one of initials: UPMC, BHSI.
func isAcronym(lower string) bool {
	const longest = 6
	if len(lower) < 2 || len(lower) > longest || strings.IndexFunc(lower, notASCII) >= 0 {
		return false
	}
	first, last := strings.IndexAny(lower, vowels), strings.LastIndexAny(lower, vowels)
	switch {
	case first < 0:
		return true
	case strings.HasPrefix(lower, "mc"):
		return false
	}
	return !slices.Contains(onsets, lower[:first]) || !slices.Contains(codas, lower[last+1:])
}

func notASCII(r rune) bool { return r < 'a' || r > 'z' }

const vowels = "aeiouy"

// What words and names begin and end with before the first and after the last vowel, collected from the names and
// addresses of 11,375 facilities; the empty string stands for a vowel at the very end.
var (
	onsets = strings.Split("b c d f g h j k l m n p q r s t v w x z "+
		"bh bl br ch chl chr cl cr cz dh dj dr dv dw fj fl fr gh gl gn gr gw hr jh kh kl kn kr kw lh ll mck mn ng nh "+
		"pf ph phl phr pl pn pr ps pt rh sc sch schl schm schn schr schw scr sh shl shm shn shr sj sk skr sl sm "+
		"sn sp sph spl spr sq st str sv sw sz tch th thr thw tr ts tw tz vl vr wh wr zh zl zw ", " ")
	codas = strings.Split("b c d f g h j k l m n p q r s t v w x z "+
		"bb bbs bt ch cht ck cks cs ct cts dd ds dt dth ff ffs ft fth fts gg ggs gh ghs ght ghts gn gs hl hm hn hns "+
		"hr hrs ht ks lb lbs lch lcs ld lds ldt lf lfs lg lk lks ll lls llt lm lms ln lp lph lps lr ls lsh lst lt "+
		"lth lths lts ltz lv lz mb mbs mm mn mns mp mphs mps mpt ms mst nc nch nck ncks nct nd nds ndt ng ngs "+
		"ngst ngth nk nks nn nns nnt ns nst nt nth nths nts ntz nx nz pf ph phs pp pps ps pt pth pts rb rbs rc "+
		"rch rcs rd rds rf rfs rg rgh rgs rk rks rl rld rlds rll rls rlt rm rms rmth rn rns rnst rp rps rr rrs rs "+
		"rsch rsh rst rt rth rths rts rtz rv rz sch sh sk sks sm sms sp sps ss sst st sts tch th ths ts tt tts tz "+
		"wd wk wks wl wls wn wns wr ws wt wth xt xth xts zz ", " ")
)
