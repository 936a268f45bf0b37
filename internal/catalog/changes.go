package catalog

import "findcare/models"

// Changes are documents that were written, and those that were removed, since a snapshot was made.
type Changes struct {
	Written []models.Document
	Removed []Removal
	// Over, where given, is the snapshot over which the changes count whatever revision they are of: the database was
	// asked how the documents are, after it was the current one. Those that were changed since are left as they are.
	Over *Snapshot

	// articles are what was made of the written ones before anybody had to wait for it.
	articles map[*models.Article]*article
}

// prepare reads the texts of the articles that are new to a snapshot. That takes longer than all else, and so must come
// before the lock under which the next snapshot is made.
func (changes *Changes) prepare(s *Snapshot) {
	changes.articles = make(map[*models.Article]*article)
	for _, document := range changes.Written {
		d, ok := document.(*models.Article)
		if !ok {
			continue
		}
		if known := s.header(d.ID); known == nil || d.Revision > known.Revision ||
			changes.Over != nil && !same(known, &d.Header) {
			changes.articles[d] = prepareArticle(d, s.options.ImageHosts)
		}
	}
}

// article is what was made of a written article.
func (changes Changes) article(d *models.Article, hosts models.ImageHosts) *article {
	if known := changes.articles[d]; known != nil {
		return known
	}
	return prepareArticle(d, hosts)
}

// Removal is that a document was removed, with the revision that this made.
type Removal struct {
	ID       string
	Revision int64
}

// maxRemoved is how many removals are remembered.
const maxRemoved = 10_000

func (changes Changes) empty() bool { return len(changes.Written)+len(changes.Removed) == 0 }

// newer returns the changes that are later than what a snapshot has and what was removed before it, the last one of
// each document, and remembers those removed. Unresolved are the ids of documents that the snapshot has differently.
func (changes Changes) newer(s *Snapshot, removed map[string]int64) (newer Changes, unresolved []string) {
	last := changes.last()
	newer.articles = changes.articles
	for _, document := range changes.Written {
		head := document.Head()
		if head.Revision != last[head.ID] {
			continue // a later one is among the changes, or this one for the second time
		}
		last[head.ID]++
		known := s.header(head.ID)
		switch {
		case known != nil && known.Revision == head.Revision && known.Digest == head.Digest:
		case changes.over(known, head.ID),
			known == nil && head.Revision > removed[head.ID],
			known != nil && head.Revision > known.Revision:
			newer.Written = append(newer.Written, document)
		case changes.Over == nil:
			unresolved = append(unresolved, head.ID)
		}
	}
	for _, removal := range changes.Removed {
		if removal.Revision != last[removal.ID] {
			continue
		}
		last[removal.ID]++
		known := s.header(removal.ID)
		switch {
		case known == nil:
			removed[removal.ID] = max(removed[removal.ID], removal.Revision)
		case changes.over(known, removal.ID), removal.Revision > known.Revision:
			removed[removal.ID] = removal.Revision
			newer.Removed = append(newer.Removed, removal)
		case changes.Over == nil:
			unresolved = append(unresolved, removal.ID)
		}
	}
	return newer, unresolved
}

// over reports whether the changes are over a snapshot in which the document was as it is known now.
func (changes Changes) over(known *models.Header, id string) bool {
	if changes.Over == nil {
		return false
	}
	return same(changes.Over.header(id), known)
}

// same reports whether two headers are of the same state of a document; nil is that there is none.
func same(one, other *models.Header) bool {
	if one == nil || other == nil {
		return one == other
	}
	return one.Revision == other.Revision && one.Digest == other.Digest
}

// header returns the header of a document, nil where there is none.
func (s *Snapshot) header(id string) *models.Header {
	if document := s.Document(id); document != nil {
		return document.Head()
	}
	return nil
}

// last returns the last revision of each document that the changes tell of.
func (changes Changes) last() map[string]int64 {
	last := make(map[string]int64, len(changes.Written)+len(changes.Removed))
	for _, document := range changes.Written {
		last[document.Head().ID] = max(last[document.Head().ID], document.Head().Revision)
	}
	for _, removal := range changes.Removed {
		last[removal.ID] = max(last[removal.ID], removal.Revision)
	}
	return last
}
