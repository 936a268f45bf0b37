package importing

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"slices"
	"time"

	"findcare/internal/duplicates"
	"findcare/internal/store"
	"findcare/models"
)

// Resemblance is that a new entry looks like one that the directory had before. People decide whether they are one.
type Resemblance struct {
	// New and Known are slugs.
	New, Known string
	// Reason is the strongest one.
	Reason duplicates.Reason
}

var reasonNames = map[duplicates.Reason]string{
	duplicates.SameNPI:     "the same NPI",
	duplicates.SameLicense: "the same licence",
	duplicates.SameName:    "the same name and place",
	duplicates.SamePhone:   "the same telephone number and a word of the name",
}

// String is the sentence that people read.
func (r Resemblance) String() string {
	return fmt.Sprintf("%s looks like %s: %s", r.New, r.Known, reasonNames[r.Reason])
}

// maxCompared is how many new entries of an import are compared with the directory, so that the import of a whole
// registry takes no more memory.
const maxCompared = 10_000

// shownResemblances is how many are shown.
const shownResemblances = 20

// resemblances finds what the new entries of an import resemble. It keeps those, and reads the directory once.
type resemblances struct {
	since time.Time // when the import began
	index *duplicates.Index
	slugs map[string]string // of the new entries, by id
	// notCompared counts the new entries beyond maxCompared.
	notCompared int
}

func newResemblances(since time.Time) *resemblances {
	return &resemblances{since: since, index: duplicates.NewIndex(), slugs: make(map[string]string)}
}

// add adds a new entry.
func (r *resemblances) add(p *models.Provider) {
	if len(r.slugs) == maxCompared {
		r.notCompared++
		return
	}
	r.index.Add(p)
	r.slugs[p.ID] = p.Slug
}

// comparedFields are those by which entries look alike, and those by which new ones are told from others.
var comparedFields = []string{
	"slug", "kind", "name", "otherNames", "npi", "npiRecord", "licenses", "locations", "phones",
	"revision", "updatedAt", "deletedAt",
}

// find returns what each of the new entries resembles most.
func (r *resemblances) find(ctx context.Context, in *store.Store) (Resembling, error) {
	found := make(map[string]Resemblance)
	err := in.EachPart(ctx, models.KindProvider, comparedFields, func(document models.Document) error {
		p, head := document.(*models.Provider), document.Head()
		isNew := r.slugs[p.ID] != "" || r.notCompared > 0 && head.Revision == 1 && !head.UpdatedAt.Before(r.since)
		if head.DeletedAt != nil || isNew {
			return nil
		}
		for _, like := range r.index.Like(p) {
			other := Resemblance{r.slugs[like.ID], p.Slug, like.Reason}
			if known, ok := found[like.ID]; !ok || other.compare(known) < 0 {
				found[like.ID] = other
			}
		}
		return nil
	})
	return Resembling{slices.SortedFunc(maps.Values(found), Resemblance.compare), r.notCompared}, err
}

// compare orders by the strength of the reason, and then by the slugs.
func (r Resemblance) compare(other Resemblance) int {
	return cmp.Or(r.Reason.Compare(other.Reason), cmp.Compare(r.New, other.New), cmp.Compare(r.Known, other.Known))
}

// Resembling is what the new entries of an import resemble.
type Resembling struct {
	// Found has those with the strongest reason first, each new entry once.
	Found []Resemblance
	// NotCompared counts the new entries that were not compared, since there were too many.
	NotCompared int
}

// Lines says it in a bounded number of lines, none where there is nothing to say.
func (r Resembling) Lines() (lines []string) {
	if len(r.Found) == 0 {
		return nil
	}
	of := "the new providers"
	if r.NotCompared > 0 {
		of = fmt.Sprintf("the first %s new providers", grouped(maxCompared))
	}
	lines = append(lines, fmt.Sprintf("%s of %s look like ones that were there before:", grouped(len(r.Found)), of))
	for _, one := range r.Found[:min(len(r.Found), shownResemblances)] {
		lines = append(lines, "  "+one.String())
	}
	if more := len(r.Found) - shownResemblances; more > 0 {
		lines = append(lines, fmt.Sprintf("  and %s more", grouped(more)))
	}
	return lines
}
