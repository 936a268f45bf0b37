package execution_test

import (
	"context"
	"fmt"
	"log/slog"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"findcare/graph"
	"findcare/internal/catalog"
	"findcare/internal/execution"
	"findcare/internal/purging"
	"findcare/models"
)

// kept is an answer that a shared cache keeps.
type kept struct {
	operation *execution.Operation
	answer    string
	keys      []string
}

// purged is a directory that changes, and a cache of answers before it.
type purged struct {
	directoryDrawer
	catalog  *catalog.Catalog
	executor *execution.Executor
	revision int64
	cache    []kept
}

// answer executes an operation; failed answers are not kept.
func (p *purged) answer(o *execution.Operation) (answer string, ok bool) {
	dst, errs := p.executor.ExecuteOn(context.Background(), p.catalog.Current(), o, nil)
	return string(dst), len(errs) == 0
}

func (p *purged) keep(o *execution.Operation) {
	if answer, ok := p.answer(o); ok {
		var keys purging.Keys
		p.executor.Depends(o, p.catalog.Current(), &keys)
		if list := keys.List(); len(list) > 0 {
			p.cache = append(p.cache, kept{o, answer, list})
		}
	}
}

// document draws a document as it is next.
func (p *purged) document(kind models.Kind) models.Document {
	number := choice(p.T, 3)
	head := p.header(kind, number)
	var document models.Document
	switch kind {
	case models.KindProvider:
		document = p.provider(number)
		if p.chance(3) {
			document.(*models.Provider).Status = models.ProviderRetired
		}
	case models.KindArticle:
		document = p.article(number)
	case models.KindCondition:
		document = &models.Condition{Header: head, Name: p.text(), AlsoKnownAs: subset(p.directoryDrawer, "Sorrow")}
	case models.KindTreatment:
		document = &models.Treatment{
			Header: head, Name: p.text(), ConditionIDs: subset(p.directoryDrawer, references(models.KindCondition)...),
		}
	case models.KindCredential:
		document = &models.Credential{Header: head, Name: p.text()}
	case models.KindInsurer:
		document = &models.Insurer{Header: head, Name: p.text()}
	}
	p.revision++
	h := document.Head()
	h.Revision, h.UpdatedAt = p.revision, time.UnixMilli(1_790_000_000_120+p.revision).UTC()
	if p.chance(3) { // it has another slug, maybe one that another had
		h.FormerSlugs = []string{h.Slug}
		h.Slug = fmt.Sprintf("%s-%d", kind, choice(p.T, 5))
	}
	for other := range p.catalog.Current().Documents() { // a slug is of one document
		if other.Kind() == kind && other.Head().ID != h.ID && other.Head().Slug == h.Slug {
			h.Slug = "own-" + fmt.Sprint(number)
		}
	}
	h.FormerSlugs = slices.DeleteFunc(h.FormerSlugs, func(slug string) bool { return slug == h.Slug })
	return document
}

// change changes one document, and returns the keys that are purged.
func (p *purged) change() []string {
	before := p.catalog.PositionOf(p.catalog.Current())
	kind := pick(p.directoryDrawer, append(
		slices.Repeat([]models.Kind{models.KindProvider, models.KindArticle}, 3), models.Kinds...,
	)...)
	if document := p.document(kind); p.chance(4) {
		removal := catalog.Removal{ID: document.Head().ID, Revision: document.Head().Revision}
		p.catalog.Apply(catalog.Changes{Removed: []catalog.Removal{removal}})
	} else {
		p.catalog.Apply(catalog.Changes{Written: []models.Document{document}})
	}
	changed, known := p.catalog.ChangedBetween(before, p.catalog.Current())
	if !known {
		p.Fatal("the changes are not known")
	}
	return purging.KeysOf(changed)
}

// operations are drawn ones, and some about one document.
func (p *purged) operations() (list []*execution.Operation) {
	words := wordsOf(p.T, p.catalog.Current())
	for range operationsPerDirectory {
		list = append(list, drawOperation(p.T, p.executor, "Query", words))
	}
	for _, kind := range []models.Kind{models.KindProvider, models.KindArticle} {
		for number := range 5 {
			const format = `{ %[1]s(by: {slug: "%[1]s-%[2]d"}) { id slug %[3]s } }`
			more := pick(p.directoryDrawer, "", "revision", "conditions { name }")
			query := fmt.Sprintf(format, kind, number, more)
			o, errs := p.executor.Prepare(execution.Request{Query: query})
			if len(errs) > 0 {
				p.Fatal(errs)
			}
			list = append(list, o)
		}
	}
	return list
}

// Whatever a change changes of an answer, the answer has one of the keys that the change purges.
func TestAnswersThatAChangeChangesArePurged(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		directory := new(catalog.Catalog)
		directory.Publish(drawSnapshot(t))
		p := &purged{
			directoryDrawer: directoryDrawer{t}, catalog: directory, revision: 10,
			executor: execution.NewExecutor(
				graph.NewSchema(directory, graph.Services{}), directory,
				execution.Options{Introspection: true, Logger: slog.New(slog.DiscardHandler)},
			),
		}
		for _, o := range p.operations() {
			p.keep(o)
		}
		for range 6 {
			gone := p.change()
			still := p.cache
			p.cache = nil
			for _, one := range still {
				answer, ok := p.answer(one.operation)
				switch {
				case slices.ContainsFunc(one.keys, func(key string) bool { return slices.Contains(gone, key) }):
					p.keep(one.operation)
				case !ok || answer != one.answer:
					t.Fatalf("purged %v, and not %v of\n%s\nwhich was\n%s\nand is\n%s",
						gone, one.keys, one.operation.Text(), one.answer, answer)
				default:
					p.cache = append(p.cache, one)
				}
			}
		}
		directory.Wait()
	})
}
