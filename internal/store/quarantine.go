package store

import (
	"context"
	"errors"
	"maps"
	"slices"
	"strings"
	"sync"

	"go.mongodb.org/mongo-driver/v2/bson"

	"findcare/models"
)

// quarantine lists what other tools wrote and what cannot be decoded or breaks a rule. It is not shown until it is
// fixed.
type quarantine struct {
	mutex sync.Mutex
	// digests of their contents, by collection and id, so that each content is logged only once.
	digests map[string]uint64
}

func (q *quarantine) clear() {
	q.mutex.Lock()
	defer q.mutex.Unlock()
	clear(q.digests)
}

// add quarantines a document, and reports whether it was not in quarantine with this content before.
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

// Isolated are the documents in quarantine, each as its collection and its id with a slash between them, with the
// digests of their contents.
func (s *Store) Isolated() map[string]uint64 {
	s.quarantine.mutex.Lock()
	defer s.quarantine.mutex.Unlock()
	return maps.Clone(s.quarantine.digests)
}

// Isolate puts documents into quarantine that were there when the process before ended.
func (s *Store) Isolate(isolated map[string]uint64) {
	s.quarantine.mutex.Lock()
	defer s.quarantine.mutex.Unlock()
	if s.quarantine.digests == nil {
		s.quarantine.digests = make(map[string]uint64)
	}
	maps.Copy(s.quarantine.digests, isolated)
}

// QuarantinedDocument is a document in quarantine, with a rule that it breaks.
type QuarantinedDocument struct {
	Kind  models.Kind
	ID    string
	Fault models.Fault
}

// QuarantinedDocuments returns the first documents in quarantine by kind and id, as they are stored now. Those that
// have been fixed or removed since are left out.
func (s *Store) QuarantinedDocuments(ctx context.Context, limit int) ([]QuarantinedDocument, error) {
	names := slices.Sorted(maps.Keys(s.Isolated()))
	documents := []QuarantinedDocument{}
	for _, name := range names[:min(limit, len(names))] {
		collection, id, _ := strings.Cut(name, "/")
		at := slices.IndexFunc(models.Kinds, func(kind models.Kind) bool { return kind.Plural() == collection })
		if at < 0 {
			continue // of a checkpoint that another release wrote
		}
		d := QuarantinedDocument{Kind: models.Kinds[at], ID: id}
		broken, err := s.broken(ctx, &d)
		if err != nil {
			return nil, err
		}
		if broken {
			documents = append(documents, d)
		}
	}
	return documents, nil
}

// broken finds the rule that a document in quarantine breaks; false where it breaks none any more.
func (s *Store) broken(ctx context.Context, d *QuarantinedDocument) (broken bool, err error) {
	if _, ok := models.KindOfID(d.ID); !ok {
		d.Fault = models.Fault{Path: "/id", Value: d.ID, Rule: "must be an id of findcare's"}
		return true, nil
	}
	var stored bson.Raw
	found, err := s.findOne(ctx, s.collection(d.Kind), d.ID, &stored)
	if !found {
		return false, err
	}
	document := d.Kind.New()
	if err := models.Unmarshal(stored, document); err != nil {
		d.Fault = typeFault(err)
		return true, nil
	}
	d.Fault, broken = brokenRule(document)
	return broken, nil
}

// typeFault is the fault of what cannot be decoded. The error itself may contain the value.
func typeFault(err error) models.Fault {
	return models.Fault{Path: pathOf(err), Rule: "must have the type of the field"}
}

// Release takes a document out of quarantine, if it is there, because it was fixed or removed.
func (s *Store) Release(kind models.Kind, id string) {
	s.quarantine.mutex.Lock()
	defer s.quarantine.mutex.Unlock()
	delete(s.quarantine.digests, kind.Plural()+"/"+id)
}

// decode returns what is stored as a document. If that is not a document of the kind, it is quarantined, and decode
// returns nil.
func (s *Store) decode(kind models.Kind, stored bson.Raw) models.Document {
	document := kind.New()
	if err := models.Unmarshal(stored, document); err != nil {
		s.isolate(kind, IDOf(stored.Lookup("_id")), models.Digest(stored), typeFault(err))
		return nil
	}
	return document
}

// everything resolves all references: a reference to a document that does not exist is harmless.
type everything struct{}

// Exists returns true.
func (everything) Exists(models.Kind, string) bool { return true }

// endOfTime is the day against which stored dates are checked. Whether a date is in the future is checked when it is
// written: a server that starts tomorrow must not show a different directory.
const endOfTime = models.Date("9999-12-31")

// KeepsRules reports whether a document that is not deleted may be shown. Otherwise it quarantines the document.
func (s *Store) KeepsRules(document models.Document) bool {
	head := document.Head()
	if fault, broken := brokenRule(document); broken {
		s.isolate(document.Kind(), head.ID, head.Digest, fault)
		return false
	}
	s.Release(document.Kind(), head.ID)
	return true
}

// brokenRule returns the first fault of a document that is not tolerated.
func brokenRule(document models.Document) (fault models.Fault, broken bool) {
	faults := document.Validate(endOfTime, everything{})
	at := slices.IndexFunc(faults, func(fault models.Fault) bool { return !fault.Tolerated })
	if at < 0 {
		return models.Fault{}, false
	}
	return faults[at], true
}

// isolate quarantines a document, and logs that once for each content. The content itself is never logged, since it may
// be personal.
func (s *Store) isolate(kind models.Kind, id string, digest uint64, fault models.Fault) {
	if !s.quarantine.add(kind, id, digest) {
		return
	}
	shown := "(none of findcare's)"
	if _, ok := models.KindOfID(id); ok {
		shown = id
	}
	s.logger.Warn("a document is quarantined",
		"collection", kind.Plural(), "id", shown, "path", fault.Path, "rule", fault.Rule)
}

// IDOf returns an id as text, even if another tool has stored something else.
func IDOf(id bson.RawValue) string {
	if text, ok := id.StringValueOK(); ok {
		return text
	}
	return id.String()
}

// pathOf returns the path of a decoding error. The error itself may contain the value.
func pathOf(err error) string {
	var decoding *bson.DecodeError
	if errors.As(err, &decoding) {
		return "/" + strings.Join(decoding.Keys(), "/")
	}
	return ""
}
