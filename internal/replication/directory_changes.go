package replication

import (
	"context"
	"slices"
	"sync"
	"time"

	"findcare/internal/catalog"
	"findcare/internal/store"
	"findcare/models"
)

// Clients that follow the directory get what has changed since their cursor from the catalog's log of changes. The log
// does not go back for ever, and is that of one process. A cursor of another one, or an older one, is answered by the
// times at which documents were written instead: it has a time before which its server had everything. What changes
// while a client reads its pages is in the log from where they began.

const (
	usualChanges = 100
	mostChanges  = 100
	// cursorLife is how long a cursor can be answered by times: for as long as tombstones are surely kept.
	cursorLife = store.TombstoneLife - time.Hour
)

// DirectoryChanges returns what the public sees differently in a snapshot than when the server gave a cursor; all that
// it sees, without a cursor. First is from 1 to 100, by default 100. Some of it may have been told before. The error
// has the code START_OVER where the cursor is too old or of another database, BAD_USER_INPUT where it is none, and
// UNAVAILABLE where the database does not answer that has to be asked.
func (f *Feed) DirectoryChanges(
	ctx context.Context, s *catalog.Snapshot, after *string, first *int,
) (*catalog.DirectoryChanges, error) {
	if f == nil { // only a directory is served, and no database
		return nil, store.ErrUnavailable
	}
	most := usualChanges
	if first != nil {
		most = *first
	}
	if most < 1 || most > mostChanges {
		return nil, models.BadInput("first: %d must be from 1 to %d", most, mostChanges)
	}
	here, err := f.cursor(ctx, s)
	if err != nil {
		return nil, err
	}
	from := here
	from.page = &catalog.Moment{}
	if after != nil {
		if from, err = readCursor(*after); err != nil {
			return nil, err
		}
		if from.database != here.database {
			return nil, startOver(*after, "it is of another database")
		}
	}
	if from.page == nil {
		if logged, known := f.catalog.ChangedBetween(from.position, s); known {
			return fromLog(logged, s, from, here, most), nil
		}
	} else if from.position.Run == here.position.Run && from.position.Position <= here.position.Position {
		return f.page(ctx, s, from, most)
	}
	if from = from.elsewhere(here); f.options.Clock.Since(from.gone) > cursorLife {
		return nil, startOver(*after, "it is too old")
	}
	return f.page(ctx, s, from, most)
}

// ChangesCursor returns a cursor of the directory as it is now.
func (f *Feed) ChangesCursor(ctx context.Context) (string, error) {
	here, err := f.cursor(ctx, f.catalog.Current())
	return here.String(), err
}

func startOver(cursor, reason string) error {
	return &models.Error{
		Code:    models.CodeStartOver,
		Message: "after: " + quoted(cursor) + " cannot be followed: " + reason + "; begin again without it",
	}
}

// cursor returns that of a snapshot.
func (f *Feed) cursor(ctx context.Context, s *catalog.Snapshot) (cursor changesCursor, err error) {
	if cursor.database, err = f.database(ctx); err != nil {
		return cursor, err
	}
	if f.store.Embedded() && f.current.Load() {
		f.complete(f.options.Clock().Add(-store.PollOverlap))
	}
	cursor.position = f.catalog.PositionOf(s)
	cursor.complete = f.told.completeAt(cursor.position.Position)
	cursor.gone = cursor.complete
	return cursor, nil
}

// database returns what tells a database from others, also from those that are restored from its backups. It is 0 for
// one that is only read and has nothing of the kind.
func (f *Feed) database(ctx context.Context) (uint64, error) {
	secret, err := f.store.Secret(ctx, "changes")
	switch {
	case models.ErrorCode(err) == models.CodeReadOnly:
		return 0, nil
	case err != nil:
		return 0, err
	}
	return firstBytes(secret), nil
}

// fromLog tells what the log has, each document once.
func fromLog(
	logged []catalog.Logged, s *catalog.Snapshot, from, here changesCursor, most int,
) *catalog.DirectoryChanges {
	told, ids := make(map[string]bool), []string{}
	for read, entry := range logged {
		if !told[entry.ID] && len(ids) == most {
			from.position.Position += int64(read)
			return catalog.NewDirectoryChanges(s, ids, from.String(), true)
		}
		if !told[entry.ID] {
			told[entry.ID], ids = true, append(ids, entry.ID)
		}
	}
	return catalog.NewDirectoryChanges(s, ids, here.String(), false)
}

// page tells what was written later than the page before.
func (f *Feed) page(
	ctx context.Context, s *catalog.Snapshot, from changesCursor, most int,
) (*catalog.DirectoryChanges, error) {
	deleted, err := f.deletedSince(ctx, s, from.gone)
	if err != nil {
		return nil, err
	}
	next := earliest{most: most + 1}
	for moment, gone := range s.Touched() {
		if moment.Compare(*from.page) > 0 && !(gone && moment.At.Before(from.gone)) {
			next.add(moment)
		}
	}
	for _, moment := range deleted {
		if moment.Compare(*from.page) > 0 && !s.Shows(moment.ID) {
			next.add(moment)
		}
	}
	moments := next.sorted()
	hasMore := len(moments) > most
	if hasMore {
		moments = moments[:most]
		from.page = &moments[most-1]
	} else {
		from.page, hasMore = nil, from.position != f.catalog.PositionOf(s)
	}
	ids := make([]string, len(moments))
	for i, moment := range moments {
		ids[i] = moment.ID
	}
	return catalog.NewDirectoryChanges(s, ids, from.String(), hasMore), nil
}

// earliest keeps the earliest of some moments.
type earliest struct {
	most    int
	moments []catalog.Moment
}

func (e *earliest) add(moment catalog.Moment) {
	if e.moments = append(e.moments, moment); len(e.moments) >= 8*e.most {
		e.moments = e.sorted()
	}
}

func (e *earliest) sorted() []catalog.Moment {
	slices.SortFunc(e.moments, catalog.Moment.Compare)
	e.moments = slices.Compact(e.moments)
	return e.moments[:min(e.most, len(e.moments))]
}

// told is what clients that follow the directory are answered from, besides the catalog.
type told struct {
	mutex sync.Mutex
	// marks say what the catalog had at some positions of its log, in order.
	marks []mark
	// deleted are the documents that were deleted before the log was at a position; nil before they were asked for.
	deleted  map[string]time.Time
	position catalog.LogPosition
}

// mark says that the catalog had everything that was written before a time when its log was at a position.
type mark struct {
	position int64
	complete time.Time
}

// mostMarks are enough for requests that take long: a second may have one.
const mostMarks = 64

// complete notes that the catalog has everything that was written before a time.
func (f *Feed) complete(before time.Time) {
	f.told.mark(f.catalog.PositionOf(f.catalog.Current()).Position, before)
}

func (t *told) mark(position int64, at time.Time) {
	t.mutex.Lock()
	defer t.mutex.Unlock()
	last := len(t.marks) - 1
	switch {
	case last >= 0 && at.Sub(t.marks[last].complete) < time.Second && position != t.marks[last].position:
		return
	case last >= 0 && position == t.marks[last].position:
		t.marks = t.marks[:last]
	case last+1 == mostMarks:
		t.marks = slices.Delete(t.marks, 0, mostMarks/2)
	}
	t.marks = append(t.marks, mark{position, at})
}

// completeAt returns a time before which a snapshot has everything, whose position this is; zero where none is known.
func (t *told) completeAt(position int64) time.Time {
	t.mutex.Lock()
	defer t.mutex.Unlock()
	for _, m := range slices.Backward(t.marks) {
		if m.position <= position {
			return m.complete
		}
	}
	return time.Time{}
}

// deletedSince returns what was deleted since a time, also what was deleted while nobody noted when, which is then the
// latest. The database is asked once, and again when the log does not go back so far any more.
func (f *Feed) deletedSince(ctx context.Context, s *catalog.Snapshot, since time.Time) ([]catalog.Moment, error) {
	f.told.mutex.Lock()
	defer f.told.mutex.Unlock()
	logged, known := f.catalog.ChangedBetween(f.told.position, s)
	if f.told.deleted == nil || !known {
		position := f.catalog.PositionOf(s)
		deleted, err := f.store.DeletedSince(ctx, f.options.Clock().Add(-store.TombstoneLife))
		if err != nil {
			return nil, err
		}
		f.told.deleted, f.told.position, logged = deleted, position, nil
	}
	var moments []catalog.Moment
	for id, at := range f.told.deleted {
		if !at.Before(since) {
			moments = append(moments, catalog.Moment{At: at, ID: id})
		}
	}
	for _, entry := range logged {
		if s.Revision(entry.ID) > 0 {
			continue
		}
		if entry.At.IsZero() {
			entry.At = time.UnixMilli(latest)
		}
		if at := entry.At.Truncate(time.Millisecond); !at.Before(since) {
			moments = append(moments, catalog.Moment{At: at, ID: entry.ID})
		}
	}
	return moments, nil
}
