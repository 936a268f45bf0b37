package catalog

import "findcare/models"

// AnyProvider returns the provider that by names, retired or not, nil where there is none. It is not for the public.
func (s *Snapshot) AnyProvider(by ProviderBy) *Provider {
	if found := s.providerIn(s.index, by); found != nil {
		return found
	}
	if found := s.providerIn(s.retired, by); found != nil {
		return found
	}
	if by.Slug == nil {
		return nil
	}
	if found := s.Provider(by); found != nil {
		return found
	}
	return s.found(s.retired.ByFormerSlug(*by.Slug))
}

// shown returns the header of a document that the public sees, nil where there is none.
func (s *Snapshot) shown(id string) *models.Header {
	if document := s.Document(id); document != nil && models.Shown(document) {
		return document.Head()
	}
	return nil
}
