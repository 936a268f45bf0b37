package embedded

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"

	"go.mongodb.org/mongo-driver/v2/bson"
	"golang.org/x/sync/errgroup"
)

// Reading a collection through the engine costs more than all that is done with it: the engine decodes JSON with a
// decoder for each value, encodes BSON for the wire, and the driver copies that. So whole collections are read from the
// engine's files, where every row becomes BSON in one pass (form_read.go).

// chunk is a number of rows, read ahead of those that are visited.
type chunk struct {
	documents []bson.Raw
	others    []string // the ids of documents in another form
	content   []byte   // of the documents
}

// Each visits all documents of a collection as they were at one moment, in the order of the files, with all their
// fields or those that are named. Documents whose rows are not in the form that the engine writes are left to others,
// which gets their ids. Done is false, and nothing was visited, if the engine has to read.
func (e *Engine) Each(
	ctx context.Context,
	collection string,
	fields []string,
	visit func(bson.Raw) error,
	others func(ids []string) error,
) (done bool, err error) {
	table, known := e.tables[collection]
	if !known {
		return false, nil
	}
	const ahead = 4
	chunks := make(chan chunk, ahead)
	group, ctx := errgroup.WithContext(ctx)
	group.Go(func() error {
		defer close(chunks)
		return e.read(ctx, table, wanted(fields), chunks)
	})
	group.Go(func() error {
		for chunk := range chunks {
			if err := chunk.visit(ctx, visit, others); err != nil {
				return err
			}
		}
		return nil
	})
	return true, group.Wait()
}

func (c *chunk) visit(ctx context.Context, visit func(bson.Raw) error, others func(ids []string) error) error {
	for _, document := range c.documents {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := visit(document); err != nil {
			return err
		}
	}
	if len(c.others) == 0 {
		return nil
	}
	return others(c.others)
}

// wanted are the fields that a reader gets, nil for all.
func wanted(fields []string) map[string]bool {
	if fields == nil {
		return nil
	}
	wanted := map[string]bool{"_id": true}
	for _, field := range fields {
		wanted[field] = true
	}
	return wanted
}

// read sends all rows of a table, decoded. One statement is one transaction.
func (e *Engine) read(ctx context.Context, table string, fields map[string]bool, to chan<- chunk) error {
	rows, err := e.db.QueryContext(ctx, fmt.Sprintf(`SELECT _ferretdb_sjson FROM %q`, table))
	if err != nil {
		return err
	}
	defer func() { _ = rows.Close() }()
	for more := true; more; {
		var next chunk
		if more, err = next.fill(rows, fields); err != nil {
			return err
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case to <- next:
		}
	}
	return rows.Err()
}

// fill reads the next rows. More is false at the end.
func (c *chunk) fill(rows *sql.Rows, fields map[string]bool) (more bool, err error) {
	const size = 1 << 18
	c.content = make([]byte, 0, size)
	for len(c.content) < size {
		if !rows.Next() {
			return false, nil
		}
		var stored string
		if err := rows.Scan(&stored); err != nil {
			return false, err
		}
		if err := c.add(stored, fields); err != nil {
			return false, err
		}
	}
	return true, nil
}

// add adds the document of a row.
func (c *chunk) add(stored string, fields map[string]bool) error {
	start := len(c.content)
	if content, ok := appendDocument(c.content, stored, fields); ok {
		c.content = content
		c.documents = append(c.documents, bson.Raw(content[start:len(content):len(content)]))
		return nil
	}
	var other struct {
		ID string `json:"_id"`
	}
	if err := json.Unmarshal([]byte(stored), &other); err != nil {
		return fmt.Errorf("read a row in another form: %w", err)
	}
	c.others = append(c.others, other.ID)
	return nil
}

// Count returns how many documents a collection has. Done is false if the engine has to count.
func (e *Engine) Count(ctx context.Context, collection string) (n int64, done bool, err error) {
	table, known := e.tables[collection]
	if !known {
		return 0, false, nil
	}
	err = e.db.QueryRowContext(ctx, fmt.Sprintf(`SELECT count(*) FROM %q`, table)).Scan(&n)
	return n, true, err
}
