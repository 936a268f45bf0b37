package store

import (
	"errors"
	"strings"
	"sync"

	"go.mongodb.org/mongo-driver/v2/bson"

	"findcare/models"
)

// quarantine holds the documents that other tools wrote and that are none, or break a rule: nobody sees them until they
// are mended.
type quarantine struct {
	mutex sync.Mutex
	// digests of what was seen of each, by collection and id, so that each content is logged only once.
	digests map[string]uint64
}

func (q *quarantine) clear() {
	q.mutex.Lock()
	defer q.mutex.Unlock()
	clear(q.digests)
}

// add reports whether a document was not in quarantine before with this content.
func (q *quarantine) add(kind models.Kind, id string, digest uint64) (isNew bool) {
	q.mutex.Lock()
	defer q.mutex.Unlock()
	if q.digests == nil {
		q.digests = make(map[string]uint64)
	}
	key := kind.Plural() + "/" + id
	known, there := q.digests[key]
	q.digests[key] = digest
	return !there || known != digest
}

// Quarantined counts the documents that are not shown because they break a rule.
func (s *Store) Quarantined() int {
	s.quarantine.mutex.Lock()
	defer s.quarantine.mutex.Unlock()
	return len(s.quarantine.digests)
}

// Release takes a document out of quarantine, if it is there: it is gone, or mended.
func (s *Store) Release(kind models.Kind, id string) {
	s.quarantine.mutex.Lock()
	defer s.quarantine.mutex.Unlock()
	delete(s.quarantine.digests, kind.Plural()+"/"+id)
}

// decode makes a document of what is stored. It is nil where that is no document of the kind, and quarantined then.
func (s *Store) decode(kind models.Kind, stored bson.Raw) models.Document {
	document := kind.New()
	if err := models.Unmarshal(stored, document); err != nil {
		s.isolate(
			kind,
			IDOf(stored.Lookup("_id")),
			models.Digest(stored),
			models.Fault{Path: pathOf(err), Rule: "must have the type of the field"},
		)
		return nil
	}
	return document
}

// everything stands for the documents that others refer to: a reference to one that is gone harms nobody.
type everything struct{}

// Exists tells that there is every document.
func (everything) Exists(models.Kind, string) bool { return true }

// endOfTime is the day against which stored dates are held. Whether a date is in the future is for those to ask who
// write it: a server that starts tomorrow must not see another directory.
const endOfTime = models.Date("9999-12-31")

// KeepsRules reports whether a document that was not deleted may be shown. One that may not is quarantined.
func (s *Store) KeepsRules(document models.Document) bool {
	head := document.Head()
	for _, fault := range document.Validate(endOfTime, everything{}) {
		if !fault.Tolerated {
			s.isolate(document.Kind(), head.ID, head.Digest, fault)
			return false
		}
	}
	s.Release(document.Kind(), head.ID)
	return true
}

// isolate quarantines a document, and logs that once for each content. The content itself is never logged: it may be
// personal.
func (s *Store) isolate(kind models.Kind, id string, digest uint64, fault models.Fault) {
	if !s.quarantine.add(kind, id, digest) {
		return
	}
	shown := "(none of findcare's)"
	if _, ok := models.KindOfID(id); ok {
		shown = id
	}
	s.logger.Warn(
		"a document is quarantined",
		"collection",
		kind.Plural(),
		"id",
		shown,
		"path",
		fault.Path,
		"rule",
		fault.Rule,
	)
}

// IDOf is an id as a text, also where another tool has stored something else.
func IDOf(id bson.RawValue) string {
	if text, ok := id.StringValueOK(); ok {
		return text
	}
	return id.String()
}

// pathOf is where in a document an error of the driver lies. The error itself may tell the value.
func pathOf(err error) string {
	var decoding *bson.DecodeError
	if errors.As(err, &decoding) {
		return "/" + strings.Join(decoding.Keys(), "/")
	}
	return ""
}
