package catalog

import "testing"

// Cursors of earlier releases are good for as long as what a filter asks for is written as they wrote it.
func TestFiltersAreWrittenAsByEarlierReleases(t *testing.T) {
	s := Build(taxonomy(), options)
	for want, filter := range map[string]*ProviderFilter{
		"\nacceptingNewClients=[\"yes\"]": {AcceptingNewClients: ptr(true)},
		"\nacceptingNewClients=[\"no\"]":  {AcceptingNewClients: ptr(false)},
		"\nlanguages=[\"Spanish\"]":       {Languages: []string{"es"}},
	} {
		r, err := s.read(providerList{index: s.index}, filter)
		if err != nil {
			t.Fatal(err)
		}
		if scope := r.scope.String(); scope != want {
			t.Errorf("got %q, want %q", scope, want)
		}
	}
}
