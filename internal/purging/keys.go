package purging

import (
	"slices"

	"findcare/models"
)

// The keys that do not name a document.
const (
	// Directory is the key of every answer. A change of the vocabulary purges it.
	Directory = "directory"
	// Any is for answers that any change may change.
	Any = "any"
	// Providers is for answers that depend on more providers than those they name.
	Providers = "providers"
	// Articles is for answers that depend on more articles than those they name.
	Articles = "articles"
)

// maxIDs is the maximum number of documents that are named one by one: caches bound the size of a header, and how many
// keys are purged in one call.
const maxIDs = 25

// Keys are what an answer depends on. The zero value is for an answer that depends on the vocabulary only.
type Keys struct {
	private                  bool
	any, providers, articles bool
	ids                      []string
}

// Private says that the answer is not for shared caches.
func (k *Keys) Private() { k.private = true }

// DependsOnAny says that any change may change the answer.
func (k *Keys) DependsOnAny() { k.any = true }

// DependsOnAll says that the answer depends on all documents of a kind.
func (k *Keys) DependsOnAll(kind models.Kind) {
	switch kind {
	case models.KindProvider:
		k.providers = true
	case models.KindArticle:
		k.articles = true
	}
}

// DependsOn says that the answer depends on a document, there or not.
func (k *Keys) DependsOn(id string) {
	kind, known := models.KindOfID(id)
	if !known || kind != models.KindProvider && kind != models.KindArticle || slices.Contains(k.ids, id) {
		return
	}
	if len(k.ids) == maxIDs {
		k.any = true
		return
	}
	k.ids = append(k.ids, id)
}

// List returns the keys; none for an answer that is not for shared caches.
func (k *Keys) List() []string {
	switch {
	case k.private:
		return nil
	case k.any:
		return []string{Directory, Any}
	}
	list := []string{Directory}
	if k.providers {
		list = append(list, Providers)
	}
	if k.articles {
		list = append(list, Articles)
	}
	for _, id := range k.ids {
		if kind, _ := models.KindOfID(id); kind == models.KindProvider && k.providers ||
			kind == models.KindArticle && k.articles {
			continue // every change of it purges the other key, too
		}
		list = append(list, id)
	}
	return list
}

// KeysOf returns the keys of all answers that a change of some documents may change.
func KeysOf(ids []string) []string {
	purged := make(set)
	for _, id := range ids {
		purged.add(id)
	}
	return purged.keys()
}

// set is the ids of documents, and Directory for everything.
type set map[string]struct{}

func (s set) add(id string) {
	kind, _ := models.KindOfID(id)
	if _, everything := s[Directory]; everything {
		return
	}
	if s[id] = struct{}{}; len(s) > maxIDs || kind != models.KindProvider && kind != models.KindArticle {
		clear(s)
		s[Directory] = struct{}{}
	}
}

func (s set) addAll(other set) {
	for id := range other {
		s.add(id)
	}
}

func (s set) keys() (keys []string) {
	if _, everything := s[Directory]; everything {
		return []string{Directory}
	}
	for id := range s {
		keys = append(keys, Any, id)
		if kind, _ := models.KindOfID(id); kind == models.KindProvider {
			keys = append(keys, Providers)
		} else {
			keys = append(keys, Articles)
		}
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}
