package editing

import (
	"context"
	"fmt"
	"maps"

	"github.com/go-json-experiment/json"

	"findcare/catalog"
	"findcare/models"
)

// recordInput is the record of a registry, as clients send it beside what it says of the provider.
type recordInput struct {
	Source           string            `json:"source"`
	Key              string            `json:"key"`
	FileDate         models.Date       `json:"fileDate"`
	WithdrawnOn      models.Date       `json:"withdrawnOn"`
	MainLocationOnly bool              `json:"mainLocationOnly"`
	NPIRecord        *models.NPIRecord `json:"npiRecord"`

	NotListed  models.NotListedReason `json:"notListed"`
	Taxonomies []string               `json:"taxonomies"`
	Force      bool                   `json:"force"`
}

// recordOf reads a record and the provider that it describes.
func (e *Editor) recordOf(record, input Input) (*models.Record, []UserError) {
	content, err := json.Marshal(record)
	if err != nil {
		return nil, []UserError{{CodeInvalid, "record: cannot be read", []string{"record"}}}
	}
	var read recordInput
	if err := json.Unmarshal(content, &read); err != nil {
		return nil, []UserError{{CodeInvalid, "record: cannot be read", []string{"record"}}}
	}
	if read.Source == "" || read.Key == "" {
		return nil, []UserError{{CodeInvalid, "record: source and key are required", []string{"record"}}}
	}
	r := &models.Record{
		Source: read.Source, Key: read.Key, FileDate: read.FileDate, WithdrawnOn: read.WithdrawnOn, MainLocationOnly: read.MainLocationOnly,
		NotListed: read.NotListed, Taxonomies: read.Taxonomies, Force: read.Force,
	}
	if !r.IsListed() {
		return r, nil
	}
	if _, given := input["id"]; given {
		return nil, []UserError{{CodeInvalid, "id: follows from the record", []string{"id"}}}
	}
	said := maps.Clone(input)
	delete(said, "record")
	document, errs := e.merged(models.KindProvider, nil, said)
	if len(errs) > 0 {
		return nil, errs
	}
	r.Facts = document.(*models.Provider)
	if r.Facts.NPIRecord = read.NPIRecord; read.NPIRecord != nil {
		read.NPIRecord.NPI, read.NPIRecord.FileDate = read.Key, read.FileDate
	}
	e.resolve(r.Facts)
	return r, nil
}

// saveRecord brings in what the record of a registry says, in those fields that no editor has changed since the last import.
func (e *Editor) saveRecord(ctx context.Context, w Write, record, input Input) (Outcome, error) {
	r, errs := e.recordOf(record, input)
	if len(errs) > 0 {
		return Outcome{Errors: errs}, nil
	}
	w.Operation, w.Input = models.ImportOperation(r.Source), input
	id, exists := holder(e.catalog.Current(), r)
	if !exists { // perhaps because of the same request
		if outcome, repeated, err := e.earlier(ctx, w); repeated || err != nil {
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
		return Outcome{}, shown(err)
	}
	if !exists && !r.IsListed() {
		w.noteRead(r)
		return Outcome{}, nil
	}
	outcome, err := e.change(ctx, w, models.KindProvider, id, func(before models.Document) (models.Document, []UserError) {
		known.Provider, _ = before.(*models.Provider)
		if known.Provider == nil && exists { // somebody has deleted it just now
			return nil, notFound(models.KindProvider, id)
		}
		switch after, fate := MergeRecord(r, known); fate {
		case Unchanged, NotListed:
			return before, nil
		case StaysDeleted:
			return nil, []UserError{{CodeDeleted, "record: an editor has deleted the provider, and an import does not bring it back", []string{"record"}}}
		case Older:
			return nil, []UserError{{CodeOutdated, fmt.Sprintf("record: was read from a newer file than that of %s before", r.FileDate), []string{"record"}}}
		case Withdrawn:
			return nil, nil
		default:
			return after, e.prepare(after)
		}
	})
	if err == nil && (len(outcome.Errors) == 0 || outcome.Errors[0].Code == CodeDeleted) {
		w.noteRead(r)
	}
	return outcome, err
}

// deletionOf is what is known of a record whose provider may have been deleted.
func (e *Editor) deletionOf(ctx context.Context, r *models.Record) (Known, error) {
	deletion, err := e.gone.of(ctx, e.store, e.now, r)
	switch {
	case err != nil:
		return Known{}, shown(err)
	case deletion == nil:
		return Known{}, nil
	case deletion.Operation != models.ImportOperation(r.Source):
		return Known{Deleted: true}, nil
	}
	last, err := previous(deletion)
	return Known{Withdrawn: true, Last: last}, err
}

// holder returns the id of the provider that a record is of: the one that an import made of it, else the one with its NPI, else
// the one that is to be made.
func holder(s *catalog.Snapshot, r *models.Record) (id string, exists bool) {
	if id = r.ID(); s.Document(id) != nil {
		return id, true
	}
	if r.Source == "nppes" {
		if p := s.Provider(catalog.ProviderBy{NPI: &r.Key}); p != nil {
			return p.ID, true
		}
	}
	return id, false
}

// previous is a provider as it was before it was deleted.
func previous(deletion *models.Change) (*models.Provider, error) {
	document, err := deletion.Previous()
	provider, _ := document.(*models.Provider)
	return provider, err
}

// forgetDigests forgets what the last import from a file knew to be as it is, where one goes on here.
func (e *Editor) forgetDigests(ctx context.Context, inputs []Input) error {
	forgotten := make(map[string]bool)
	for _, input := range inputs {
		record, _ := input["record"].(Input)
		source, _ := record["source"].(string)
		if source == "" || forgotten[source] {
			continue
		}
		if err := e.store.DropDigests(ctx, source); err != nil {
			return err
		}
		forgotten[source] = true
	}
	return nil
}
