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
	var from changesCursor
	if after != nil {
		if from, err = readCursor(*after); err != nil {
			return nil, err
		}
		if from.database != here.database {
			return nil, startOver(*after, "it is of another database")
		}
		if from.page == nil {
			if logged, known := f.catalog.ChangedBetween(from.position, s); known {
				return fromLog(logged, s, from, here, most), nil
			}
		}
	}
	all, err := f.listing(ctx, s, here)
	if err != nil {
		return nil, err
	}
	begin := here
	begin.position.Position = all.position
	begin.complete = f.told.completeAt(all.position)
	begin.gone, begin.page = begin.complete, &catalog.Moment{}
	switch goesOn := from.page != nil && from.position.Run == here.position.Run; {
	case after == nil:
		from = begin
	case !goesOn || from.position.Position > all.position:
		if from = from.elsewhere(begin); f.options.Clock.Since(from.gone) > cursorLife {
			return nil, startOver(*after, "it is too old")
		}
	}
	return all.page(s, from, here, most), nil
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
	logged []string, s *catalog.Snapshot, from, here changesCursor, most int,
) *catalog.DirectoryChanges {
	told, ids := make(map[string]bool), []string{}
	for read, id := range logged {
		if !told[id] && len(ids) == most {
			from.position.Position += int64(read)
			return catalog.NewDirectoryChanges(s, ids, from.String(), true)
		}
		if !told[id] {
			told[id], ids = true, append(ids, id)
		}
	}
	return catalog.NewDirectoryChanges(s, ids, here.String(), false)
}

// listing has when each document was last written that the public sees, or has seen, in the order of times.
type listing struct {
	// position is the one in the log from which a client goes on that has read all of it.
	position    int64
	shown, gone []catalog.Moment
}

// A listing is made anew after staleAfter more changes, which are told once more by the log, or where it is older than
// staleAge, which is then the age of the cursors that are given with it.
const (
	staleAfter = 1000
	staleAge   = time.Hour
)

// listing returns one that is good for a snapshot, whose cursor is here. The database is asked for what was deleted.
func (f *Feed) listing(ctx context.Context, s *catalog.Snapshot, here changesCursor) (*listing, error) {
	f.told.making.Lock()
	defer f.told.making.Unlock()
	last, known := f.told.listing, false
	if last != nil {
		from := catalog.LogPosition{Run: here.position.Run, Position: last.position}
		_, known = f.catalog.ChangedBetween(from, s)
		if known && here.position.Position-last.position <= staleAfter &&
			here.complete.Sub(f.told.completeAt(last.position)) <= staleAge {
			return last, nil
		}
	}
	deleted, err := f.store.DeletedSince(ctx, f.options.Clock().Add(-store.TombstoneLife))
	switch {
	case err != nil && known:
		return last, nil
	case err != nil:
		return nil, err
	}
	made := &listing{position: here.position.Position}
	for moment, gone := range s.Touched() {
		if gone {
			made.gone = append(made.gone, moment)
		} else {
			made.shown = append(made.shown, moment)
		}
	}
	for id, at := range deleted {
		if s.Revision(id) == 0 {
			made.gone = append(made.gone, catalog.Moment{At: at.UnixMilli(), ID: id})
		}
	}
	slices.SortFunc(made.shown, catalog.Moment.Compare)
	slices.SortFunc(made.gone, catalog.Moment.Compare)
	f.told.listing = made
	return made, nil
}

// page tells what was written later than the page before.
func (l *listing) page(s *catalog.Snapshot, from, here changesCursor, most int) *catalog.DirectoryChanges {
	shown, gone := later(l.shown, *from.page), later(l.gone, *from.page)
	if since := (catalog.Moment{At: milliseconds(from.gone)}); since.Compare(*from.page) > 0 {
		gone = later(l.gone, since)
	}
	var ids []string
	for len(ids) < most && len(shown)+len(gone) > 0 {
		next := &shown
		if len(shown) == 0 || len(gone) > 0 && gone[0].Compare(shown[0]) < 0 {
			next = &gone
		}
		from.page, *next = &(*next)[0], (*next)[1:]
		ids = append(ids, from.page.ID)
	}
	if len(shown)+len(gone) > 0 {
		return catalog.NewDirectoryChanges(s, ids, from.String(), true)
	}
	from.page = nil
	return catalog.NewDirectoryChanges(s, ids, from.String(), from.position != here.position)
}

// later returns the moments after one.
func later(moments []catalog.Moment, after catalog.Moment) []catalog.Moment {
	at, found := slices.BinarySearchFunc(moments, after, catalog.Moment.Compare)
	if found {
		at++
	}
	return moments[at:]
}

// told is what clients that follow the directory are answered from, besides the catalog.
type told struct {
	mutex sync.Mutex
	// marks say what the catalog had at some positions of its log, in order.
	marks  []mark
	making sync.Mutex // held while a listing is made
	// listing is the last one, nil before the first one was needed.
	listing *listing
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
