package duplicates_test

import (
	"fmt"
	"slices"
	"testing"

	"findcare/internal/duplicates"
	"findcare/models"
)

func entry(id, name string, change func(*models.Provider)) *models.Provider {
	p := &models.Provider{Header: models.Header{ID: id}, Type: models.Individual, Name: name}
	p.Locations = []models.Location{{City: "Flint", StateCode: "MI"}}
	if change != nil {
		change(p)
	}
	return p
}

func phone(number string) func(*models.Provider) {
	return func(p *models.Provider) { p.Locations[0].Phone = models.OptionalString(number) }
}

func organization(number string) func(*models.Provider) {
	return func(p *models.Provider) {
		p.Type = models.Organization
		p.Locations[0].Phone = models.OptionalString(number)
	}
}

const number = "+18105550123"

var pairs = map[string]struct {
	a, b *models.Provider
	want string
}{
	"one name in one city": {
		entry("a", "Wren Examplar", nil), entry("b", "WREN  EXAMPLAR", nil), "[{a b [NAME_AND_PLACE]}]",
	},
	"a middle initial": {
		entry("a", "Wren Q. Examplar", nil), entry("b", "Wren Examplar", nil), "[{a b [NAME_AND_PLACE]}]",
	},
	"one name in one word or two": {
		entry("a", "Wren O'Example", nil), entry("b", "Wren O Example", nil), "[{a b [NAME_AND_PLACE]}]",
	},
	"one number, one family name in one word or two": {
		entry("a", "Wren McExample", phone(number)), entry("b", "W. Mc Example", phone(number)), "[{a b [PHONE]}]",
	},
	"a legal form": {
		entry("a", "Harbor House, LLC", organization("")), entry("b", "The Harbor House", organization("")),
		"[{a b [NAME_AND_PLACE]}]",
	},
	"another name": {
		entry("a", "Harbor House", organization("")), entry("b", "Old Mill", func(p *models.Provider) {
			p.Type, p.OtherNames = models.Organization, []string{"Harbor House Inc."}
		}), "[{a b [NAME_AND_PLACE]}]",
	},
	"one name in two cities": {
		entry("a", "Wren Examplar", nil), entry("b", "Wren Examplar", func(p *models.Provider) {
			p.Locations[0].City = "Detroit"
		}), "[]",
	},
	"a person and an organization": {
		entry("a", "Wren Examplar", nil), entry("b", "Wren Examplar", organization("")), "[]",
	},
	"one number, one family name": {
		entry("a", "Wren Examplar", phone(number)), entry("b", "W. Examplar", phone(number)), "[{a b [PHONE]}]",
	},
	"colleagues": {
		entry("a", "Wren Examplar", phone(number)), entry("b", "Robin Fictionado", phone(number)), "[]",
	},
	"two parts of a clinic": {
		entry("a", "Harbor House Counseling", organization(number)),
		entry("b", "Harbor Recovery Center", organization(number)), "[{a b [PHONE]}]",
	},
	"words that many have": {
		entry("a", "Family Counseling Center", organization(number)),
		entry("b", "Mental Health Center", organization(number)), "[]",
	},
	"one licence": {
		entry("a", "Wren Examplar", func(p *models.Provider) {
			p.Licenses = []models.License{{CredentialID: "crd_a", State: "MI", Number: "MI-1"}}
		}), entry("b", "Wren Fictionado", func(p *models.Provider) {
			p.Licenses = []models.License{{CredentialID: "crd_a", State: "MI", Number: "mi-1"}}
		}), "[{a b [LICENSE]}]",
	},
	"the NPI of a record": {
		entry("a", "Wren Examplar", func(p *models.Provider) { p.NPI = "1234567893" }),
		entry("b", "Wren Fictionado", func(p *models.Provider) {
			p.NPIRecord = &models.NPIRecord{NPI: "1234567893"}
		}), "[{a b [NPI]}]",
	},
}

func TestPairs(t *testing.T) {
	for name, test := range pairs {
		entries := []*models.Provider{test.b, test.a}
		if got := fmt.Sprint(duplicates.Pairs(slices.Values(entries))); got != test.want {
			t.Errorf("%s: got %s, want %s", name, got, test.want)
		}
		x := duplicates.NewIndex()
		x.Add(test.a)
		if like := x.Like(test.b); (len(like) > 0) != (test.want != "[]") {
			t.Errorf("%s: like %v, want as in %s", name, like, test.want)
		}
	}
}

// What very many entries share says nothing.
func TestManyWithOneName(t *testing.T) {
	var entries []*models.Provider
	for i := range 100 {
		entries = append(entries, entry(fmt.Sprint("id", i), "Wren Examplar", nil))
	}
	if found := duplicates.Pairs(slices.Values(entries)); len(found) > 0 {
		t.Errorf("%d pairs", len(found))
	}
}
