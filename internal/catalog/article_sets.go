package catalog

import (
	"fmt"
	"math/bits"
	"slices"

	"findcare/models"
)

// articleSet is a set of published articles, with a bit for each place in their list.
type articleSet []uint64

func (s articleSet) add(place int) { s[place/64] |= 1 << (place % 64) }

// or adds the places of another set, which may be nil.
func (s articleSet) or(other articleSet) {
	for i, word := range other {
		s[i] |= word
	}
}

// remove takes the places of another set out, which may be nil.
func (s articleSet) remove(other articleSet) {
	for i, word := range other {
		s[i] &^= word
	}
}

// articleSets are the published articles by what they say they are about. Snapshots that have the same articles share
// them.
type articleSets struct {
	none articleSet
	// about has, by the id of a document, the articles whose topic it is, and speakTo those that list it as a
	// condition.
	about, speakTo map[string]articleSet
	// narrow are those about a treatment, a credential or an insurer.
	narrow     articleSet
	onInsurers bool // whether there are any about insurers
}

func newArticleSets(all []Article) *articleSets {
	s := &articleSets{
		none:    make(articleSet, (len(all)+63)/64),
		about:   make(map[string]articleSet),
		speakTo: make(map[string]articleSet),
	}
	s.narrow = s.empty()
	add := func(to map[string]articleSet, id string, place int) {
		if to[id] == nil {
			to[id] = s.empty()
		}
		to[id].add(place)
	}
	for place, a := range all {
		add(s.about, a.topicID(), place)
		topic := &a.article.Topic
		s.onInsurers = s.onInsurers || topic.InsurerID != ""
		if topic.TreatmentID != "" || topic.CredentialID != "" || topic.InsurerID != "" {
			s.narrow.add(place)
		}
		for _, id := range a.ConditionIDs {
			add(s.speakTo, id, place)
		}
	}
	return s
}

func (s *articleSets) empty() articleSet { return make(articleSet, len(s.none)) }

func (s *articleSets) of(sets map[string]articleSet, id string) articleSet {
	if set := sets[id]; set != nil {
		return set
	}
	return s.none
}

// related returns the places of at most n articles that share most with a, most first. What one is about counts most
// where the other speaks to it too, then each condition that both speak to.
func (s *articleSets) related(a Article, n int) (places []int) {
	const topic, condition, most = 5, 1, 2 * 5
	scores := newSums(len(s.none), most+len(a.ConditionIDs)*condition)
	near := s.empty()
	near.or(s.about[a.topicID()])
	for _, id := range a.ConditionIDs {
		near.or(s.about[id])
		scores.add(s.speakTo[id], condition)
	}
	scores.add(near, topic)
	scores.add(s.speakTo[a.topicID()], topic)
	for score := scores.maximum; score > 0; score-- {
		for i := range s.none {
			for equal := scores.equal(i, score); equal != 0; equal &= equal - 1 {
				place := i*64 + bits.TrailingZeros64(equal)
				if a.snapshot.articles.all[place].ID == a.ID {
					continue
				}
				if len(places) == n {
					return places
				}
				places = append(places, place)
			}
		}
	}
	return places
}

// sums has a number for each place, all of whose lowest bits are in the first set, and so on: it adds to 64 numbers at
// once.
type sums struct {
	bits    []articleSet
	maximum int
}

func newSums(words, maximum int) sums {
	s := sums{make([]articleSet, bits.Len(uint(maximum))), maximum}
	all := make(articleSet, words*len(s.bits))
	for i := range s.bits {
		s.bits[i] = all[i*words : (i+1)*words]
	}
	return s
}

// add adds a number to those of a set, which may be nil.
func (s *sums) add(to articleSet, number int) {
	for first := 0; number>>first > 0; first++ {
		if number>>first&1 == 0 {
			continue
		}
		for i, carry := range to {
			for at := first; carry != 0; at++ {
				carry, s.bits[at][i] = carry&s.bits[at][i], carry^s.bits[at][i]
			}
		}
	}
}

// equal returns which of 64 places have a number.
func (s *sums) equal(word, number int) uint64 {
	equal := ^uint64(0)
	for at, set := range s.bits {
		if number>>at&1 == 1 {
			equal &= set[word]
		} else {
			equal &^= set[word]
		}
	}
	return equal
}

// articlesFor returns how many articles there are for a provider, and the first ones of them: about each of the
// treatments that they offer, in the provider's own order, and then about each of the conditions that they treat.
func (s *Snapshot) articlesFor(p *models.Provider, limit int) (first []Article, total int) {
	const ofTreatments, afterTreatments = '0', '1'
	sets := s.articleSets
	seen, unsuitable := sets.empty(), sets.unsuitable(p, s.insurerNames)
	add := func(group byte, position int, id string, unsuitable articleSet) {
		rank := ""
		about, speakTo := sets.of(sets.about, id), sets.of(sets.speakTo, id)
		for i := range seen {
			fresh := (about[i] | speakTo[i]) &^ unsuitable[i] &^ seen[i]
			seen[i] |= fresh
			total += bits.OnesCount64(fresh)
			for ; fresh != 0 && len(first) < limit; fresh &= fresh - 1 {
				a := s.articles.all[i*64+bits.TrailingZeros64(fresh)]
				if rank == "" {
					rank = fmt.Sprintf("%c%04d ", group, position)
				}
				a.rank = rank
				first = append(first, a)
			}
		}
	}
	for i, id := range p.TreatmentIDs {
		add(ofTreatments, i, id, sets.none)
	}
	for i, id := range p.ConditionIDs {
		add(afterTreatments, i, id, unsuitable)
	}
	return first, total
}

// unsuitable returns the articles that are not for a provider, even where they speak to a condition that they treat:
// about a treatment, a credential that they do not hold, or an insurer that they do not take.
func (s *articleSets) unsuitable(p *models.Provider, names models.InsurerNames) articleSet {
	unsuitable := slices.Clone(s.narrow)
	for _, id := range p.CredentialIDs {
		unsuitable.remove(s.about[id])
	}
	if s.onInsurers {
		for _, id := range p.Takes(names) {
			unsuitable.remove(s.about[id])
		}
	}
	return unsuitable
}
