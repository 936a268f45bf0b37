package editing

import (
	"context"
	"crypto/rand"
	"fmt"

	"golang.org/x/sync/errgroup"

	"findcare/internal/auth"
	"findcare/models"
)

// Create creates a document. Without a slug, it gets one derived from its name or title.
func (e *Editor) Create(ctx context.Context, w Write, input models.Input) (Outcome, error) {
	kind := input.Of()
	w = w.withInput(input)
	document, errs := applied(input, nil)
	if len(errs) > 0 {
		return Outcome{Errors: errs}, nil
	}
	head := document.Head()
	if head.Slug == "" {
		head.Slug = e.freeSlug(kind, models.Slugify(nameOf(document)))
	}
	if article, ok := document.(*models.Article); ok {
		e.begin(article, dayOf(input))
	}
	if errs := e.prepare(nil, document); len(errs) > 0 {
		return Outcome{Errors: append(errs, e.missingReferences(nil, document)...)}, nil
	}
	who, _ := auth.Of(ctx)
	id := e.newID(w.key(who), kind, head)
	return e.change(ctx, w, kind, id, func(before models.Document) (models.Document, []UserError) {
		if before != nil {
			return nil, []UserError{
				{
					models.UserErrorDuplicate, fmt.Sprintf("%q is the slug of another %s", head.Slug, kind),
					[]string{"slug"},
				},
			}
		}
		return document, nil
	})
}

// Update changes the given fields of a document.
func (e *Editor) Update(ctx context.Context, w Write, id string, input models.Input) (Outcome, error) {
	kind := input.Of()
	w = w.withInput([]any{id, input})
	if update, ok := input.(models.Update); ok {
		w.place = update.Place
	}
	return e.change(ctx, w, kind, id, func(before models.Document) (models.Document, []UserError) {
		if before == nil {
			return nil, notFound(kind, id)
		}
		after, errs := applied(input, before)
		if len(errs) > 0 {
			return nil, errs
		}
		head := after.Head()
		head.ID = id
		if slug := head.Slug; slug != before.Head().Slug && slug != "" {
			head.Slug, head.FormerSlugs = before.Head().Slug, before.Head().FormerSlugs
			head.Rename(slug)
		}
		if article, ok := after.(*models.Article); ok {
			e.revise(before.(*models.Article), article, dayOf(input))
		}
		errs = e.prepare(before, after)
		if update, ok := input.(models.Update); ok {
			errs = append(errs, userErrors(update.Lost(before, after)...)...)
		}
		return after, append(errs, e.unsigned(ctx, before, after)...)
	})
}

// dayOf returns the day on which an article was updated according to the input, "" if it gives none.
func dayOf(input models.Input) models.Date {
	if article, ok := input.(interface{ Day() models.Date }); ok {
		return article.Day()
	}
	return ""
}

// Delete deletes a document that no other refers to.
func (e *Editor) Delete(ctx context.Context, w Write, kind models.Kind, id string) (Outcome, error) {
	w.Input = id
	return e.change(ctx, w, kind, id, func(before models.Document) (models.Document, []UserError) {
		if before == nil {
			return nil, notFound(kind, id)
		}
		return nil, nil
	})
}

// Confirm records that an entry was confirmed on a day, today by default; all of it, or parts.
func (e *Editor) Confirm(
	ctx context.Context, w Write, id string, on *models.Date, by models.ConfirmedBy, parts []models.EntryPart,
) (Outcome, error) {
	request := []any{id, on} // as before there were others, so that a key of then is known
	if by != models.ByProvider || len(parts) > 0 {
		request = append(request, by, parts)
	}
	w = w.withInput(request) // the default day is not part of it
	confirmation := &models.ConfirmationInput{By: by, On: models.DateOf(e.now()), Parts: parts}
	if on != nil {
		confirmation.On = *on
	}
	return e.Update(ctx, w, id, confirmation)
}

// maxSaved is how many providers one request may save. They are written concurrently, and so committed together.
const maxSaved = 500

// SaveAll creates or updates providers, each independently. AllowLoss lets a list of locations replace one with more
// details. The error is a failure of the database; providers saved before it stay saved.
func (e *Editor) SaveAll(
	ctx context.Context, w Write, inputs []models.ProviderInput, allowLoss bool,
) ([]Outcome, error) {
	if len(inputs) > maxSaved {
		return nil, models.BadInput("inputs: %d providers must be at most %d", len(inputs), maxSaved)
	}
	if err := e.forgetDigests(ctx, inputs); err != nil {
		return nil, clientError(err)
	}
	outcomes, all := make([]Outcome, len(inputs)), new(batch)
	defer func() {
		e.catalog.Apply(all.changes)
		all.holds.Release()
	}()
	whole := ctx
	group, ctx := errgroup.WithContext(ctx)
	for i := range inputs {
		group.Go(func() (err error) {
			one := Write{Operation: w.Operation, batch: all}
			if w.IdempotencyKey != nil && *w.IdempotencyKey != "" {
				key := fmt.Sprintf("%s #%d", *w.IdempotencyKey, i)
				one.IdempotencyKey = &key
			}
			outcomes[i], err = e.Save(ctx, one, &models.ProviderUpdate{ProviderInput: inputs[i], AllowLoss: allowLoss})
			return err
		})
	}
	if err := group.Wait(); err != nil {
		return outcomes, err
	}
	if err := e.dates.keep(whole, e, all.read); err != nil {
		return outcomes, clientError(err)
	}
	return outcomes, nil
}

// Save creates a provider, updates the one with the input's id or slug, or imports a registry's record.
func (e *Editor) Save(ctx context.Context, w Write, input *models.ProviderUpdate) (Outcome, error) {
	if input.Record != nil {
		return e.saveRecord(ctx, w, &input.ProviderInput)
	}
	w = w.withInput(input) // before it is known whether to create or update
	slug := input.Slug.Value()
	id := ""
	if given := input.ID.Value(); given != nil {
		id = *given
	}
	if id == "" && slug != "" {
		if known, ok := e.catalog.Current().IDOf(models.KindProvider, slug); ok {
			id = known
		}
	}
	if id == "" || e.catalog.Current().Document(id) == nil {
		// the repeated request may have found the provider
		if outcome, replayed, err := e.earlier(ctx, w); replayed || err != nil {
			return outcome, err
		}
		return e.Create(ctx, w, input)
	}
	return e.Update(ctx, w, id, input)
}

func notFound(kind models.Kind, id string) []UserError {
	return []UserError{{models.UserErrorNotFound, fmt.Sprintf("There is no %s %q", kind, id), []string{"id"}}}
}

func nameOf(document models.Document) string {
	switch document := document.(type) {
	case *models.Credential:
		return document.Name
	case *models.Condition:
		return document.Name
	case *models.Treatment:
		return document.Name
	case *models.Insurer:
		return document.Name
	case *models.Provider:
		return document.Name
	case *models.Article:
		return document.Title
	}
	return ""
}

// freeSlug returns the slug, with a number appended if another document has it.
func (e *Editor) freeSlug(kind models.Kind, slug string) string {
	free := slug
	for number := 2; ; number++ {
		if _, exists := e.catalog.Current().IDOf(kind, free); !exists {
			return free
		}
		free = fmt.Sprintf("%s-%d", slug, number)
	}
}

// newID returns the id of a new document. With an idempotency key it is the same on every attempt; otherwise it follows
// from the slug, unless a document that was renamed since has that id.
func (e *Editor) newID(key string, kind models.Kind, head *models.Header) string {
	if head.ID != "" {
		return head.ID
	}
	if key != "" {
		return models.IDOfSlug(kind, "key "+key)
	}
	id := models.IDOfSlug(kind, head.Slug)
	if document := e.catalog.Current().Document(id); document != nil && document.Head().Slug != head.Slug {
		return models.IDOfSlug(kind, rand.Text())
	}
	return id
}
