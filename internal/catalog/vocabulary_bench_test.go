package catalog

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"findcare/demo"
	"findcare/models"
)

// BenchmarkVocabulary makes changes readable that bring new words: a city, and the title of an article; and then also
// prepares the next text, as a catalog does in the background.
func BenchmarkVocabulary(b *testing.B) {
	directory, err := demo.Documents(1000, time.Unix(1_700_000_000, 0))
	if err != nil {
		b.Fatal(err)
	}
	s := Build(directory, options)
	s.index.Prepare()
	located := slices.DeleteFunc(slices.Clone(directory.Providers), func(p *models.Provider) bool {
		return len(p.Locations) == 0
	})
	n := 0
	for name, change := range map[string]func() models.Document{
		"city": func() models.Document {
			p := *located[n%len(located)]
			p.Locations = slices.Clone(p.Locations)
			p.Locations[0].City = fmt.Sprint("Newtown ", n)
			return &p
		},
		"article": func() models.Document {
			a := *directory.Articles[n%len(directory.Articles)]
			a.Title = fmt.Sprint("News ", n)
			return &a
		},
	} {
		for _, prepared := range []bool{false, true} {
			b.Run(fmt.Sprintf("%s/prepared=%t", name, prepared), func(b *testing.B) {
				for b.Loop() {
					n++
					next := s.Apply(Changes{Written: []models.Document{change()}})
					if prepared {
						next.index.Prepare()
					}
				}
			})
		}
	}
}
