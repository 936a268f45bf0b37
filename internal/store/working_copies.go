package store

import (
	"cmp"
	"context"
	"slices"
	"sync"
	"time"

	"go.mongodb.org/mongo-driver/v2/bson"
	"go.mongodb.org/mongo-driver/v2/mongo/options"

	"findcare/models"
)

// A save of a working copy is a document of its own, and is only ever inserted: its id has the number of the save, so
// that one of several concurrent savers succeeds, on every engine. The last save of a document is its working copy. The
// saves before it lose their content and are removed a day later: until then they keep a slow saver from making one of
// them again. A working copy that ends leaves its last save without a content, so that no number is ever used twice.

// copyLife is how long a save is kept without its content.
const copyLife = 24 * time.Hour

// copyHeads are the last saves of all documents, without their contents. They are kept for the embedded engine, which
// would look at every save to find one.
type copyHeads struct {
	mutex sync.Mutex
	// byDocument is nil before it was read, and after a write of which it is not known whether it took place.
	byDocument map[string]*models.WorkingCopy
}

// WorkingCopy returns the last save of a document, which may have ended a working copy; false if there is none.
func (s *Store) WorkingCopy(ctx context.Context, documentID string) (last *models.WorkingCopy, found bool, err error) {
	if !s.Embedded() {
		return s.lastSave(ctx, documentID)
	}
	for missed := ""; ; {
		head, found, err := s.head(ctx, documentID)
		if err != nil || !found || !head.Open {
			return head, found, err
		}
		last = new(models.WorkingCopy)
		if found, err := s.findOne(ctx, s.copies(), head.ID, last); found || err != nil || head.ID == missed {
			return last, found, err
		}
		missed = head.ID // another save may just have taken its place
	}
}

// head returns the last save of a document in the embedded engine, without its content.
func (s *Store) head(ctx context.Context, documentID string) (head *models.WorkingCopy, found bool, err error) {
	s.heads.mutex.Lock()
	defer s.heads.mutex.Unlock()
	if err := s.readHeads(ctx); err != nil {
		return nil, false, err
	}
	head, found = s.heads.byDocument[documentID]
	return head, found, nil
}

// lastSave looks for the last save of a document.
func (s *Store) lastSave(ctx context.Context, documentID string) (last *models.WorkingCopy, found bool, err error) {
	saves, err := s.saves(ctx, bson.D{{Key: "document", Value: documentID}},
		options.Find().SetSort(bson.D{{Key: "save", Value: -1}}).SetLimit(1))
	if err != nil || len(saves) == 0 {
		return nil, false, err
	}
	return &saves[0], true, nil
}

func (s *Store) saves(
	ctx context.Context, filter bson.D, how *options.FindOptionsBuilder,
) (saves []models.WorkingCopy, err error) {
	if s.unreachable.Load() {
		return nil, s.available(ErrUnavailable, "look for working copies")
	}
	ctx, cancel := context.WithTimeout(ctx, writeTimeout)
	defer cancel()
	cursor, err := s.copies().find(ctx, filter, how)
	if err == nil {
		err = cursor.All(ctx, &saves)
	}
	return saves, s.available(err, "look for working copies")
}

// headOnly leaves out what is large.
func headOnly() *options.FindOptionsBuilder {
	return options.Find().SetProjection(bson.D{{Key: "content", Value: 0}, {Key: "base", Value: 0}})
}

// readHeads reads the last saves of the embedded engine, unless they are known.
func (s *Store) readHeads(ctx context.Context) error {
	if s.heads.byDocument != nil {
		return nil
	}
	saves, err := s.saves(ctx, bson.D{}, headOnly())
	if err != nil {
		return err
	}
	s.heads.byDocument = lastOf(saves)
	return nil
}

// lastOf returns the last of some saves of each document.
func lastOf(saves []models.WorkingCopy) map[string]*models.WorkingCopy {
	last := make(map[string]*models.WorkingCopy)
	for i := range saves {
		if known := last[saves[i].DocumentID]; known == nil || known.Save < saves[i].Save {
			last[saves[i].DocumentID] = &saves[i]
		}
	}
	return last
}

// AddWorkingCopy stores the next save of a working copy, or its end. The error is ErrDuplicate if another one came
// first.
func (s *Store) AddWorkingCopy(ctx context.Context, save *models.WorkingCopy) error {
	ctx = context.WithoutCancel(ctx) // a client that disconnects must not leave half a write
	if s.Embedded() {
		return s.addEmbedded(ctx, save)
	}
	if err := s.insert(ctx, s.copies(), save); err != nil {
		return err
	}
	s.StripWorkingCopy(ctx, models.WorkingCopyID(save.DocumentID, save.Save-1), save)
	return nil
}

func (s *Store) addEmbedded(ctx context.Context, save *models.WorkingCopy) error {
	before, err := s.addHead(ctx, save)
	if err == nil && before != "" { // if this fails, it is no more than a waste
		_ = s.copies().deleteOne(ctx, bson.D{{Key: "_id", Value: before}})
	}
	return err
}

// addHead stores the next save, and returns the id of the one before it, "" if there was none.
func (s *Store) addHead(ctx context.Context, save *models.WorkingCopy) (before string, err error) {
	s.heads.mutex.Lock()
	defer s.heads.mutex.Unlock()
	if err := s.readHeads(ctx); err != nil {
		return "", err
	}
	known := s.heads.byDocument[save.DocumentID]
	if known != nil && known.Save >= save.Save {
		return "", ErrDuplicate
	}
	if err := s.insert(ctx, s.copies(), save); err != nil {
		s.heads.byDocument = nil
		return "", err
	}
	head := *save
	head.Content, head.Base = nil, nil
	s.heads.byDocument[save.DocumentID] = &head
	if known != nil {
		before = known.ID
	}
	return before, nil
}

// StripWorkingCopy takes away the content of a save that a later one followed, and removes those of the days before. If
// it fails, that is no more than a waste: only the last save counts.
func (s *Store) StripWorkingCopy(ctx context.Context, id string, last *models.WorkingCopy) {
	ctx, cancel := context.WithTimeout(ctx, writeTimeout)
	defer cancel()
	_ = s.copies().updateOne(ctx, bson.D{{Key: "_id", Value: id}}, bson.D{
		{Key: "$set", Value: bson.D{{Key: "open", Value: false}}},
		{Key: "$unset", Value: bson.D{
			{Key: "content", Value: ""}, {Key: "base", Value: ""}, {Key: "due", Value: ""},
		}},
	})
	_, _ = s.copies().deleteMany(ctx, bson.D{
		{Key: "document", Value: last.DocumentID},
		{Key: "save", Value: bson.D{{Key: "$lt", Value: last.Save}}},
		{Key: "savedAt", Value: bson.D{{Key: "$lt", Value: last.SavedAt.Add(-copyLife)}}},
	})
}

// WorkingCopies returns the open working copies, the one saved last first, without their contents. If a process died
// while it ended one, that one may be among them.
func (s *Store) WorkingCopies(ctx context.Context) (open []models.WorkingCopy, err error) {
	heads, err := s.openHeads(ctx)
	for _, head := range heads {
		if head.Open {
			open = append(open, *head)
		}
	}
	slices.SortFunc(open, func(a, b models.WorkingCopy) int {
		return cmp.Or(b.SavedAt.Compare(a.SavedAt), cmp.Compare(a.DocumentID, b.DocumentID))
	})
	return open, err
}

func (s *Store) openHeads(ctx context.Context) (map[string]*models.WorkingCopy, error) {
	if s.Embedded() {
		s.heads.mutex.Lock()
		defer s.heads.mutex.Unlock()
		err := s.readHeads(ctx)
		heads := make(map[string]*models.WorkingCopy, len(s.heads.byDocument))
		for id, head := range s.heads.byDocument {
			heads[id] = head
		}
		return heads, err
	}
	saves, err := s.saves(ctx, bson.D{{Key: "open", Value: true}}, headOnly())
	return lastOf(saves), err
}

// DueWorkingCopies returns the saves that are to be published by a time, the earliest first, without their contents.
// Another save may have followed one of them.
func (s *Store) DueWorkingCopies(ctx context.Context, by time.Time) (due []models.WorkingCopy, err error) {
	if !s.Embedded() {
		filter := bson.D{{Key: "due", Value: bson.D{{Key: "$lte", Value: by}}}}
		due, err = s.saves(ctx, filter, headOnly())
	} else {
		s.heads.mutex.Lock()
		defer s.heads.mutex.Unlock()
		err = s.readHeads(ctx)
		for _, head := range s.heads.byDocument {
			if head.Due != nil && !head.Due.After(by) {
				due = append(due, *head)
			}
		}
	}
	slices.SortFunc(due, func(a, b models.WorkingCopy) int { return a.Due.Compare(*b.Due) })
	return due, err
}

// FailSchedule stores why a save was not published at its time.
func (s *Store) FailSchedule(ctx context.Context, save *models.WorkingCopy, reason string) error {
	ctx, cancel := context.WithTimeout(ctx, writeTimeout)
	defer cancel()
	err := s.copies().updateOne(ctx, bson.D{{Key: "_id", Value: save.ID}, {Key: "open", Value: true}}, bson.D{
		{Key: "$set", Value: bson.D{{Key: "schedule.failure", Value: reason}}},
		{Key: "$unset", Value: bson.D{{Key: "due", Value: ""}}},
	})
	if s.Embedded() {
		s.heads.mutex.Lock()
		defer s.heads.mutex.Unlock()
		if head := s.heads.byDocument[save.DocumentID]; err != nil {
			s.heads.byDocument = nil
		} else if head != nil && head.Save == save.Save {
			failed, schedule := *head, *head.Schedule
			schedule.Failure = reason
			failed.Due, failed.Schedule = nil, &schedule
			s.heads.byDocument[save.DocumentID] = &failed
		}
	}
	return s.available(err, "keep that a schedule failed")
}

// Time returns the time by the clock of the database; zero if that is the clock of this process, or not told.
func (s *Store) Time(ctx context.Context) (time.Time, error) {
	if s.Embedded() {
		return time.Time{}, nil
	}
	ctx, cancel := context.WithTimeout(ctx, writeTimeout)
	defer cancel()
	var hello struct {
		LocalTime time.Time `bson:"localTime"`
	}
	err := s.client.Database("admin").RunCommand(ctx, bson.D{{Key: "hello", Value: 1}}).Decode(&hello)
	return hello.LocalTime, s.available(err, "ask the database for the time")
}
