package store

import (
	"cmp"
	"context"
	"errors"
	"slices"

	"go.mongodb.org/mongo-driver/v2/bson"
	"go.mongodb.org/mongo-driver/v2/mongo"
	"golang.org/x/sync/errgroup"

	"findcare/internal/clock"
	"findcare/internal/store/embedded"
	"findcare/models"
)

// Changes that arrive while others are being committed are committed together: each step of commit.go is taken for all
// of them in few commands, in the same order. In the embedded engine, a group is one transaction, or two where
// references are added, with a check in between. Each member's caller holds the lock of its document until all are
// committed, so a group has at most one revision of a document. A member of a group that fails takes the remaining
// steps by itself, all of them if it is not known whether its record was inserted.

const (
	// parallelGroups is how many groups are committed at a time, and maxGroup bounds the changes in one.
	parallelGroups = 4
	maxGroup       = 500
)

// member is a change that is committed in a group.
type member struct {
	change  *models.Change
	after   models.Document
	holds   *Holds
	hold    *hold // for the references that it adds; nil for none
	watch   clock.Stopwatch
	reached step
	err     error // of what reached the end
}

// step is how far a group has come with a member.
type step int

const (
	begun     step = iota
	recorded       // its key, its hold and its record are stored
	concluded      // its document is stored, or there is an error
)

// commitTogether takes the steps of some changes as far as all of them succeed.
func (s *Store) commitTogether(members []*member) {
	ctx := context.WithValue(context.Background(), admitted{}, true) // each was admitted
	if len(members) == 1 && !s.Embedded() {
		m := members[0]
		m.err, m.reached = s.commitAlone(ctx, m), concluded
		return
	}
	steps, err := s.stepsOf(members)
	if err != nil {
		return
	}
	first, second := slices.Concat(steps.claims, steps.holds, steps.records), steps.documents
	if s.Embedded() && len(steps.holds) == 0 {
		first, second = slices.Concat(first, second), nil
	}
	if s.writeTogether(ctx, first) != nil {
		return
	}
	for _, m := range members {
		m.reached = recorded
	}
	if s.checkTogether(ctx, members) != nil || s.writeTogether(ctx, second) != nil {
		return
	}
	if s.restoreLaterTogether(ctx, members) != nil {
		return
	}
	for _, m := range members {
		if !s.isLate(m.change, m.change.At.Add(m.watch.Elapsed())) {
			m.reached = concluded
		}
	}
}

// write is a document that a group writes.
type write struct {
	embedded.Write
	before int64 // the revision of the document before the change
}

// steps are what the members of a group write, each list after the one before it.
type steps struct{ claims, holds, records, documents []write }

// stepsOf returns what some members write.
func (s *Store) stepsOf(members []*member) (steps steps, err error) {
	for _, m := range members {
		if err := s.addSteps(&steps, m); err != nil {
			return steps, err
		}
	}
	slices.SortStableFunc(steps.documents, func(a, b write) int {
		return cmp.Or(cmp.Compare(a.Collection, b.Collection), cmp.Compare(min(a.before, 1), min(b.before, 1)))
	})
	return steps, nil
}

func (s *Store) addSteps(to *steps, m *member) (err error) {
	if m.hold, err = holdOf(m.change); err != nil {
		return err
	}
	add := func(to *[]write, collection, id string, isNew bool, document any) {
		raw, encodeErr := encodedAll([]any{document})
		if err = errors.Join(err, encodeErr); err != nil {
			return
		}
		w := embedded.Write{Collection: collection, ID: id, Document: raw[0], New: isNew}
		*to = append(*to, write{w, m.change.Revision - 1})
	}
	if m.change.Key != "" && !m.change.Unclaimed {
		add(&to.claims, keysCollection, m.change.Key, false, keyOf(m.change))
	}
	if m.hold != nil {
		s.name(m.holds, m.hold)
		add(&to.holds, holdsCollection, m.hold.ID, true, m.hold)
	}
	add(&to.records, changesCollection, m.change.ID, true, m.change)
	var document any = m.after
	if m.change.After != nil { // the same, encoded
		document = m.change.After
	}
	add(&to.documents, m.change.Kind.Plural(), m.change.DocumentID, m.change.Revision == 1, document)
	return err
}

// writeTogether makes all writes, or returns an error.
func (s *Store) writeTogether(ctx context.Context, writes []write) error {
	if len(writes) == 0 {
		return nil
	}
	if s.Embedded() {
		all := make([]embedded.Write, len(writes))
		for i := range writes {
			all[i] = writes[i].Write
		}
		if done, err := s.engine.Commit(ctx, all); done {
			return err
		}
	}
	for len(writes) > 0 {
		n := slices.IndexFunc(writes, func(w write) bool {
			return w.Collection != writes[0].Collection || w.New != writes[0].New
		})
		if n < 0 {
			n = len(writes)
		}
		n = min(n, replaceBatch)
		if err := s.writeSome(ctx, writes[:n]); err != nil {
			return err
		}
		writes = writes[n:]
	}
	return nil
}

// writeSome makes writes to one collection, which are all new or all not, by one command.
func (s *Store) writeSome(ctx context.Context, writes []write) error {
	ctx, cancel := context.WithTimeout(ctx, writeTimeout)
	defer cancel()
	in := s.named(writes[0].Collection)
	if writes[0].New {
		documents := make([]any, len(writes))
		for i := range writes {
			documents[i] = writes[i].Document
		}
		return in.insertMany(ctx, documents)
	}
	upsert := writes[0].Collection == keysCollection
	models := make([]mongo.WriteModel, len(writes))
	for i, w := range writes {
		filter := bson.D{{Key: "_id", Value: w.ID}}
		if !upsert {
			filter = s.atRevision(w.ID, w.before)
		}
		models[i] = mongo.NewReplaceOneModel().SetFilter(filter).SetReplacement(w.Document).SetUpsert(upsert)
	}
	matched, err := in.bulkWrite(ctx, models)
	if err == nil && !upsert && matched < int64(len(writes)) {
		return ErrConflict
	}
	return err
}

// checkTogether returns an error if a document that a member refers to is marked as closed, or a hold was given up.
func (s *Store) checkTogether(ctx context.Context, members []*member) error {
	var references, givenUpIDs []string
	for _, m := range members {
		if m.hold != nil {
			references = append(references, m.hold.References...)
			givenUpIDs = append(givenUpIDs, givenUp+m.hold.ID)
		}
	}
	if len(references) == 0 {
		return nil
	}
	slices.Sort(references)
	marks, err := s.closingsOf(ctx, slices.Compact(references))
	if err == nil && len(marks) > 0 {
		err = ErrConflict
	}
	if err != nil {
		return err
	}
	return s.eachOf(ctx, s.holds(), givenUpIDs, func(bson.Raw) error { return ErrConflict }) // there are few holds
}

// restoreLaterTogether is restoreLater for all members. FerretDB looks up by one id, and not by some of many.
func (s *Store) restoreLaterTogether(ctx context.Context, members []*member) error {
	if !s.inTwoSteps() {
		return nil
	}
	const inParallel = 16
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(inParallel)
	for _, m := range members {
		if m.change.Revision > 1 { // a new document replaces none
			group.Go(func() error { return s.restoreLater(ctx, m.change) })
		}
	}
	return group.Wait()
}
