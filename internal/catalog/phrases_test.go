package catalog

import (
	"slices"
	"testing"

	"findcare/models"
)

// phrasesFloor is how many of the sentences of matches at least find the provider of whom they are said.
const phrasesFloor = 399

// Every name, abbreviation and label finds those who have what it names, and has them first.
func TestEveryNameFinds(t *testing.T) {
	directory, err := demoOfDay()
	if err != nil {
		t.Fatal(err)
	}
	j, counts := newJudge(t), newTally()
	for slot, all := range j.vocabularyOf(directory) {
		for _, s := range all {
			want := j.search(&s.filter).all
			if len(want) == 0 {
				continue // nobody takes the Indian Health Service
			}
			got := j.searchText(s.text)
			right := want.shared(got.all) == len(want) && want[got.first[0]]
			counts.add(slot, right)
			if !right && s.text != "MI" { // Michigan; "Offers MI" is the treatment
				t.Errorf("%s: %q finds %d of the %d wanted", slot, s.text, want.shared(got.all), len(want))
			}
		}
	}
	counts.report(t)
}

// filtersOfNumbers are those whose matches have numbers or days in them.
func filtersOfNumbers() (filters []ProviderFilter) {
	since, at, yes, no := models.Date("2026-06-01"), "Dallas, TX", true, false
	for n := range 4 {
		fee, years, weeks := 90+20*n, 5*n, n
		filters = append(filters,
			ProviderFilter{SessionFeeAtMost: &fee}, ProviderFilter{YearsInPractice: &years},
			ProviderFilter{WaitingWeeksAtMost: &weeks},
		)
	}
	return append(filters,
		ProviderFilter{ConfirmedSince: &since}, ProviderFilter{Unconfirmed: &yes}, ProviderFilter{Unconfirmed: &no},
		ProviderFilter{Near: &Near{At: Place{Place: &at}}}, ProviderFilter{LicensedIn: []string{"TX", "NY", "DC"}},
		ProviderFilter{Text: ptr("juniper")}, ProviderFilter{Text: ptr("curiosity")},
	)
}

// What a match says finds the provider of whom it is said.
func TestEveryMatchFinds(t *testing.T) {
	directory, err := demoOfDay()
	if err != nil {
		t.Fatal(err)
	}
	j, counts, seen := newJudge(t), newTally(), map[string]bool{}
	filters := filtersOfNumbers()
	for _, all := range j.vocabularyOf(directory) {
		for _, s := range all {
			filters = append(filters, s.filter)
		}
	}
	for i := range filters {
		f := j.search(&filters[i])
		for n, id := range f.first {
			for _, sentence := range f.matches[n] {
				if seen[sentence] {
					continue
				}
				seen[sentence] = true
				got := j.searchText(sentence)
				counts.add("matches", got.all[id])
				if !got.all[id] {
					t.Logf("%q finds %d, without %s", sentence, len(got.all), id)
				}
			}
		}
	}
	if right := counts.report(t); right < phrasesFloor {
		t.Errorf("%d find, want %d at least", right, phrasesFloor)
	}
	if !slices.Contains(keysOf(seen), "Meets by video") {
		t.Error("no match says how a provider meets")
	}
}

func keysOf[V any](m map[string]V) (keys []string) {
	for key := range m {
		keys = append(keys, key)
	}
	return keys
}
