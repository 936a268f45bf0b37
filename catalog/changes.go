package catalog

import "findcare/models"

// Changes are documents that were written, and those that were removed, since a snapshot was made.
type Changes struct {
	Written []models.Document
	Removed []Removal
	// Forced changes count whatever revision is known: the documents are, or are not, in the database as they are told.
	Forced bool
}

// Removal is that a document was removed, with the revision that this made.
type Removal struct {
	ID       string
	Revision int64
}

// mostRemoved is how many removals are remembered.
const mostRemoved = 10_000

func (changes Changes) empty() bool { return len(changes.Written)+len(changes.Removed) == 0 }

// news returns the changes that are later than what a snapshot has and what was removed before it, the last one of each
// document, and remembers those removed. Doubtful are the ids of documents that are known differently.
func (changes Changes) news(s *Snapshot, removed map[string]int64) (news Changes, doubtful []string) {
	news.Forced = changes.Forced
	last := changes.last()
	for _, document := range changes.Written {
		head := document.Head()
		if head.Revision != last[head.ID] {
			continue // a later one is among the changes, or this one for the second time
		}
		last[head.ID]++
		known := models.Header{Revision: removed[head.ID]}
		if document := s.Document(head.ID); document != nil {
			known = *document.Head()
		}
		same := known.ID != "" && known.Revision == head.Revision && known.Digest == head.Digest
		switch {
		case !same && (changes.Forced || head.Revision > known.Revision):
			news.Written = append(news.Written, document)
		case !same && (head.Revision < known.Revision || head.Digest != 0):
			doubtful = append(doubtful, head.ID)
		}
	}
	for _, removal := range changes.Removed {
		if removal.Revision != last[removal.ID] {
			continue
		}
		last[removal.ID]++
		known := s.Revision(removal.ID)
		switch {
		case known == 0:
			removed[removal.ID] = max(removed[removal.ID], removal.Revision)
		case changes.Forced, removal.Revision > known:
			removed[removal.ID] = removal.Revision
			news.Removed = append(news.Removed, removal)
		default:
			doubtful = append(doubtful, removal.ID)
		}
	}
	return news, doubtful
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
