package catalog

import (
	"regexp"
	"strings"

	"findcare/lexicon"
	"findcare/models"
)

// CrisisResource is somebody to call now.
type CrisisResource struct {
	Name        string
	Phone       string
	Text        models.OptionalString
	URL         string
	Description string
}

// crisisResources are the national lines of the United States, as they describe themselves on their own pages.
var crisisResources = []CrisisResource{
	{
		Name: "988 Suicide & Crisis Lifeline", Phone: "988", Text: "988", URL: "https://988lifeline.org/",
		Description: "Free and confidential support for anyone in distress, day and night, by call, text or online chat.",
	},
	{
		Name: "Crisis Text Line", Phone: "741741", Text: "HOME to 741741", URL: "https://www.crisistextline.org/",
		Description: "Free and confidential support from a trained volunteer by text message, day and night.",
	},
	{
		Name: "Veterans Crisis Line", Phone: "988, then press 1", Text: "838255", URL: "https://www.veteranscrisisline.net/",
		Description: "Free and confidential support for veterans, service members and those close to them, day and night.",
	},
}

// crisisWords are the beginnings of words that touch suicide or self-harm.
var crisisWords = regexp.MustCompile(`(?i)suicid|self[- ]?(harm|injur)|kill(ing)? (my|your|them|one)sel(f|ves)|end(ing)? (my|your|their) (own )?(life|lives)`)

// CrisisResources is never empty where the article, its topic or its conditions touch suicide or self-harm.
func (a Article) CrisisResources() []CrisisResource {
	if a.touchesCrisis() {
		return crisisResources
	}
	return []CrisisResource{}
}

// CrisisResources is never empty where the filter touches suicide or self-harm.
func (c ProviderConnection) CrisisResources() []CrisisResource {
	filter, s := c.query.filter, c.snapshot
	for _, id := range s.idsOf(models.KindCondition, filter.Conditions, filter.AllOfConditions) {
		if s.conditions.byID[id].touchesCrisis() {
			return crisisResources
		}
	}
	if c.about != nil && c.about.touchesCrisis() || filter.Text != nil && textTouchesCrisis(*filter.Text) {
		return crisisResources
	}
	return []CrisisResource{}
}

// crisisTyped are words that touch suicide or self-harm however they are mistyped.
var crisisTyped = []string{"suicide", "suicidal", "selfharm"}

func textTouchesCrisis(text string) bool {
	words := lexicon.Words(text)
	if crisisWords.MatchString(strings.Join(words, " ")) {
		return true
	}
	for _, word := range words {
		for _, typed := range crisisTyped {
			if edits := lexicon.Edits(word); lexicon.Distance(word, typed, edits) <= edits {
				return true
			}
		}
	}
	// self harm, and what is close to it
	for i := range len(words) - 1 {
		if joined := words[i] + words[i+1]; lexicon.Distance(joined, "selfharm", lexicon.Edits(joined)) <= lexicon.Edits(joined) {
			return true
		}
	}
	return false
}

func (a Article) touchesCrisis() bool {
	if a.crisis {
		return true
	}
	if topic, ok := a.snapshot.conditions.byID[a.topicID()]; ok && topic.touchesCrisis() {
		return true
	}
	for _, condition := range a.Conditions() {
		if condition.touchesCrisis() {
			return true
		}
	}
	return false
}

func (c Condition) touchesCrisis() bool {
	return crisisWords.MatchString(c.Name) || crisisWords.MatchString(strings.Join(c.AlsoKnownAs, "\n"))
}

// mentionsCrisis tells whether an article's own words touch suicide or self-harm.
func mentionsCrisis(d *models.Article) bool {
	return crisisWords.MatchString(d.Title) || crisisWords.MatchString(d.Lead) || sectionsMentionCrisis(d.Sections)
}

func sectionsMentionCrisis(sections []models.Section) bool {
	for i := range sections {
		s := &sections[i]
		if crisisWords.MatchString(s.Heading) || crisisWords.MatchString(s.Body) || sectionsMentionCrisis(s.Sections) {
			return true
		}
	}
	return false
}
