package search

import (
	"slices"

	"findcare/internal/search/lexicon"
)

// isPersonal reports whether a word is one of those with which people tell of themselves and theirs.
func (r *textReader) isPersonal(i int) bool {
	switch r.at(i) {
	case "i", "im", "ive", "ill", "id", "me", "my", "we", "weve", "us", "our", "he", "hes", "him", "his",
		"she", "shes", "her", "they", "theyre", "them", "their", "husband", "wife", "married", "together":
		return true
	}
	return false
}

// isPersonalText reports whether people tell of themselves and theirs in a text.
func (r *textReader) isPersonalText() bool {
	for i := range r.tokens {
		if r.isPersonal(i) {
			return true
		}
	}
	return false
}

// asksForSomebody reports whether a text names whom or what people look for.
func (r *textReader) asksForSomebody() bool {
	return slices.ContainsFunc(r.tokens, func(t token) bool {
		switch t.key {
		case "therapist", "therapi", "counselor", "counsel", "psychotherapist", "psychologist", "psychiatrist",
			"provid", "specialist", "clinician", "practition", "terapeuta", "terapia", "psicologo",
			"psicologa", "psiquiatra":
			return true
		}
		return false
	})
}

// isTale reports whether a text tells of somebody, in words of which several are not understood: what of those happens
// to stand in a provider's own texts is not what is looked for.
func (r *textReader) isTale() bool {
	const shortest, few = 5, 2
	if len(r.tokens) < shortest {
		return false
	}
	unread, little := 0, 0
	for i := range r.tokens {
		if r.tokens[i].use == left {
			unread++
		}
		little += 1 - lexicon.Telling([]string{r.at(i)})
	}
	if r.isPersonalText() {
		return unread >= few || !r.asksForSomebody()
	}
	return unread >= few && little >= few && !r.asksForSomebody()
}

// settle leaves out what a sentence only hints at beside what it says: single words that say next to nothing where
// there is more, and of lay phrases for conditions all but the first one, which is what people begin with.
func (r *textReader) settle() {
	const shortest, long = 4, 7
	personal, asks := r.isPersonalText(), r.asksForSomebody()
	if len(r.tokens) < shortest || !personal && (asks || len(r.tokens) < long) {
		return
	}
	if slices.ContainsFunc(r.in.Intents, func(in Intent) bool { return in.tells() && !r.isFaint(&in) }) {
		r.leaveOut(func(in *Intent) bool { return r.isFaint(in) && in.tells() })
	}
	if personal && !asks && slices.ContainsFunc(r.in.Intents, func(in Intent) bool { return in.tells() }) {
		r.leaveOut(func(in *Intent) bool { return r.isFaint(in) && !in.tells() })
	}
	r.leaveOut(r.isReason)
	first := slices.IndexFunc(r.in.Intents, func(in Intent) bool { return in.isHunch() })
	if first >= 0 {
		main := r.in.Intents[first].first
		r.leaveOut(func(in *Intent) bool { return in.isHunch() && in.first != main })
	}
}

// isReason reports whether words for conditions are why somebody asks for something else: for what it costs after a job
// is lost, or for sessions from home by whoever cannot leave it.
func (r *textReader) isReason(in *Intent) bool {
	if !in.isHunch() {
		return false
	}
	return slices.ContainsFunc(r.tokens[in.first:in.end], func(t token) bool {
		switch t.key {
		case "job", "laid", "unemploy":
			return slices.ContainsFunc(r.in.Intents, func(in Intent) bool {
				return in.Kind == IntentFee || in.Field == FieldSlidingScale || in.Field == FieldInsurances
			})
		case "hous", "home":
			return slices.ContainsFunc(r.in.Intents, func(in Intent) bool { return in.Field == FieldSessionFormats })
		}
		return false
	})
}

// isHunch reports whether an intent is for conditions that are not named, but told of in several words.
func (in *Intent) isHunch() bool { return in.isCondition() && in.Own == 0 && in.end-in.first > 1 }

func (in *Intent) isCondition() bool { return in.Kind == IntentValue && in.Field == FieldConditions }

// tells reports whether an intent is for what people have, or who they are.
func (in *Intent) tells() bool {
	return in.isCondition() || in.Kind == IntentValue && (in.Field == FieldPopulations || in.Field == FieldTreatments)
}

func (r *textReader) isFaint(in *Intent) bool {
	if in.Kind != IntentValue || in.Own > 0 {
		return false
	}
	faint := false
	if in.isHunch() {
		return false
	}
	for _, t := range r.tokens[in.first:in.end] {
		if !lexicon.IsFaint(t.word) && !saysNothing(t.word) {
			return false
		}
		faint = faint || lexicon.IsFaint(t.word)
	}
	return faint
}

// leaveOut makes intents words that were only mentioned; those for conditions still say who comes first.
func (r *textReader) leaveOut(faint func(*Intent) bool) {
	kept := r.in.Intents[:0:0]
	for i := range r.in.Intents {
		in := &r.in.Intents[i]
		if faint(in) {
			r.unused(UnusedOnlyMentioned, nil, in.first, in.end)
			if in.isCondition() {
				r.in.Hints = append(r.in.Hints, in.Values...)
			}
		} else {
			kept = append(kept, *in)
		}
	}
	r.in.Intents = kept
}
