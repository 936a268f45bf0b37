package store

import (
	"errors"
	"strings"
	"sync"

	"go.mongodb.org/mongo-driver/v2/bson"

	"findcare/models"
)

// leftOut are the documents that other tools wrote and that break a rule: nobody sees them until they are mended.
type leftOut struct {
	mutex sync.Mutex
	// digests of what was seen of each, by collection and id, so that it is told only once.
	digests map[string]uint64
}

func (l *leftOut) clear() {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	clear(l.digests)
}

// LeftOut counts the documents that are left out because they break a rule.
func (s *Store) LeftOut() int {
	s.leftOut.mutex.Lock()
	defer s.leftOut.mutex.Unlock()
	return len(s.leftOut.digests)
}

// forget is for documents that are gone, or whole again.
func (l *leftOut) forget(kind models.Kind, id string) {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	delete(l.digests, kind.Plural()+"/"+id)
}

// is keeps that a document is left out, and tells whether that is news.
func (l *leftOut) is(kind models.Kind, id string, digest uint64) bool {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	if l.digests == nil {
		l.digests = make(map[string]uint64)
	}
	key := kind.Plural() + "/" + id
	known, told := l.digests[key]
	l.digests[key] = digest
	return !told || known != digest
}

// decode makes a document of what is stored. It is nil where that is no document of the kind.
func (s *Store) decode(kind models.Kind, stored bson.Raw) models.Document {
	document := kind.New()
	if err := models.Unmarshal(stored, document); err != nil {
		s.leave(
			kind,
			idOf(stored.Lookup("_id")),
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

// KeepsRules tells whether a document that was not deleted may be shown. One that may not is left out.
func (s *Store) KeepsRules(document models.Document) bool {
	head := document.Head()
	for _, fault := range document.Validate(endOfTime, everything{}) {
		if !fault.Tolerated {
			s.leave(document.Kind(), head.ID, head.Digest, fault)
			return false
		}
	}
	s.leftOut.forget(document.Kind(), head.ID)
	return true
}

// leave tells of a document that is left out, once for each content. What stands in it is for nobody's log.
func (s *Store) leave(kind models.Kind, id string, digest uint64, fault models.Fault) {
	if !s.leftOut.is(kind, id, digest) {
		return
	}
	shown := "(none of findcare's)"
	if _, ok := models.KindOfID(id); ok {
		shown = id
	}
	s.logger.Warn(
		"a document is left out",
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

// idOf is an id as a text, also where another tool has made something else of it.
func idOf(id bson.RawValue) string {
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
