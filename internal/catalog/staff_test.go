package catalog

import (
	"slices"

	"pgregory.net/rapid"

	"findcare/models"
)

// checkStaff compares who works where with reading every provider, from both sides.
func (o *oracle) checkStaff(t *rapid.T, s *Snapshot) {
	for _, p := range o.Providers {
		var worksFor, staff []string
		for _, other := range o.Providers {
			if other.Type == models.Organization && slices.Contains(p.WorksForIDs, other.ID) {
				worksFor = append(worksFor, other.ID)
			}
			if p.Type == models.Organization && slices.Contains(other.WorksForIDs, p.ID) {
				staff = append(staff, other.ID)
			}
		}
		slices.Sort(worksFor)
		slices.Sort(staff)
		got := s.Provider(ProviderBy{ID: &p.ID})
		if ids := sortedIDs(got.WorksFor()); !slices.Equal(ids, worksFor) {
			t.Fatalf("%s works for %v, want %v", p.ID, ids, worksFor)
		}
		people, err := got.Staff(nil, nil, ptr(maxPage), nil, nil, nil)
		if err != nil {
			t.Fatal(err)
		}
		if ids := sortedIDs(people.Nodes()); !slices.Equal(ids, staff) || people.TotalCount() != len(staff) {
			t.Fatalf("the staff of %s is %v, %d in all; want %v", p.ID, ids, people.TotalCount(), staff)
		}
	}
}

func sortedIDs(providers []Provider) (ids []string) {
	for _, p := range providers {
		ids = append(ids, p.ID)
	}
	slices.Sort(ids)
	return ids
}
