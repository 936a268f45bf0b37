package replication

import (
	"context"

	"findcare/internal/catalog"
	"findcare/models"
)

// build reads the directory into a new snapshot, and fills it first if need be.
func (f *Feed) build(ctx context.Context) (*catalog.Snapshot, error) {
	entry, logs, err := f.store.LastLogged(ctx)
	if err != nil {
		return nil, err
	}
	documents, err := f.store.Load(ctx)
	if err != nil {
		return nil, err
	}
	f.logged = entry
	if logs && f.options.Checkpoint.Path == "" {
		if err := f.store.TrimLog(ctx, entry); err != nil { // for nobody
			return nil, err
		}
	}
	fill := false
	if !f.current.Load() {
		if fill, err = f.toFill(ctx, documents.Len()+f.store.Quarantined() == 0); err != nil {
			return nil, err
		}
	}
	if fill {
		if err := f.options.Fill(ctx); models.ErrorCode(err) == models.CodeReadOnly {
			return catalog.Build(documents, f.options.Catalog), nil
		} else if err != nil {
			return nil, err
		}
		if documents, err = f.store.Load(ctx); err != nil {
			return nil, err
		}
	}
	return catalog.Build(documents, f.options.Catalog), nil
}

// toFill reports whether the directory has to be filled, and logs what else is unfinished.
func (f *Feed) toFill(ctx context.Context, empty bool) (fill bool, err error) {
	unfinished, err := f.store.Unfinished(ctx)
	if err != nil {
		return false, err
	}
	fill = empty && f.options.Fill != nil
	for _, what := range unfinished {
		if f.options.Fill != nil && what == f.options.FillMark {
			fill = true
			continue
		}
		f.options.Logger.Warn("an import is not finished: it is in progress, or was interrupted and has to be repeated",
			"what", what)
	}
	return fill, nil
}
