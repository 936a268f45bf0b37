package replication

import (
	"context"

	"findcare/internal/catalog"
	"findcare/models"
)

func (f *Feed) build(ctx context.Context) (*catalog.Snapshot, error) {
	documents, err := f.store.Load(ctx)
	if err != nil {
		return nil, err
	}
	fill := false
	if f.catalog.Current() == nil {
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

// toFill tells whether there is something to fill in, or to go on with, and names what else somebody has to do again.
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
		f.options.Logger.Warn(
			"something was begun and is not finished: it is under way, or was cut off and has to be done again",
			"what",
			what,
		)
	}
	return fill, nil
}

