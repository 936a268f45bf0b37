package editing

import (
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"findcare/internal/catalog"
	"findcare/models"
)

// WorkingCopy is what a document is to become, held against the document as a snapshot has it.
type WorkingCopy struct {
	stored   *models.WorkingCopy
	editor   *Editor
	snapshot *catalog.Snapshot
	// content is what was saved, and base the document as it was when the working copy was begun, nil if there was
	// none.
	content, base models.Document
	// before is the document as it is, nil if there is none, and after what its publication makes of it now.
	before, after models.Document
	problems      []UserError
	conflicts     []string
}

// WorkingCopyPayload is the result of a mutation of a working copy.
type WorkingCopyPayload struct {
	// WorkingCopy is the working copy as it is stored, nil if there is none.
	WorkingCopy *WorkingCopy
	// Document is the document as it is now, nil if there is none.
	Document   catalog.Node
	UserErrors []UserError
}

// WorkingCopyOf returns the working copy of a document, nil if there is none.
func (e *Editor) WorkingCopyOf(ctx context.Context, s *catalog.Snapshot, id string) (*WorkingCopy, error) {
	stored, found, err := e.store.WorkingCopy(ctx, id)
	if err != nil || !found || !stored.Open {
		return nil, clientError(err)
	}
	return e.workingCopy(s, stored)
}

// workingCopy holds a stored working copy against a snapshot.
func (e *Editor) workingCopy(s *catalog.Snapshot, stored *models.WorkingCopy) (*WorkingCopy, error) {
	return e.workingCopyOn(s, stored, models.DateOf(e.now()))
}

// workingCopyOn tells of publication on another day.
func (e *Editor) workingCopyOn(
	s *catalog.Snapshot, stored *models.WorkingCopy, day models.Date,
) (*WorkingCopy, error) {
	c, err := e.read(stored)
	if err != nil {
		return nil, err
	}
	c.snapshot, c.before = s, s.Document(stored.DocumentID)
	c.after, c.problems = c.publication(c.before, day)
	c.problems = append(c.problems, e.missingReferences(c.before, c.after)...)
	c.problems = append(c.problems, c.duplicates()...)
	return c, nil
}

// duplicates returns an error if another document has the slug or the NPI.
func (c *WorkingCopy) duplicates() (errs []UserError) {
	head := c.after.Head()
	duplicate := func(field, value string, other models.Document) {
		if value != "" && other.Head().ID != c.ID() {
			message := fmt.Sprintf("%q is that of another %s, %s", value, c.stored.Kind, nameOf(other))
			errs = append(errs, UserError{models.UserErrorDuplicate, message, []string{field}})
		}
	}
	if id, known := c.snapshot.IDOf(c.stored.Kind, head.Slug); known {
		if other := c.snapshot.Document(id); other.Head().Slug == head.Slug {
			duplicate("slug", head.Slug, other)
		}
	}
	if provider, ok := c.after.(*models.Provider); ok {
		npi := string(provider.NPI)
		if other := c.snapshot.AnyProvider(catalog.ProviderBy{NPI: &npi}); other != nil {
			duplicate("npi", npi, other.Provider)
		}
	}
	return errs
}

// read decodes a stored working copy.
func (e *Editor) read(stored *models.WorkingCopy) (c *WorkingCopy, err error) {
	c = &WorkingCopy{stored: stored, editor: e}
	if c.content, err = stored.Document(); err != nil {
		return nil, err
	}
	c.base, _, err = stored.BaseDocument()
	return c, err
}

// ID is that of the document.
func (c *WorkingCopy) ID() string { return c.stored.DocumentID }

// Kind is that of the document.
func (c *WorkingCopy) Kind() CopyKind { return copyKinds[c.stored.Kind] }

// Save counts the saves of the document's working copies.
func (c *WorkingCopy) Save() int64 { return c.stored.Save }

// BaseRevision is the revision of the document that the working copy is based on, 0 if there was none.
func (c *WorkingCopy) BaseRevision() int64 { return c.stored.BaseRevision }

// SavedAt is when the content was last saved.
func (c *WorkingCopy) SavedAt() time.Time { return c.stored.SavedAt }

// SavedBy is the id of who last saved it.
func (c *WorkingCopy) SavedBy() string { return c.stored.By }

// SavedByName is how they are called.
func (c *WorkingCopy) SavedByName() models.OptionalString {
	return models.OptionalString(c.stored.Name)
}

// Content is what was saved, as JSON in the directory format.
func (c *WorkingCopy) Content() (string, error) { return ContentOf(c.content) }

// Provider is the provider as publication would make it now, nil for an article.
func (c *WorkingCopy) Provider() *catalog.Provider {
	d, ok := c.after.(*models.Provider)
	if !ok {
		return nil
	}
	provider := c.snapshot.ProviderOf(d)
	return &provider
}

// Article is the article as publication would make it now, nil for a provider.
func (c *WorkingCopy) Article() *catalog.Article {
	d, ok := c.after.(*models.Article)
	if !ok {
		return nil
	}
	article := c.snapshot.ArticleOf(d)
	return &article
}

// Problems are the errors that publication would meet now.
func (c *WorkingCopy) Problems() []UserError { return listed(slices.Clone(c.problems)) }

// Differences are the fields that publication would change now.
func (c *WorkingCopy) Differences() ([]Difference, error) {
	changed, err := models.ChangedFields(c.before, c.after)
	if err != nil {
		return nil, err
	}
	before, err := membersOf(c.before)
	if err != nil {
		return nil, err
	}
	after, err := membersOf(c.after)
	differences := make([]Difference, len(changed))
	for i, name := range changed {
		differences[i] = Difference{name, text(before[name]), text(after[name])}
	}
	return differences, err
}

// FieldConflict is a field that was changed both in a working copy and in the document since, as JSON; nil if there is
// nothing.
type FieldConflict struct {
	Field                    string
	Base, Published, Working *string
}

// BaseValue is Base as a value.
func (c FieldConflict) BaseValue() models.JSON { return valueOf(c.Base) }

// PublishedValue is Published as a value.
func (c FieldConflict) PublishedValue() models.JSON { return valueOf(c.Published) }

// WorkingValue is Working as a value.
func (c FieldConflict) WorkingValue() models.JSON { return valueOf(c.Working) }

// Conflicts are the fields that were changed both here and in the document since the working copy was begun.
func (c *WorkingCopy) Conflicts() ([]FieldConflict, error) {
	conflicts := make([]FieldConflict, len(c.conflicts))
	var sides [3]map[string]jsontext.Value
	for i, document := range []models.Document{c.base, c.before, c.content} {
		var err error
		if sides[i], err = membersOf(document); err != nil {
			return nil, err
		}
	}
	for i, name := range c.conflicts {
		conflicts[i] = FieldConflict{name, text(sides[0][name]), text(sides[1][name]), text(sides[2][name])}
	}
	return conflicts, nil
}

// membersOf returns the fields of a document in the directory format; none of nil.
func membersOf(document any) (map[string]jsontext.Value, error) {
	members := map[string]jsontext.Value{}
	if document == nil {
		return members, nil
	}
	encoded, err := json.Marshal(document, json.Deterministic(true))
	if err != nil {
		return nil, err
	}
	return members, json.Unmarshal(encoded, &members)
}

// CopyKind is a kind of documents that have working copies.
type CopyKind string

// The kinds of documents that have working copies.
const (
	CopyOfProvider CopyKind = "PROVIDER"
	CopyOfArticle  CopyKind = "ARTICLE"
)

var copyKinds = map[models.Kind]CopyKind{
	models.KindProvider: CopyOfProvider, models.KindArticle: CopyOfArticle,
}
