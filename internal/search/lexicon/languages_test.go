package lexicon

import (
	"testing"

	"findcare/models"
)

// The languages that lay words mean are such that a filter takes.
func TestLanguagesAreKnown(t *testing.T) {
	for _, term := range LayTerms() {
		for _, language := range term.Languages {
			if name, known := models.LanguageName(language); !known || name != language {
				t.Errorf("%q mean the language %q, which a filter knows as %q, %t", term.Phrases, language, name, known)
			}
		}
	}
}
