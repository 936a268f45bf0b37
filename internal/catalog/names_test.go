package catalog

import (
	"slices"
	"strings"
	"testing"

	"findcare/models"
)

// Names that people write in one word or in two are found in both ways.
func TestNamesInOneWordOrTwo(t *testing.T) {
	directory := &models.Directory{}
	for slug, name := range map[string]string{
		"a": "Wren O'Brien", "b": "Juniper O Brien", "c": "Alder Obrien", "d": "Lark McDonald", "e": "Rowan Mc Donald",
		"f": "Sorrel Mcdonald", "g": "Sage De La Cruz", "h": "Fern Brien", "i": "Moss Donald",
	} {
		p := &models.Provider{Header: header(models.KindProvider, slug), Name: name}
		directory.Providers = append(directory.Providers, p)
	}
	s := Build(directory, options)
	for text, want := range map[string]string{
		"o brien": "a b c", "O'Brien": "a b c", "obrien": "a b c", "o’brien": "a b c",
		"mc donald": "d e f", "mcdonald": "d e f", "McDonald": "d e f",
		"de la cruz": "g", "delacruz": "g", "lark mc donald": "d", "rowan mcdonald": "e",
	} {
		c, err := s.Providers(ProviderSearch{Filter: &ProviderFilter{Text: &text}})
		if err != nil {
			t.Fatal(err)
		}
		var found []string
		for _, p := range c.Nodes() {
			found = append(found, p.Slug)
		}
		slices.Sort(found)
		if got := strings.Join(found, " "); got != want {
			t.Errorf("%q finds %s, want %s", text, got, want)
		}
	}
}
