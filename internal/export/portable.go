package export

import (
	"slices"

	"findcare/models"
)

// portable makes documents that another database can import, which may have other ids. It has the slugs of those that
// documents refer to, by id.
type portable map[string]string

// of names what a document refers to by slugs, and leaves out an id that follows from the slug, and who signed a
// medical review off, which is for editors. It is nil for a document that cannot be without something that is not
// there.
func (p portable) of(document models.Document) (portable models.Document, ok bool) {
	head := document.Head()
	switch document.Kind() {
	case models.KindCredential, models.KindCondition, models.KindTreatment: // nobody refers to providers and articles
		p[head.ID] = head.Slug
	}
	missing := false
	document.References(func(_ string, _ models.Kind, reference *string) {
		*reference = p[*reference]
		missing = missing || *reference == ""
	})
	if missing && !dropMissing(document) {
		return nil, false
	}
	if article, ok := document.(*models.Article); ok && article.MedicalReview != nil {
		article.MedicalReview.Signature = nil
	}
	if head.ID == models.IDOfSlug(document.Kind(), head.Slug) {
		head.ID = ""
	}
	return document, true
}

// dropMissing takes empty references away, which only other tools than findcare can have made. It is false where a
// document is nothing without one.
func dropMissing(document models.Document) bool {
	switch d := document.(type) {
	case *models.Treatment:
		d.ConditionIDs = withoutEmpty(d.ConditionIDs)
	case *models.Provider:
		d.CredentialIDs, d.ConditionIDs, d.TreatmentIDs = withoutEmpty(
			d.CredentialIDs,
		), withoutEmpty(d.ConditionIDs), withoutEmpty(d.TreatmentIDs)
		d.Licenses = slices.DeleteFunc(d.Licenses, func(l models.License) bool { return l.CredentialID == "" })
	case *models.Article:
		d.ConditionIDs = withoutEmpty(d.ConditionIDs)
		if d.MedicalReview != nil {
			d.MedicalReview.CredentialIDs = withoutEmpty(d.MedicalReview.CredentialIDs)
		}
		return d.Topic != models.Topic{}
	}
	return true
}

func withoutEmpty(references []string) []string {
	return slices.DeleteFunc(references, func(reference string) bool { return reference == "" })
}
