package embedded

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"path/filepath"
	"slices"

	"go.mongodb.org/mongo-driver/v2/bson"
	"golang.org/x/sync/errgroup"
)

// bulk writes new documents into the files of the embedded engine, in the engine's own form, but many in one
// transaction, and encoded once instead of three times: for the wire, from the wire, and for SQLite.
type bulk struct {
	db     *sql.DB
	tables map[string]string // by collection
}

// openFiles opens the engine's files beside the engine. SQLite coordinates the two.
func (e *Engine) openFiles(database string, pragmas ...string) (*sql.DB, error) {
	query := url.Values{
		"_pragma": append([]string{"busy_timeout(10000)"}, pragmas...),
		"_txlock": {"immediate"}, // whoever begins a transaction writes
	}
	address := url.URL{
		Scheme:   "file",
		Opaque:   (&url.URL{Path: filepath.Join(e.files, database+".sqlite")}).EscapedPath(),
		RawQuery: query.Encode(),
	}
	return sql.Open("sqlite", address.String())
}

// tablesOf returns the names of the engine's tables by collection.
func tablesOf(ctx context.Context, db *sql.DB) (map[string]string, error) {
	rows, err := db.QueryContext(ctx, `SELECT name, table_name FROM _ferretdb_collections`)
	if err != nil {
		return nil, err
	}
	defer func() { _ = rows.Close() }()
	tables := make(map[string]string)
	for rows.Next() {
		var name, table string
		if err := rows.Scan(&name, &table); err != nil {
			return nil, err
		}
		tables[name] = table
	}
	return tables, rows.Err()
}

// OpenFiles makes the engine ready to read and write its files itself. Sample is a document of a collection, as
// FerretDB returns it: if its row is not what this package would have written, FerretDB goes on to read and write
// everything.
func (e *Engine) OpenFiles(ctx context.Context, o Options, collection string, sample bson.Raw) error {
	if !e.known {
		return nil
	}
	db, err := e.openFiles(o.Database, slices.Concat(o.pragmas(), []string{"synchronous(normal)"})...)
	if err != nil {
		return fmt.Errorf("open the engine's files: %w", err)
	}
	const idle = 16
	db.SetMaxIdleConns(idle)
	tables, err := tablesOf(ctx, db)
	if err != nil {
		return errors.Join(fmt.Errorf("open the engine's files: %w", err), db.Close())
	}
	same, err := isWrittenAs(ctx, db, tables[collection], sample)
	if err != nil {
		return errors.Join(fmt.Errorf("look at a row of the engine: %w", err), db.Close())
	}
	if !same {
		e.logger.Warn("the embedded engine writes its rows in another form than findcare knows: it is slower")
		return db.Close()
	}
	e.db, e.tables = db, tables
	writer, err := e.openFiles(o.Database, slices.Concat([]string{"wal_autocheckpoint(16384)"}, o.pragmas())...)
	if err != nil {
		return fmt.Errorf("open the engine's files: %w", err)
	}
	writer.SetMaxOpenConns(1)
	if o.Bulk {
		e.bulk = &bulk{db: writer, tables: tables}
	} else {
		e.writer = writer
	}
	return nil
}

// isWrittenAs reports whether a table has the row that this package would write for a document.
func isWrittenAs(ctx context.Context, db *sql.DB, table string, document bson.Raw) (bool, error) {
	want, ok := appendStored(nil, document)
	if !ok || table == "" {
		return false, nil
	}
	found, err := texts(ctx, db, fmt.Sprintf(`SELECT 1 FROM %q WHERE _ferretdb_sjson = ?`, table), string(want))
	return len(found) > 0, err
}

// stop moves the write-ahead log into the database, and syncs it to the disk.
func (b *bulk) stop() error {
	var busy, pages, moved int
	err := b.db.QueryRow(`PRAGMA wal_checkpoint(TRUNCATE)`).Scan(&busy, &pages, &moved)
	if err == nil && busy != 0 {
		err = errors.New("the engine's files are in use")
	}
	if err != nil {
		err = fmt.Errorf("force to the disk what was written: %w", err)
	}
	return errors.Join(err, b.db.Close())
}

// Insert writes all documents or none. Done is false if FerretDB has to write them.
func (e *Engine) Insert(ctx context.Context, collection string, documents []bson.Raw) (done bool, err error) {
	if e.bulk == nil {
		return false, nil
	}
	b := e.bulk
	table, known := b.tables[collection]
	if !known {
		return false, nil
	}
	transaction, err := b.db.BeginTx(ctx, nil)
	if err != nil {
		return false, err
	}
	err = write(ctx, transaction, table, documents)
	if err == nil {
		return true, transaction.Commit()
	}
	_ = transaction.Rollback()
	if errors.Is(err, errOtherType) {
		return false, nil
	}
	return false, err
}

// errOtherType means that a document holds a type that no document of the directory has.
var errOtherType = errors.New("another type")

// write encodes the next documents while the previous ones are written.
func write(ctx context.Context, transaction *sql.Tx, table string, documents []bson.Raw) error {
	const together, ahead = 20, 5
	texts := make(chan []any, ahead)
	group, ctx := errgroup.WithContext(ctx)
	group.Go(func() error {
		defer close(texts)
		for some := range slices.Chunk(documents, together) {
			encoded, err := encode(some)
			if err != nil {
				return err
			}
			select {
			case texts <- encoded:
			case <-ctx.Done():
				return ctx.Err()
			}
		}
		return nil
	})
	group.Go(func() error {
		for some := range texts {
			if _, err := transaction.ExecContext(ctx, insertInto(table, len(some)), some...); err != nil {
				return err
			}
		}
		return nil
	})
	return group.Wait()
}

func encode(documents []bson.Raw) ([]any, error) {
	texts := make([]any, len(documents))
	var content []byte
	for i, document := range documents {
		var ok bool
		if content, ok = appendStored(content[:0], document); !ok {
			return nil, errOtherType
		}
		texts[i] = string(content)
	}
	return texts, nil
}
