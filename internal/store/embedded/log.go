package embedded

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"
)

// The log of changes is a table beside the engine's own. Triggers write an entry for each document that is inserted,
// replaced or deleted, in the same transaction, whoever does that: the engine, a bulk write, an older findcare or a
// tool. Each entry has a random mark, so that a place in the log is found only in this log, and not in one that went on
// from a backup. The table is never empty: older versions of findcare would take an empty table for one that the engine
// has begun and not listed, and remove it.

const logTable = "findcare_changes"

// logged are the operations that are logged, with the row that has the id.
var logged = map[string]string{"insert": "NEW", "update": "NEW", "delete": "OLD"}

// triggerName is to be changed with any change of the trigger.
func triggerName(table, operation string) string { return table + "_findcare_log1_" + operation }

// Entry is a place in the log.
type Entry struct{ Number, Mark int64 }

// Changed is a document that an entry of the log is about.
type Changed struct {
	Collection, ID string
	// Revision is the present one, 0 where the document has none, was deleted, or does not exist.
	Revision int64
}

// StartLog makes the engine log changes in some collections, and index what is deleted there. Where it did not log all
// of them until now, the log begins anew.
func (e *Engine) StartLog(ctx context.Context, database string, collections []string) error {
	if !e.known {
		return nil
	}
	db, err := e.openFiles(database)
	if err != nil {
		return fmt.Errorf("log changes: %w", err)
	}
	db.SetMaxOpenConns(1)
	l := &changeLog{db: db}
	if err := l.start(ctx, collections); err != nil {
		return errors.Join(fmt.Errorf("log changes: %w", err), db.Close())
	}
	e.log = l
	return nil
}

// changeLog is the log of changes.
type changeLog struct {
	db     *sql.DB
	tables map[string]string // by collection
}

func (l *changeLog) start(ctx context.Context, collections []string) (err error) {
	if l.tables, err = tablesOf(ctx, l.db); err != nil {
		return err
	}
	existing, err := texts(ctx, l.db, `SELECT name FROM sqlite_schema WHERE type IN ('trigger', 'index')`)
	if err != nil {
		return err
	}
	var statements, missing []string
	for _, collection := range collections {
		table := l.tables[collection]
		if name := table + "_" + deletedIndex; !slices.Contains(existing, name) {
			const create = `CREATE INDEX %q ON %q (_ferretdb_sjson->'$.deletedAt') ` +
				`WHERE _ferretdb_sjson->'$.deletedAt' IS NOT NULL`
			statements = append(statements, fmt.Sprintf(create, name, table))
		}
		for operation, row := range logged {
			name := triggerName(table, operation)
			if slices.Contains(existing, name) {
				continue
			}
			const create = `CREATE TRIGGER %q AFTER %s ON %q BEGIN INSERT INTO ` + logTable +
				` (mark, collection, id) VALUES (random(), '%s', coalesce(%s._ferretdb_sjson->>'$._id', '')); END`
			missing = append(missing, fmt.Sprintf(create, name, strings.ToUpper(operation), table, collection, row))
		}
	}
	if len(missing) > 0 {
		statements = append(append(statements, emptyLog...), missing...)
	}
	return inTransaction(ctx, l.db, statements)
}

// emptyLog makes an empty log, but for an entry.
var emptyLog = []string{
	`CREATE TABLE IF NOT EXISTS ` + logTable + ` (number INTEGER PRIMARY KEY, mark INTEGER NOT NULL, ` +
		`collection TEXT NOT NULL, id TEXT NOT NULL) STRICT`,
	`INSERT INTO ` + logTable + ` (mark, collection, id) VALUES (random(), '', '')`,
	`DELETE FROM ` + logTable + ` WHERE number < (SELECT max(number) FROM ` + logTable + `)`,
}

func inTransaction(ctx context.Context, db *sql.DB, statements []string) error {
	if len(statements) == 0 {
		return nil
	}
	transaction, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	for _, statement := range statements {
		if _, err := transaction.ExecContext(ctx, statement); err != nil {
			return errors.Join(err, transaction.Rollback())
		}
	}
	return transaction.Commit()
}

// LastEntry returns the last entry of the log; false where there is no log.
func (e *Engine) LastEntry(ctx context.Context) (last Entry, logs bool, err error) {
	if e.log == nil {
		return last, false, nil
	}
	const query = `SELECT number, mark FROM ` + logTable + ` ORDER BY number DESC LIMIT 1`
	if err := e.log.db.QueryRowContext(ctx, query).Scan(&last.Number, &last.Mark); err != nil {
		return last, true, fmt.Errorf("read the log of changes: %w", err)
	}
	return last, true, nil
}

// HasEntry reports whether the log has an entry: whether all that it had until then happened to these files, too.
func (e *Engine) HasEntry(ctx context.Context, entry Entry) (has bool, err error) {
	if e.log == nil {
		return false, nil
	}
	const query = `SELECT count(*) FROM ` + logTable + ` WHERE number = ? AND mark = ?`
	var found int
	if err := e.log.db.QueryRowContext(ctx, query, entry.Number, entry.Mark).Scan(&found); err != nil {
		return false, fmt.Errorf("read the log of changes: %w", err)
	}
	return found > 0, nil
}

// ChangedSince returns the documents that were changed after an entry, but no more than some.
func (e *Engine) ChangedSince(ctx context.Context, entry Entry, most int) (changed []Changed, err error) {
	if e.log == nil {
		return nil, nil
	}
	for collection, table := range e.log.tables {
		const query = `SELECT id, coalesce((SELECT CAST(_ferretdb_sjson->>'$.revision' AS INTEGER) FROM %q ` +
			`WHERE _ferretdb_sjson->'$._id' = json_quote(changed.id) AND _ferretdb_sjson->'$.deletedAt' IS NULL), 0) ` +
			`FROM (SELECT DISTINCT id FROM ` + logTable + ` WHERE number > ? AND collection = ? LIMIT ?) changed`
		rows, err := e.log.db.QueryContext(
			ctx, fmt.Sprintf(query, table), entry.Number, collection, most-len(changed))
		if err == nil {
			changed, err = appendChanged(changed, collection, rows)
		}
		if err != nil {
			return nil, fmt.Errorf("read the log of changes: %w", err)
		}
	}
	return changed, nil
}

func appendChanged(changed []Changed, collection string, rows *sql.Rows) ([]Changed, error) {
	defer func() { _ = rows.Close() }()
	for rows.Next() {
		one := Changed{Collection: collection}
		if err := rows.Scan(&one.ID, &one.Revision); err != nil {
			return nil, err
		}
		changed = append(changed, one)
	}
	return changed, rows.Err()
}

// TrimLog removes all entries before one.
func (e *Engine) TrimLog(ctx context.Context, entry Entry) error {
	if e.log == nil {
		return nil
	}
	if _, err := e.log.db.ExecContext(ctx, `DELETE FROM `+logTable+` WHERE number < ?`, entry.Number); err != nil {
		return fmt.Errorf("trim the log of changes: %w", err)
	}
	return nil
}

// DeletedSince returns when those documents of a collection were deleted, in milliseconds by their ids, that the public
// has seen and that were deleted at a time or later; false where that is not known.
func (e *Engine) DeletedSince(
	ctx context.Context, collection string, since time.Time,
) (deleted map[string]int64, ok bool, err error) {
	if e.log == nil {
		return nil, false, nil
	}
	const query = `SELECT _ferretdb_sjson->>'$._id', _ferretdb_sjson->>'$.deletedAt' FROM %q ` +
		`WHERE _ferretdb_sjson->'$.deletedAt' IS NOT NULL AND _ferretdb_sjson->>'$.deletedAt' >= ? ` +
		`AND _ferretdb_sjson->>'$.wasShown'`
	rows, err := e.log.db.QueryContext(ctx, fmt.Sprintf(query, e.log.tables[collection]), since.UnixMilli())
	if err != nil {
		return nil, false, fmt.Errorf("look for deleted documents: %w", err)
	}
	defer func() { _ = rows.Close() }()
	deleted = make(map[string]int64)
	for rows.Next() {
		var id string
		var at int64
		if err := rows.Scan(&id, &at); err != nil {
			return nil, false, fmt.Errorf("look for deleted documents: %w", err)
		}
		deleted[id] = at
	}
	return deleted, true, rows.Err()
}

// Deleted returns the ids of the documents of a collection that were deleted before a time; false where that is not
// known.
func (e *Engine) Deleted(ctx context.Context, collection string, before time.Time) (ids []string, ok bool, err error) {
	if e.log == nil {
		return nil, false, nil
	}
	const query = `SELECT _ferretdb_sjson->>'$._id' FROM %q WHERE _ferretdb_sjson->'$.deletedAt' IS NOT NULL ` +
		`AND _ferretdb_sjson->>'$.deletedAt' < ?`
	ids, err = texts(ctx, e.log.db, fmt.Sprintf(query, e.log.tables[collection]), before.UnixMilli())
	if err != nil {
		return nil, false, fmt.Errorf("look for deleted documents: %w", err)
	}
	return ids, true, nil
}
