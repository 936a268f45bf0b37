package models

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"hash"
	"strings"
)

// MedicalReview says who checked the article.
type MedicalReview struct {
	Reviewer      string   `bson:"reviewer" json:"reviewer"`
	CredentialIDs []string `bson:"credentials,omitempty" json:"credentials,omitempty"`
	ReviewedOn    Date     `bson:"reviewedOn" json:"reviewedOn"`
	// Fingerprint is that of the text that was reviewed; empty for a stale review of which that is not known.
	Fingerprint string `bson:"fingerprint,omitempty" json:"fingerprint,omitempty"`
	// Stale says that the article has another text now. SettleReview decides it.
	Stale bool `bson:"stale,omitempty" json:"stale,omitempty"`
	// Signature is nil for a review that nobody signed off here, such as one of a file.
	Signature *Signature `bson:"signature,omitempty" json:"signature,omitempty"`
}

// Signature says who signed a text off.
type Signature struct {
	// By is the id of the principal, and Name how they are called.
	By   string `bson:"by" json:"by"`
	Name string `bson:"name,omitempty" json:"name,omitempty"`
	// OnBehalfOf is the reviewer where it is somebody else.
	OnBehalfOf string `bson:"onBehalfOf,omitempty" json:"onBehalfOf,omitempty"`
}

// fingerprintVersion comes before each fingerprint, so that a release that covers more can still check those of this
// one.
const fingerprintVersion = "1-"

// Fingerprint is a hash of all that a medical review is of: title, topic, lead, sections, conditions, sources and call
// to action. Space around a text is none of it. References must be ids by then.
func (d *Article) Fingerprint() string {
	t := textHash{sha256.New()}
	// The id of an insurer takes the place of a credential's, so that earlier fingerprints stay as they are.
	t.add(d.Title, d.Topic.TreatmentID, d.Topic.ConditionID, d.Topic.CredentialID+d.Topic.InsurerID, d.Lead)
	t.addSections(d.Sections)
	t.count(len(d.ConditionIDs))
	t.add(d.ConditionIDs...)
	t.count(len(d.Sources))
	for _, source := range d.Sources {
		t.add(source.Title, string(source.Publisher), source.URL)
	}
	if d.CallToAction != nil {
		t.add(d.CallToAction.Heading, d.CallToAction.Body)
	}
	return fingerprintVersion + hex.EncodeToString(t.Sum(nil)[:16])
}

// textHash hashes texts and lists so that no two articles write the same bytes: each is preceded by its length.
type textHash struct{ hash.Hash }

func (t textHash) count(n int) { _, _ = t.Write(binary.AppendUvarint(nil, uint64(n))) } // a hash takes everything

func (t textHash) add(texts ...string) {
	for _, text := range texts {
		text = strings.TrimSpace(text)
		t.count(len(text))
		_, _ = t.Write([]byte(text))
	}
}

func (t textHash) addSections(sections []Section) {
	t.count(len(sections))
	for _, section := range sections {
		t.add(section.Heading, section.Body)
		t.addSections(section.Sections)
	}
}

// SettleReview decides whether the medical review is of the article's text: the one place where that is decided, to be
// called for whatever is read from outside or was changed. A review without a fingerprint, as the releases before
// recorded them and as people write them into files, is taken to be of the text that it stands beside, unless it says
// that it is stale.
func (d *Article) SettleReview() {
	if d.MedicalReview == nil {
		return
	}
	text, settled := d.Fingerprint(), *d.MedicalReview // which another revision may share
	if settled.Fingerprint == "" && !settled.Stale {
		settled.Fingerprint = text
	}
	settled.Stale = settled.Fingerprint != text
	d.MedicalReview = &settled
}

// ContinueReview ties the medical review that a file has, without a fingerprint, to the text that the known one is of.
// Only a review of a later day than the known one is a new one, of the file's own text. Where the two are the same
// review, the file's keeps the signature, which exports leave out.
func (d *Article) ContinueReview(known *MedicalReview) {
	if d.MedicalReview == nil || known == nil {
		return
	}
	review := *d.MedicalReview
	if review.Fingerprint == "" && !review.Stale && review.ReviewedOn <= known.ReviewedOn {
		review.Fingerprint, review.Stale = known.Fingerprint, known.Stale
	}
	if review.sameAs(known) && review.Signature == nil {
		review.Signature = known.Signature
	}
	d.MedicalReview = &review
}

// sameAs reports whether two records are of one review: by one reviewer, on one day, of one text.
func (r *MedicalReview) sameAs(other *MedicalReview) bool {
	return r.Reviewer == other.Reviewer && r.ReviewedOn == other.ReviewedOn && r.Fingerprint == other.Fingerprint
}

func (c *checker) medicalReview(review *MedicalReview) {
	if review == nil {
		return
	}
	c.line("/medicalReview/reviewer", review.Reviewer, 200)
	list(c, "/medicalReview/credentials", review.CredentialIDs, c.reference(KindCredential))
	c.pastDate("/medicalReview/reviewedOn", review.ReviewedOn)
	c.optionalLine("/medicalReview/fingerprint", review.Fingerprint, 100)
	if signature := review.Signature; signature != nil {
		c.line("/medicalReview/signature/by", signature.By, 1000)
		c.optionalLine("/medicalReview/signature/name", signature.Name, 200)
		c.optionalLine("/medicalReview/signature/onBehalfOf", signature.OnBehalfOf, 200)
	}
}
