package lexicon

import (
	"strings"
	"unicode"

	"findcare/models"
)

// Words folds text with [models.Fold] and splits it into words: runs of letters and digits.
// Apostrophes vanish inside words ("can't" is cant); everything else separates.
func Words(text string) []string {
	return AppendWords(nil, text)
}

// AppendWords appends the [Words] of text to words.
//
// The words are parts of the folded text and keep it in memory: who keeps few of them for long should clone those.
func AppendWords(words []string, text string) []string {
	folded := models.Fold(text)
	start, quoted := -1, false
	for i, r := range folded {
		switch {
		case isWordRune(r):
			if start < 0 {
				start = i
			}
		case isApostrophe(r):
			quoted = quoted || start >= 0
		case start >= 0:
			words = append(words, word(folded[start:i], quoted))
			start, quoted = -1, false
		}
	}
	if start >= 0 {
		words = append(words, word(folded[start:], quoted))
	}
	return words
}

func word(s string, quoted bool) string {
	if !quoted {
		return s
	}
	return strings.Map(func(r rune) rune {
		if isApostrophe(r) {
			return -1
		}
		return r
	}, s)
}

func isWordRune(r rune) bool {
	if r < 0x80 {
		return r >= 'a' && r <= 'z' || r >= '0' && r <= '9'
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

func isApostrophe(r rune) bool {
	return r == '\'' || r == '’'
}

// IsStopWord reports whether a folded word says nothing by itself: "for", "my", "the", "near", "help".
//
// Some such words are missing on purpose: "will" and "may" are names too, and "no" and "not" turn the meaning around.
func IsStopWord(word string) bool {
	switch word {
	case "a", "an", "the", "this", "that", "these", "those", "some", "any", "such",
		// People.
		"i", "im", "ive", "id", "ill", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves",
		"you", "your", "yours", "youre", "yourself", "he", "him", "his", "himself", "she", "her", "hers", "herself",
		"it", "its", "itself", "they", "them", "their", "theirs", "themselves",
		"someone", "somebody", "anyone", "anybody", "something", "anything",
		// Questions.
		"who", "whom", "whose", "whos", "what", "whats", "which", "when", "where", "wheres", "why", "how",
		// Where and whither.
		"about", "after", "around", "as", "at", "before", "between", "by", "during", "for", "from", "in", "into",
		"near", "nearby", "nearest", "closest", "here", "there", "of", "off", "on", "onto", "over", "through", "to",
		"toward", "towards", "under", "until", "with", "within", "without",
		// Joints.
		"and", "but", "if", "or", "nor", "so", "than", "then", "because", "while", "also", "too", "very", "really",
		"just", "please",
		// Verbs that only help.
		"am", "are", "be", "been", "being", "is", "was", "were", "do", "does", "doing", "did", "dont", "doesnt",
		"has", "have", "having", "had", "can", "cant", "cannot", "could", "should", "would", "might", "must",
		// What every search is about.
		"help", "helps", "helping", "need", "needs", "needing", "want", "wants", "wanting", "wanted",
		"look", "looking", "find", "finding", "search", "searching", "seek", "seeking", "get", "getting", "got",
		"good", "best", "like":
		return true
	}
	return false
}
