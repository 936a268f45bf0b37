package embedded

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"go.mongodb.org/mongo-driver/v2/bson"
)

// The engine gives each document a transaction of its own, and waits for the disk after each. Documents that are
// written together are therefore written to its files: in one transaction, and with one wait.

// Write is one document that Commit writes.
type Write struct {
	Collection, ID string
	Document       bson.Raw
	// New means that there must be no document with the id yet. Otherwise one that is there is replaced.
	New bool
}

// Commit makes all writes, in their order, or none of them. They are on the disk when it returns. Done is false if the
// engine has to write.
func (e *Engine) Commit(ctx context.Context, writes []Write) (done bool, err error) {
	if e.writer == nil {
		return false, nil
	}
	statements, ok := e.statements(writes)
	if !ok {
		return false, nil
	}
	transaction, err := e.writer.BeginTx(ctx, nil)
	if err != nil {
		return true, err
	}
	for _, s := range statements {
		if _, err := transaction.ExecContext(ctx, s.text, s.documents...); err != nil {
			_ = transaction.Rollback()
			return true, err
		}
	}
	return true, transaction.Commit()
}

// statement writes some documents to one table.
type statement struct {
	text      string
	documents []any
}

// statements encodes writes, as many as possible in each statement. Ok is false if the form of one is unknown.
func (e *Engine) statements(writes []Write) (statements []statement, ok bool) {
	const together = 20
	for len(writes) > 0 {
		first := writes[0]
		n := slices.IndexFunc(writes, func(w Write) bool { return w.Collection != first.Collection || w.New != first.New })
		if n < 0 {
			n = len(writes)
		}
		n = min(n, together)
		documents := make([]bson.Raw, n)
		for i := range documents {
			documents[i] = writes[i].Document
		}
		encoded, err := encode(documents)
		table, known := e.tables[first.Collection]
		if err != nil || !known {
			return nil, false
		}
		text := insertInto(table, n)
		if !first.New {
			text += ` ON CONFLICT (_ferretdb_sjson->'$._id') DO UPDATE SET _ferretdb_sjson = excluded._ferretdb_sjson`
		}
		statements = append(statements, statement{text, encoded})
		writes = writes[n:]
	}
	return statements, true
}

// insertInto is the statement that inserts some rows. SQLite's driver parses a statement each time that it is executed,
// so each one inserts several.
func insertInto(table string, rows int) string {
	return fmt.Sprintf(`INSERT INTO %q (_ferretdb_sjson) VALUES (?)%s`, table, strings.Repeat(",(?)", rows-1))
}

// Remove removes documents, without waiting for the disk: after a power failure, they may be there again. Done is false
// if the engine has to remove them.
func (e *Engine) Remove(ctx context.Context, collection string, ids []string) (done bool, err error) {
	table, known := e.tables[collection]
	if !known {
		return false, nil
	}
	condition, arguments := withID(ids)
	_, err = e.db.ExecContext(ctx, fmt.Sprintf(`DELETE FROM %q WHERE %s`, table, condition), arguments...)
	return true, err
}

// withID is the condition that a row is of one of some ids, in the words of the index of ids, and its arguments.
func withID(ids []string) (condition string, arguments []any) {
	for _, id := range ids {
		arguments = append(arguments, string(appendText(nil, id)))
	}
	return `_ferretdb_sjson->'$._id' IN (?` + strings.Repeat(",?", len(ids)-1) + `)`, arguments
}

// FindAll visits the documents that have one of some ids, in no particular order. Done is false if the engine has to
// find them, and then none was visited.
func (e *Engine) FindAll(
	ctx context.Context,
	collection string,
	ids []string,
	visit func(bson.Raw) error,
) (done bool, err error) {
	table, known := e.tables[collection]
	if !known {
		return false, nil
	}
	var found chunk
	for some := range slices.Chunk(ids, 100) {
		condition, arguments := withID(some)
		query := fmt.Sprintf(`SELECT _ferretdb_sjson FROM %q WHERE %s`, table, condition)
		stored, err := texts(ctx, e.db, query, arguments...)
		if err != nil {
			return true, err
		}
		for _, stored := range stored {
			if err := found.add(stored, nil); err != nil {
				return true, err
			}
		}
	}
	if len(found.others) > 0 {
		return false, nil
	}
	return true, found.visit(ctx, visit, nil)
}
