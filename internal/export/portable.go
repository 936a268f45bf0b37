package export

import (
	"slices"

	"findcare/models"
)

// portable converts documents to a form that another database, with other ids, can import. It maps the ids of documents
// to their slugs.
type portable map[string]string

// of replaces ids in references by slugs, and drops an id that follows from the slug, and the signature of a medical
// review, which is for editors only. It is false for a document that cannot exist without a document that is missing.
func (p portable) of(document models.Document) (portable models.Document, ok bool) {
	head := document.Head()
	if document.Kind().Referable() {
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

// dropMissing removes empty references, which only tools other than findcare can have caused. It is false if the
// document cannot exist without one.
func dropMissing(document models.Document) bool {
	switch d := document.(type) {
	case *models.Treatment:
		d.ConditionIDs = withoutEmpty(d.ConditionIDs)
	case *models.Provider:
		d.CredentialIDs, d.ConditionIDs, d.TreatmentIDs = withoutEmpty(
			d.CredentialIDs,
		), withoutEmpty(d.ConditionIDs), withoutEmpty(d.TreatmentIDs)
		d.Coverage = slices.DeleteFunc(d.Coverage, func(c models.Coverage) bool { return c.InsurerID == "" })
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
