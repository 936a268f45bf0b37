package search

// isPersonal reports whether a word is one of those with which people tell of themselves and theirs.
func (r *textReader) isPersonal(i int) bool {
	switch r.at(i) {
	case "i", "im", "ive", "ill", "id", "me", "my", "myself", "we", "us", "our", "he", "hes", "him", "his", "she", "shes",
		"her", "they", "them", "their", "husband", "wife", "married", "together":
		return true
	}
	return false
}

// isTale reports whether a text tells of somebody, in words of which most are not understood: what of those happens to
// stand in a provider's own texts is not what is looked for.
func (r *textReader) isTale() bool {
	const shortest, few = 5, 2
	personal, unread := false, 0
	for i := range r.tokens {
		personal = personal || r.isPersonal(i)
		if r.tokens[i].use == left {
			unread++
		}
	}
	return unread >= few && len(r.tokens) >= shortest && (personal || unread > len(r.in.Intents)+few)
}
