package catalog

import (
	"findcare/internal/search"
	"findcare/models"
)

// Apply returns the snapshot after the changes. It shares with s all that did not change: of the providers, only the
// changed ones are indexed.
func (s *Snapshot) Apply(changes Changes) *Snapshot {
	next := s.next()
	directory, articles, others := s.documents(changes)
	of := search.Changes{Deleted: make(map[string]bool, len(changes.Removed))}
	for _, removal := range changes.Removed {
		of.Deleted[removal.ID] = true
	}
	ofRetired := search.Changes{Deleted: of.Deleted}
	for _, document := range changes.Written {
		d, ok := document.(*models.Provider)
		if !ok {
			continue
		}
		of.Deleted[d.ID] = true
		if d.Retired() {
			ofRetired.Written = append(ofRetired.Written, d)
			continue
		}
		of.Written = append(of.Written, d)
		next.sum.add(&d.Header)
	}
	if others {
		next.articleSets = nil
	}
	next.relate(directory, articles)
	if others {
		of.Glossary = next.glossary()
		ofRetired.Glossary = of.Glossary
		next.crisisNames = crisisNames(next.conditions.all)
	}
	var deleted []*models.Provider
	next.index, deleted = s.index.Apply(of)
	next.retired, _ = s.retired.Apply(ofRetired)
	for _, d := range deleted {
		next.sum.remove(&d.Header)
	}
	next.seal()
	return next
}

// documents returns all documents except providers after the changes, and whether any of them changed. Articles that
// did not change keep what was prepared of them.
func (s *Snapshot) documents(changes Changes) (directory *models.Directory, articles []*article, changed bool) {
	replaced := make(map[string]bool)
	for _, removal := range changes.Removed {
		replaced[removal.ID] = true
	}
	directory = &models.Directory{}
	for _, document := range changes.Written {
		if document.Kind() == models.KindProvider {
			continue
		}
		replaced[document.Head().ID] = true
		if d, ok := document.(*models.Article); ok {
			articles = append(articles, changes.article(d, s.options.ImageHosts))
		} else {
			directory.Add(document)
		}
		changed = true
	}
	unchanged := func(id string) bool {
		changed = changed || replaced[id]
		return !replaced[id]
	}
	for _, d := range s.credentials.all {
		if unchanged(d.ID) {
			directory.Add(d.Credential)
		}
	}
	for _, d := range s.conditions.all {
		if unchanged(d.ID) {
			directory.Add(d.Condition)
		}
	}
	for _, d := range s.treatments.all {
		if unchanged(d.ID) {
			directory.Add(d.Treatment)
		}
	}
	for _, d := range s.insurers.all {
		if unchanged(d.ID) {
			directory.Add(d.Insurer)
		}
	}
	for _, all := range [][]Article{s.articles.all, s.unpublished.all} {
		for _, d := range all {
			if unchanged(d.ID) {
				articles = append(articles, d.article)
			}
		}
	}
	return directory, articles, changed
}
