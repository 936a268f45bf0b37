package search

import (
	"iter"
	"runtime"
	"sync"
	"time"

	"findcare/models"
)

// Index is the index of one version of the directory. It never changes.
type Index struct {
	// views are one large segment, and small ones of what has changed since it was built.
	views        []*view
	dictionaries dictionaries
	vocabulary   *vocabulary
}

// New indexes providers, which must not be changed any more.
func New(providers []*models.Provider, glossary *Glossary) *Index {
	e := &encoder{dictionaries: newDictionaries()}
	e.codeInsurers(glossary)
	x := &Index{}
	if len(providers) > 0 {
		x.views = []*view{newView(buildSegment(prepare(providers, e), e))}
	}
	x.dictionaries = e.dictionaries
	x.vocabulary = newVocabulary(glossary, &x.dictionaries, nil)
	return x
}

// prepare interns the strings of documents and folds their names. Many documents are split between the processors, each
// of which has its own copies of what they share.
func prepare(documents []*models.Provider, e *encoder) []provider {
	providers := make([]provider, len(documents))
	if len(documents) < sharingFrom {
		for i, d := range documents {
			e.intern(d)
			providers[i] = newProvider(d)
		}
		return providers
	}
	var work sync.WaitGroup
	part := (len(documents) + runtime.GOMAXPROCS(0) - 1) / runtime.GOMAXPROCS(0)
	for first := 0; first < len(documents); first += part {
		work.Go(func() {
			own := &encoder{dictionaries: e.dictionaries, lists: newSharedLists()}
			for i := first; i < min(first+part, len(documents)); i++ {
				own.intern(documents[i])
				providers[i] = newProvider(own.lists.pack(documents[i]))
				packText(own.lists.packer, &providers[i].key)
			}
		})
	}
	work.Wait()
	return providers
}

// Changes are what differs from one Index to the next.
type Changes struct {
	// Deleted has the ids of providers that are not there any more, or not as they were.
	Deleted map[string]bool
	// Written are the new providers, and the new versions of changed ones.
	Written []*models.Provider
	// Glossary is nil where it is still the same.
	Glossary *Glossary
}

// inlineMerge is the maximum number of providers in small segments that are merged within Apply: that takes so little
// time that nobody notices.
const inlineMerge = 256

// Apply returns the next Index, and the providers that are not live any more. Only the written providers are indexed,
// in a segment of their own.
func (x *Index) Apply(changes Changes) (next *Index, deleted []*models.Provider) {
	e := &encoder{dictionaries: x.dictionaries}
	next = &Index{vocabulary: x.vocabulary}
	written := prepare(changes.Written, e)
	next.views, deleted = x.deleting(changes.Deleted)
	for len(next.views) > 0 && len(written) > 0 {
		last := next.views[len(next.views)-1]
		if last.size > 4*len(written) || last.size+len(written) > inlineMerge {
			break
		}
		written = append(written, last.liveProviders()...)
		next.views = next.views[:len(next.views)-1]
	}
	if len(written) > 0 {
		next.views = append(next.views, newView(buildSegment(written, e)))
	}
	glossary := changes.Glossary
	if glossary != nil {
		e.codeInsurers(glossary)
	}
	next.dictionaries = e.dictionaries
	if glossary == nil && next.dictionaries != x.dictionaries {
		glossary = x.vocabulary.glossary
	}
	if glossary != nil {
		next.vocabulary = newVocabulary(glossary, &next.dictionaries, x.vocabulary)
	}
	return next, deleted
}

// deleting returns the views with tombstones for some providers, without those in which nobody is left.
func (x *Index) deleting(ids map[string]bool) (views []*view, deleted []*models.Provider) {
	for _, v := range x.views {
		var ordinals []uint32
		for id := range ids {
			if i, ok := v.find(&v.byID, id); ok {
				ordinals = append(ordinals, i)
				deleted = append(deleted, v.providers[i].Provider)
			}
		}
		if len(ordinals) > 0 {
			v = v.withTombstones(ordinals)
		}
		if v.size > 0 {
			views = append(views, v)
		}
	}
	return views, deleted
}

// Len returns the number of providers.
func (x *Index) Len() (n int) {
	for _, v := range x.views {
		n += v.size
	}
	return n
}

// All yields the providers, in no particular order.
func (x *Index) All() iter.Seq[*models.Provider] {
	return func(yield func(*models.Provider) bool) {
		for _, v := range x.views {
			for i := range v.providers {
				if v.isLive(uint32(i)) && !yield(v.providers[i].Provider) {
					return
				}
			}
		}
	}
}

// LastUpdate returns when a provider was last written.
func (x *Index) LastUpdate() (last time.Time) {
	for _, v := range x.views {
		if at := v.lastUpdate(); at.After(last) {
			last = at
		}
	}
	return last
}

// ByID returns the provider with an id.
func (x *Index) ByID(id string) (*models.Provider, bool) {
	for _, v := range x.views {
		if i, ok := v.find(&v.byID, id); ok {
			return v.providers[i].Provider, true
		}
	}
	return nil, false
}

// BySlug returns the provider with a slug.
func (x *Index) BySlug(slug string) (*models.Provider, bool) {
	for _, v := range x.views {
		if i, ok := v.find(&v.bySlug, slug); ok {
			return v.providers[i].Provider, true
		}
	}
	return nil, false
}

// ByFormerSlug returns the provider that had a slug before.
func (x *Index) ByFormerSlug(slug string) (*models.Provider, bool) {
	for _, v := range x.views {
		if i, ok := v.byFormerSlug[slug]; ok && v.isLive(i) {
			return v.providers[i].Provider, true
		}
	}
	return nil, false
}

// ByNPI returns the provider with an NPI.
func (x *Index) ByNPI(npi string) (*models.Provider, bool) {
	for _, v := range x.views {
		if i, ok := v.find(&v.byNPI, npi); ok {
			return v.providers[i].Provider, true
		}
	}
	return nil, false
}

// Values returns the values of a field that some provider has or had, in no particular order.
func (x *Index) Values(f Field) []string { return x.dictionaries[f].values }

// having returns how many providers have a value, spelled so.
func (x *Index) having(f Field, code uint32) (providers int) {
	for _, v := range x.views {
		providers += v.count(f, code)
	}
	return providers
}

// shown returns how a value of a facet is shown.
func (x *Index) shown(f Field, code uint32) string {
	if insurer, is := x.insurerOf(f, code); is {
		return insurer.Name
	}
	return x.spelling(f, code)
}

// spelling returns how a value is shown that is given by its head: as most providers of the directory spell it, and of
// spellings that equally many have, the first in the order of characters.
func (x *Index) spelling(f Field, head uint32) string {
	dictionary := x.dictionaries[f]
	shown, most := dictionary.values[head], -1
	for _, code := range dictionary.spellings[head] {
		value, providers := dictionary.values[code], x.having(f, code)
		if providers > most || providers == most && value < shown {
			shown, most = value, providers
		}
	}
	return shown
}
