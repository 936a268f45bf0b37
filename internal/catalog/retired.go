package catalog

import (
	"maps"

	"findcare/models"
)

// retiredProviders are the providers that the public does not see any more, by what names them. Nothing of them is
// indexed: they are in no search, no facet and no list, and count for no version. What is here is shared between
// snapshots, and copied where it changes.
type retiredProviders struct {
	byID         map[string]*models.Provider
	bySlug       map[string]*models.Provider
	byFormerSlug map[string]*models.Provider
	byNPI        map[string]*models.Provider
}

// with returns the retired providers without those of some ids, and with others.
func (r retiredProviders) with(gone map[string]bool, retired []*models.Provider) retiredProviders {
	var lost []*models.Provider
	for id := range gone {
		if p := r.byID[id]; p != nil {
			lost = append(lost, p)
		}
	}
	if len(lost)+len(retired) == 0 {
		return r
	}
	next := retiredProviders{copied(r.byID), copied(r.bySlug), copied(r.byFormerSlug), copied(r.byNPI)}
	for _, p := range lost {
		next.drop(p)
	}
	for _, d := range retired {
		models.IdentifyMembers(d) // of a document that was never stored
		next.add(d)
	}
	return next
}

func copied(by map[string]*models.Provider) map[string]*models.Provider {
	if by == nil {
		return make(map[string]*models.Provider)
	}
	return maps.Clone(by)
}

func (r retiredProviders) add(p *models.Provider) {
	r.byID[p.ID], r.bySlug[p.Slug] = p, p
	if p.NPI != "" {
		r.byNPI[string(p.NPI)] = p
	}
	for _, slug := range p.FormerSlugs {
		r.byFormerSlug[slug] = p
	}
}

func (r retiredProviders) drop(p *models.Provider) {
	drop := func(by map[string]*models.Provider, key string) {
		if by[key] == p { // and not another one that has it by now
			delete(by, key)
		}
	}
	drop(r.byID, p.ID)
	drop(r.bySlug, p.Slug)
	drop(r.byNPI, string(p.NPI))
	for _, slug := range p.FormerSlugs {
		drop(r.byFormerSlug, slug)
	}
}

func (r retiredProviders) find(by ProviderBy) *models.Provider {
	switch {
	case by.NPI != nil:
		return r.byNPI[*by.NPI]
	case by.ID != nil:
		return r.byID[*by.ID]
	case by.Slug != nil:
		return r.bySlug[*by.Slug]
	}
	return nil
}

// AnyProvider returns the provider that by names, retired or not, nil where there is none. It is not for the public.
func (s *Snapshot) AnyProvider(by ProviderBy) *Provider {
	if found := s.provider(by); found != nil {
		return found
	}
	if found := s.retired.find(by); found != nil {
		return &Provider{found, s}
	}
	if by.Slug == nil {
		return nil
	}
	if found := s.Provider(by); found != nil {
		return found
	}
	if found := s.retired.byFormerSlug[*by.Slug]; found != nil {
		return &Provider{found, s}
	}
	return nil
}

// shown returns the header of a document that the public sees, nil where there is none.
func (s *Snapshot) shown(id string) *models.Header {
	if s.retired.byID[id] != nil {
		return nil
	}
	return s.header(id)
}
