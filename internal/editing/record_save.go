package editing

import (
	"context"
	"fmt"

	"findcare/internal/catalog"
	"findcare/models"
)

// recordOf returns the record of an input, with the provider that it describes.
func (e *Editor) recordOf(input *models.ProviderInput) (*models.Record, []UserError) {
	given := input.Record
	if given.Source == "" || given.Key == "" {
		return nil, []UserError{{models.UserErrorInvalid, "The source and the key are required", []string{"record"}}}
	}
	r := &models.Record{
		Source: given.Source, Key: given.Key, FileDate: given.FileDate, WithdrawnOn: given.WithdrawnOn,
		MainLocationOnly: given.MainLocationOnly,
		NotListed:        given.NotListed, Taxonomies: given.Taxonomies, Force: given.Force,
	}
	if !r.IsListed() {
		return r, nil
	}
	if input.ID.IsSet() {
		return nil, []UserError{{models.UserErrorInvalid, "The id follows from the record", []string{"id"}}}
	}
	said := *input
	said.Record = nil
	document, errs := applied(&said, nil)
	if len(errs) > 0 {
		return nil, errs
	}
	r.Facts = document.(*models.Provider)
	if given.NPIRecord != nil {
		record := *given.NPIRecord
		record.NPI, record.FileDate = given.Key, given.FileDate
		r.Facts.NPIRecord = &record
	}
	e.resolve(r.Facts)
	return r, nil
}

// saveRecord imports what a registry's record says, in those fields that no editor has changed since the last import.
func (e *Editor) saveRecord(ctx context.Context, w Write, input *models.ProviderInput) (Outcome, error) {
	r, errs := e.recordOf(input)
	if len(errs) > 0 {
		return Outcome{Errors: errs}, nil
	}
	w.Operation, w.Input = models.ImportOperation(r.Source), input
	id, exists := holder(e.catalog.Current(), r)
	if !exists { // perhaps because of a repeated request
		if outcome, replayed, err := e.earlier(ctx, w); replayed || err != nil {
			return outcome, err
		}
	}
	var known Known
	var err error
	if !exists && r.IsListed() {
		if known, err = e.deletionOf(ctx, r); err != nil {
			return Outcome{}, err
		}
	}
	if known.ReadFrom, err = e.dates.of(ctx, e, r); err != nil {
		return Outcome{}, clientError(err)
	}
	if !exists && !r.IsListed() {
		w.noteRead(r)
		return Outcome{}, nil
	}
	outcome, err := e.change(
		ctx,
		w,
		models.KindProvider,
		id,
		func(before models.Document) (models.Document, []UserError) {
			known.Provider, _ = before.(*models.Provider)
			if known.Provider == nil && exists { // just deleted
				return nil, notFound(models.KindProvider, id)
			}
			switch after, result := MergeRecord(r, known); result {
			case Unchanged, NotListed:
				return before, nil
			case DeletedByEditor:
				const message = "An editor has deleted the provider, and imports do not restore it"
				return nil, []UserError{{models.UserErrorDeleted, message, []string{"record"}}}
			case Older:
				message := fmt.Sprintf("The record was already read from a newer file than that of %s", r.FileDate)
				return nil, []UserError{{models.UserErrorOutdated, message, []string{"record"}}}
			case Withdrawn:
				return nil, nil
			default:
				return after, e.prepare(before, after)
			}
		},
	)
	if err == nil && (len(outcome.Errors) == 0 || outcome.Errors[0].Code == models.UserErrorDeleted) {
		w.noteRead(r)
	}
	return outcome, err
}

// deletionOf returns what is known of a record whose provider may have been deleted.
func (e *Editor) deletionOf(ctx context.Context, r *models.Record) (Known, error) {
	deletion, deleted, err := e.deletions.of(ctx, e.store, e.now, r)
	switch {
	case err != nil:
		return Known{}, clientError(err)
	case !deleted:
		return Known{}, nil
	case deletion.Operation != models.ImportOperation(r.Source):
		return Known{Deleted: true}, nil
	}
	last, err := previous(deletion)
	return Known{Withdrawn: true, Last: last}, err
}

// holder returns the id of a record's provider: the one that an import made of it, else the one with its NPI, else the
// one to be created.
func holder(s *catalog.Snapshot, r *models.Record) (id string, exists bool) {
	if id = r.ID(); s.Document(id) != nil {
		return id, true
	}
	if r.Source == "nppes" {
		if p := s.AnyProvider(catalog.ProviderBy{NPI: &r.Key}); p != nil {
			return p.ID, true
		}
	}
	return id, false
}

// previous returns a provider as it was before it was deleted, nil if that is not known.
func previous(deletion *models.Change) (*models.Provider, error) {
	document, _, err := deletion.Previous()
	provider, _ := document.(*models.Provider)
	return provider, err
}

// forgetDigests drops the digests of the last import from a file, which no longer hold once records of the registry are
// saved here.
func (e *Editor) forgetDigests(ctx context.Context, inputs []models.ProviderInput) error {
	forgotten := make(map[string]bool)
	for i := range inputs {
		record := inputs[i].Record
		if record == nil || record.Source == "" || forgotten[record.Source] {
			continue
		}
		source := record.Source
		if err := e.store.DropDigests(ctx, source); err != nil {
			return err
		}
		forgotten[source] = true
	}
	return nil
}
