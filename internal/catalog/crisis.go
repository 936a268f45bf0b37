package catalog

import (
	"slices"
	"strings"

	"findcare/internal/search/lexicon"
	"findcare/internal/search/lexicon/crisis"
	"findcare/models"
)

// CrisisResources are whom to call now for what a person typed; none where it does not speak of a crisis.
func (s *Snapshot) CrisisResources(text string) ([]crisis.Resource, error) {
	if len(text) > crisis.LongestText {
		return nil, models.BadInput("text: %d bytes must be at most %d", len(text), crisis.LongestText)
	}
	return s.crisisIn(text).Resources(), nil
}

// CrisisResources is never empty where the article, its topic or its conditions touch a crisis.
func (a Article) CrisisResources() []crisis.Resource { return a.crisisKinds().Resources() }

// CrisisResources is never empty where the filter, or what the providers are listed for, touches a crisis.
func (c ProviderConnection) CrisisResources() []crisis.Resource {
	f := c.filter
	kinds := c.snapshot.crisisOf(f.Text, append(slices.Clone(f.Conditions), f.AllOfConditions...), f.Treatments)
	if c.read != nil {
		for i := range c.read.Intents {
			in := &c.read.Intents[i]
			gist := in.Own == 0 && strings.Contains(in.Words, " ")
			if in.CorrectedFrom != "" || gist { // the rest has been looked at as it is
				part := asFilter(in)
				kinds |= c.snapshot.crisisOf(nil, part.Conditions, part.Treatments)
			}
		}
		for _, id := range c.read.Hints {
			kinds |= c.snapshot.conditions.byID[id].crisisKinds()
		}
	}
	if c.about != nil {
		kinds |= c.about.crisisKinds()
	}
	return kinds.Resources()
}

// CrisisResources is never empty where the filter, or what the articles are listed for, touches a crisis.
func (c ArticleConnection) CrisisResources() []crisis.Resource {
	if c.crisis == nil {
		return crisis.Kinds(0).Resources()
	}
	return c.crisis().Resources()
}

// crisisOf are the kinds of crisis that a filter touches.
func (s *Snapshot) crisisOf(text *string, conditions, treatments []string) (kinds crisis.Kinds) {
	if text != nil {
		kinds = s.crisisIn(*text)
	}
	for _, id := range s.idsOf(models.KindCondition, conditions) {
		kinds |= s.conditions.byID[id].crisisKinds()
	}
	for _, id := range s.idsOf(models.KindTreatment, treatments) {
		kinds |= s.treatments.byID[id].crisisKinds()
	}
	return kinds
}

// crisisIn are the kinds of crisis that a text speaks of, in anybody's words or in this directory's own.
func (s *Snapshot) crisisIn(text string) crisis.Kinds {
	kinds := crisis.In(text)
	if len(s.crisisNames) == 0 {
		return kinds
	}
	words := stemmed(text)
	for _, name := range s.crisisNames {
		for i := range len(words) - len(name.words) + 1 {
			if slices.Equal(words[i:i+len(name.words)], name.words) {
				kinds |= name.kinds
			}
		}
	}
	return kinds
}

// crisisName is another name that this directory has for a condition that is a crisis, and that says so to nobody else.
type crisisName struct {
	words []string // stems
	kinds crisis.Kinds
}

func crisisNames(conditions []Condition) (names []crisisName) {
	for _, c := range conditions {
		kinds := crisis.OfCondition(c.Slug) | crisis.Among(c.Name)
		if kinds == 0 {
			continue
		}
		for _, name := range append([]string{c.Name}, c.AlsoKnownAs...) {
			if words := stemmed(name); len(words) > 0 && crisis.In(name) == 0 {
				names = append(names, crisisName{words, kinds})
			}
		}
	}
	return names
}

func stemmed(text string) []string {
	words := lexicon.Words(text)
	for i, word := range words {
		words[i] = lexicon.Stem(word)
	}
	return words
}

func (a Article) crisisKinds() crisis.Kinds {
	kinds := a.crisis
	if topic, ok := a.snapshot.conditions.byID[a.topicID()]; ok {
		kinds |= topic.crisisKinds()
	}
	if topic, ok := a.snapshot.treatments.byID[a.topicID()]; ok {
		kinds |= topic.crisisKinds()
	}
	for _, id := range a.ConditionIDs {
		if c, ok := a.snapshot.conditions.byID[id]; ok {
			kinds |= c.crisisKinds()
		}
	}
	return kinds
}

func (c Condition) crisisKinds() crisis.Kinds { return c.crisis() }

func (t Treatment) crisisKinds() crisis.Kinds { return t.crisis() }

func conditionCrisis(d *models.Condition) crisis.Kinds {
	return crisis.OfCondition(d.Slug) | crisis.Among(d.Name) | crisis.Among(d.AlsoKnownAs...)
}

func treatmentCrisis(d *models.Treatment) crisis.Kinds {
	return crisis.Among(d.Name) | crisis.Among(d.AlsoKnownAs...)
}

// articleCrisis are the kinds of crisis that an article's own words touch.
func articleCrisis(d *models.Article) crisis.Kinds {
	return crisis.Among(d.Title, d.Lead) | sectionsCrisis(d.Sections)
}

func sectionsCrisis(sections []models.Section) (kinds crisis.Kinds) {
	for i := range sections {
		s := &sections[i]
		kinds |= crisis.Among(s.Heading, s.Body) | sectionsCrisis(s.Sections)
	}
	return kinds
}
