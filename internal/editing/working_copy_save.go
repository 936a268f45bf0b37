package editing

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"slices"

	"findcare/internal/auth"
	"findcare/internal/store"
	"findcare/models"
)

// CopySave is what an editor saves in a working copy.
type CopySave struct {
	// ID is the document's; nil for a new one.
	ID *string
	// Provider and Article are what changes, at most one of them.
	Provider *models.ProviderInput
	Article  *models.ArticleInput
	// Members are changes of single members of its lists, nil where there are none.
	Members *models.MembersInput
	// ExpectedSave is the save that this one follows, 0 where no working copy is open.
	ExpectedSave int
	// BaseRevision is the revision of the document that the editor has seen, nil for the one that the working copy is
	// based on.
	BaseRevision *int
}

// input returns what changes but for single members, nil where nothing does.
func (s CopySave) input() models.Input {
	switch {
	case s.Provider != nil:
		return s.Provider
	case s.Article != nil:
		return s.Article
	}
	return nil
}

// update returns what changes in a document of the kind.
func (s CopySave) update(kind models.Kind) models.Update {
	if kind == models.KindProvider {
		update := &models.ProviderUpdate{AllowLoss: true, Members: s.Members.OfProvider()}
		if s.Provider != nil {
			update.ProviderInput = *s.Provider
		}
		return update
	}
	update := &models.ArticleUpdate{Members: s.Members.OfArticle()}
	if s.Article != nil {
		update.ArticleInput = *s.Article
	}
	return update
}

// request is what is asked for, by which the same request again is known. Without members it is as it was before there
// were any.
func (s CopySave) request() []any {
	request := []any{s.ID, s.input(), s.ExpectedSave, s.BaseRevision}
	if s.Members != nil {
		request = append(request, s.Members)
	}
	return request
}

// document returns the id of the document, and whether it is to be a new one.
func (s CopySave) document() (kind models.Kind, id string, isNew bool, errs []UserError) {
	invalid := func(message, field string) (models.Kind, string, bool, []UserError) {
		return "", "", false, []UserError{{models.UserErrorInvalid, message, []string{field}}}
	}
	input := s.input()
	var chosen *string // the id that the input gives
	switch {
	case s.Provider != nil && s.Article != nil:
		return invalid("This must not be given together with provider", "article")
	case s.Provider != nil:
		chosen = s.Provider.ID.Value()
	case s.Article != nil:
		chosen = s.Article.ID.Value()
	case s.ID == nil:
		return invalid("An id must be given, or a provider or an article", "id")
	}
	switch {
	case s.ID != nil && chosen != nil && *chosen != *s.ID:
		return invalid(fmt.Sprintf("%q must be the id of the input, %q", *s.ID, *chosen), "id")
	case s.ID != nil:
		id = *s.ID
	case chosen != nil:
		id, isNew = *chosen, true
	default:
		id, isNew = models.IDOfSlug(input.Of(), rand.Text()), true
	}
	kind, ok := models.KindOfID(id)
	if !ok || copyKinds[kind] == "" || input != nil && input.Of() != kind {
		return invalid(fmt.Sprintf("%q must be the id of a provider or of an article, as what is given", id), "id")
	}
	if rule := s.Members.FaultOf(kind); rule != "" {
		return invalid("This "+rule, "members")
	}
	return kind, id, isNew, nil
}

// SaveWorkingCopy saves what a document is to become. What is given changes on top of the working copy or, where none
// is open, of the document. What was to be published at a time is not any more: that was said of another text.
func (e *Editor) SaveWorkingCopy(ctx context.Context, s CopySave) (WorkingCopyPayload, error) {
	kind, id, isNew, errs := s.document()
	if len(errs) > 0 {
		return WorkingCopyPayload{UserErrors: errs}, nil
	}
	last, _, err := e.store.WorkingCopy(ctx, id)
	if err != nil {
		return WorkingCopyPayload{}, clientError(err)
	}
	document, _, err := e.store.Find(ctx, kind, id)
	if err != nil {
		return WorkingCopyPayload{}, clientError(err)
	}
	who, _ := auth.Of(ctx)
	t := &copySaving{
		Editor: e, CopySave: s, last: last, document: alive(document), isNew: isNew,
		next: &models.WorkingCopy{
			DocumentID: id, Kind: kind, SavedAt: e.time(),
			Request: hashOf(Write{Operation: "saveWorkingCopy", Input: s.request()}),
		},
	}
	if who != nil {
		t.next.By, t.next.Name = who.ID, who.Name
	}
	return t.run(ctx)
}

// copySaving is a save in progress.
type copySaving struct {
	*Editor
	CopySave
	last     *models.WorkingCopy // nil where there was none, and not open where it ended
	document models.Document     // nil where there is none
	isNew    bool                // a new document is asked for
	next     *models.WorkingCopy
}

func (t *copySaving) isOpen() bool { return t.last != nil && t.last.Open }

func (t *copySaving) run(ctx context.Context) (WorkingCopyPayload, error) {
	if t.isOpen() && t.last.Request == t.next.Request && t.last.By == t.next.By {
		return t.payload(ctx, t.next.DocumentID, nil) // the same request again, of which the answer was lost
	}
	if errs := t.conflict(); len(errs) > 0 {
		return t.payload(ctx, t.next.DocumentID, errs)
	}
	before, err := t.begin()
	if err != nil {
		return WorkingCopyPayload{}, err
	}
	content, errs := t.content(before)
	if len(errs) > 0 {
		return t.payload(ctx, t.next.DocumentID, errs)
	}
	if t.isOpen() && t.next.BaseRevision == t.last.BaseRevision && models.SameContent(before, content) {
		return t.payload(ctx, t.next.DocumentID, nil)
	}
	if err := t.next.SetContent(before, content); err != nil {
		return WorkingCopyPayload{}, err
	}
	t.next.Follow(t.last)
	if article, ok := content.(*models.Article); ok && t.isOpen() && t.last.Review != nil &&
		t.last.Review.Fingerprint == article.Fingerprint() {
		t.next.Review = t.last.Review
	}
	switch err := t.store.AddWorkingCopy(ctx, t.next); {
	case errors.Is(err, store.ErrDuplicate):
		errs = saveConflict(t.ExpectedSave)
	case err != nil:
		return WorkingCopyPayload{}, clientError(err)
	}
	return t.payload(ctx, t.next.DocumentID, errs)
}

// conflict returns why the save does not follow what is stored.
func (t *copySaving) conflict() []UserError {
	open := 0
	if t.isOpen() {
		open = int(t.last.Save)
	}
	if t.ExpectedSave != open {
		return saveConflict(t.ExpectedSave)
	}
	revision := int64(0)
	if t.document != nil {
		revision = t.document.Head().Revision
	}
	if t.BaseRevision != nil && int64(*t.BaseRevision) != revision {
		message := fmt.Sprintf("Revision %d is not the current revision, %d", *t.BaseRevision, revision)
		return []UserError{{models.UserErrorConflict, message, []string{"baseRevision"}}}
	}
	if t.document == nil && !t.isNew && !t.isOpen() {
		return notFound(t.next.Kind, t.next.DocumentID)
	}
	return nil
}

func saveConflict(expected int) []UserError {
	const advice = "is not what is stored; look at what was saved since, and try again"
	message := fmt.Sprintf("Save %d %s", expected, advice)
	if expected == 0 {
		message = "A working copy is open already; look at what was saved, and go on from there"
	}
	return []UserError{{models.UserErrorConflict, message, []string{"expectedSave"}}}
}

// begin returns what the save changes: the working copy that is open, on top of the document as the editor has seen
// it, or the document itself; an empty one where there is neither.
func (t *copySaving) begin() (before models.Document, err error) {
	if !t.isOpen() {
		if before = t.next.Kind.New(); t.document != nil {
			before = t.document
		}
		return before, t.next.SetBase(t.document)
	}
	if before, err = t.last.Document(); err != nil {
		return nil, err
	}
	if t.BaseRevision == nil {
		t.next.Base, t.next.BaseRevision = t.last.Base, t.last.BaseRevision
		return before, nil
	}
	if t.document != nil {
		base, _, err := t.last.BaseDocument()
		if err != nil {
			return nil, err
		}
		if before, _, err = models.Merge(base, before, t.document); err != nil {
			return nil, err
		}
	}
	return before, t.next.SetBase(t.document)
}

// content returns what the input makes of the working copy.
func (t *copySaving) content(before models.Document) (models.Document, []UserError) {
	update := t.update(t.next.Kind)
	content, errs := applied(update, before)
	if len(errs) > 0 {
		return nil, errs
	}
	head, known := content.Head(), before.Head()
	head.ID, head.Revision, head.Unknown = t.next.DocumentID, known.Revision, known.Unknown
	t.resolve(content)
	stored := models.CopyFaults(before)
	faults := slices.DeleteFunc(models.CopyFaults(content), func(fault models.Fault) bool {
		return fault.Tolerated && slices.ContainsFunc(stored, fault.Repeats)
	})
	return content, Write{place: update.Place}.inInput(userErrors(faults...))
}

// payload returns the working copy and the document as they are now.
func (e *Editor) payload(ctx context.Context, id string, errs []UserError) (WorkingCopyPayload, error) {
	current := e.catalog.Current()
	open, err := e.WorkingCopyOf(ctx, current, id)
	return WorkingCopyPayload{WorkingCopy: open, Document: current.AnyNode(id), UserErrors: listed(errs)}, err
}

// open returns the working copy of a document at an expected save. If there is no such one, the errors say why, unless
// it ended just so: then both are nil.
func (e *Editor) open(
	ctx context.Context, id string, expected int, end models.CopyEnd,
) (stored *models.WorkingCopy, errs []UserError, err error) {
	stored, found, err := e.store.WorkingCopy(ctx, id)
	switch {
	case err != nil:
		return nil, nil, clientError(err)
	case found && stored.Open && stored.Save == int64(expected):
		return stored, nil, nil
	case found && stored.Open:
		return nil, saveConflict(expected), nil
	case found && stored.End == end && stored.Save == int64(expected)+1: // the answer to the same request was lost
		return nil, nil, nil
	}
	message := fmt.Sprintf("No working copy of %q is open", id)
	return nil, []UserError{{models.UserErrorNotFound, message, []string{"id"}}}, nil
}

// DiscardWorkingCopy ends a working copy without publishing it.
func (e *Editor) DiscardWorkingCopy(ctx context.Context, id string, expectedSave int) (WorkingCopyPayload, error) {
	stored, errs, err := e.open(ctx, id, expectedSave, models.CopyDiscarded)
	if err != nil {
		return WorkingCopyPayload{}, err
	}
	if stored != nil {
		switch err := e.end(ctx, stored, models.CopyDiscarded); {
		case errors.Is(err, store.ErrDuplicate):
			errs = saveConflict(expectedSave)
		case err != nil:
			return WorkingCopyPayload{}, clientError(err)
		}
	}
	return e.payload(ctx, id, errs)
}

// end stores that a working copy has ended. The error is store.ErrDuplicate if it was saved again in the meantime.
func (e *Editor) end(ctx context.Context, stored *models.WorkingCopy, end models.CopyEnd) error {
	last := &models.WorkingCopy{DocumentID: stored.DocumentID, Kind: stored.Kind, SavedAt: e.time(), End: end}
	if who, known := auth.Of(ctx); known {
		last.By, last.Name = who.ID, who.Name
	}
	last.Follow(stored)
	return e.store.AddWorkingCopy(ctx, last)
}
