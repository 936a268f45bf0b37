package search

import (
	"slices"
	"strconv"
	"strings"

	"findcare/internal/search/lexicon"
	"findcare/models"
)

// age reads how old somebody is: "7 years old", "15yo", "im 34", "age 70".
func (r *textReader) age(i int) int {
	digits, suffix := r.at(i), ""
	for _, s := range []string{"yo", "yr", "yrs"} {
		if before, ok := strings.CutSuffix(digits, s); ok {
			digits, suffix = before, s
		}
	}
	const oldest = 120
	years, ok := numberOf(digits)
	if !ok || years > oldest || r.tokens[i].money {
		return 0
	}
	n := 1
	switch next := r.at(i + 1); {
	case suffix == "yo" || next == "yo":
		if suffix == "" {
			n = 2
		}
	case next == "y" && r.at(i+2) == "o", isYears(next) && isOld(r.at(i+2)):
		n = 3
	case isYears(next) && r.at(i+2) == "of" && r.at(i+3) == "age":
		n = 4
	case suffix != "" && isOld(next):
		n = 2
	case suffix != "" || !(isBeforeAge(r.at(i-1)) || r.isApart(i)) || isUnit(next),
		!isNumber(digits) && next != "" && !lexicon.IsStopWord(next): // two different people
		return 0
	}
	return r.value(FieldAgeGroups, []string{string(ageGroupOf(years))}, 1, i, i+n)
}

// isExperience reports whether the years from word i on are those in which somebody has practiced, and not how long
// something lasts: the text says so, or has next to nothing else.
func (r *textReader) isExperience(i int) bool {
	const near, few = 6, 2
	for j := i + 2; j < min(i+2+near, len(r.tokens)); j++ {
		switch r.at(j) {
		case "experience", "experienced", "exp", "practice", "practicing", "practiced",
			"seeing", "treating", "doing":
			return true
		}
	}
	for j := i - 1; j >= max(0, i-near); j-- {
		switch r.at(j) {
		case "experience", "experienced", "practicing", "practiced", "practice":
			return true
		}
	}
	telling := 0
	for j := range r.tokens {
		if r.isPersonal(j) {
			return false
		}
		if (j < i || j > i+1) && !saysNothing(r.at(j)) {
			telling++
		}
	}
	switch r.at(i - 1) {
	case "least", "over", "than", "minimum", "with":
		return true
	case "of", "after", "for", "since", "past", "last", "about":
		return false
	}
	return telling <= few
}

func isYears(word string) bool {
	switch word {
	case "year", "years", "yrs", "yr":
		return true
	}
	return false
}

// isApart reports whether a number stands between commas, as ages do: "depression, 17, no insurance".
func (r *textReader) isApart(i int) bool {
	years, _ := numberOf(r.at(i))
	const youngest, oldest = 3, 99
	last := i == len(r.tokens)-1
	return years >= youngest && years <= oldest && isNumber(r.at(i)) &&
		r.tokens[i].comma && (last || r.tokens[i+1].comma)
}

func isOld(word string) bool { return word == "old" || word == "olds" }

// isBeforeAge reports whether a number behind a word is how old somebody is.
func isBeforeAge(word string) bool {
	switch word {
	case "age", "aged", "im", "am", "hes", "shes", "is", "turning", "turned":
		return true
	}
	return false
}

// isUnit reports whether a number before a word is one of something else than years.
func isUnit(word string) bool {
	switch word {
	case "minute", "minutes", "min", "mins", "hour", "hours", "day", "days", "week", "weeks", "month", "months",
		"mile", "miles", "dollar", "dollars", "usd", "bucks", "session", "sessions", "percent", "pounds", "lbs",
		"year", "years", "yrs", "yr":
		return true
	}
	return false
}

func ageGroupOf(years int) models.AgeGroup {
	switch {
	case years < 13:
		return models.Children
	case years < 18:
		return models.Teens
	case years < 65:
		return models.Adults
	}
	return models.OlderAdults
}

// wait reads how long people can wait for a first session: "within 2 weeks", "in the next month".
func (r *textReader) wait(i int) int {
	weeks, ok := weeksOf(r.at(i), r.at(i+1))
	if !ok {
		return 0
	}
	switch r.at(i - 1) {
	case "in":
		if r.isPersonalText() && !r.asksForSomebody() {
			return 0 // has not slept in two weeks
		}
		return r.add(Intent{Kind: IntentWait, Number: weeks}, i, i+2)
	case "within", "next", "than", "under", "most":
		return r.add(Intent{Kind: IntentWait, Number: weeks}, i, i+2)
	}
	if r.at(i+2) == "wait" {
		return r.add(Intent{Kind: IntentWait, Number: weeks}, i, i+3)
	}
	return 0
}

// weeksOf is how many weeks a number of weeks or months is, such as "2 weeks" or "a month".
func weeksOf(number, unit string) (weeks int, ok bool) {
	const weeksOfMonth, longest = 4, 12
	switch number {
	case "a":
		weeks = 1
	case "couple":
		weeks = 2
	case "few":
		weeks = 3
	default:
		weeks, ok = numberOf(number)
		if !ok || weeks == 0 || weeks > longest {
			return 0, false
		}
	}
	switch unit {
	case "week", "weeks", "wk", "wks":
		return weeks, true
	case "month", "months":
		return weeksOfMonth * weeks, true
	}
	return 0, false
}

// numberWords are the numbers from one to nineteen.
var numberWords = strings.Fields("one two three four five six seven eight nine ten eleven twelve " +
	"thirteen fourteen fifteen sixteen seventeen eighteen nineteen")

// numberOf reads a number in digits, or a small one in words.
func numberOf(word string) (n int, ok bool) {
	if i := slices.Index(numberWords, word); i >= 0 {
		return i + 1, true
	}
	n, err := strconv.Atoi(word)
	return n, err == nil && isNumber(word)
}
