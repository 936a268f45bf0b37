package models

import (
	"crypto/sha256"
	"encoding/base32"
	"regexp"
	"slices"
	"strings"
	"time"
)

// Kind is a kind of document, named as in the directory format.
type Kind string

// The kinds of documents.
const (
	KindCredential Kind = "credential"
	KindCondition  Kind = "condition"
	KindTreatment  Kind = "treatment"
	KindInsurer    Kind = "insurer"
	KindProvider   Kind = "provider"
	KindArticle    Kind = "article"
)

// Kinds lists all kinds, so that a document only refers to kinds before its own or to its own.
var Kinds = []Kind{KindCredential, KindCondition, KindTreatment, KindInsurer, KindProvider, KindArticle}

var idPrefixes = map[Kind]string{
	KindCredential: "crd_",
	KindCondition:  "cnd_",
	KindTreatment:  "trt_",
	KindInsurer:    "ins_",
	KindProvider:   "prv_",
	KindArticle:    "art_",
}

// Plural names the list of that kind in the directory format, and its collection.
func (k Kind) Plural() string { return string(k) + "s" }

// New returns an empty document of that kind, and nil for an unknown kind.
func (k Kind) New() Document {
	switch k {
	case KindCredential:
		return new(Credential)
	case KindCondition:
		return new(Condition)
	case KindTreatment:
		return new(Treatment)
	case KindInsurer:
		return new(Insurer)
	case KindProvider:
		return new(Provider)
	case KindArticle:
		return new(Article)
	}
	return nil
}

// Document is what all documents have in common.
type Document interface {
	Kind() Kind
	// Head returns the document's own header.
	Head() *Header
	// References calls visit with every reference of the document to another one, for reading and for rewriting.
	References(visit func(path string, kind Kind, reference *string))
	// Normalize brings the fields into the form that they are stored in: trimmed texts, E.164 phone numbers, …
	Normalize()
	// Validate returns the broken rules; none for a document that may be stored. Dates are held against today.
	// References must be ids by then.
	Validate(today Date, references References) []Fault
	// check is Validate with a checker.
	check(c *checker)
}

// Header is the part that every document starts with.
type Header struct {
	// ID is opaque, carries its kind as a prefix, and never changes. It is the document's _id.
	ID string `bson:"_id" json:"id,omitempty"`
	// Slug names the document in addresses; unique among documents of its kind.
	Slug string `bson:"slug" json:"slug"`
	// FormerSlugs still find the document, for as long as no other one has them.
	FormerSlugs []string `bson:"formerSlugs,omitempty" json:"formerSlugs,omitempty"`
	// Revision counts the writes of the document, from 1.
	Revision int64 `bson:"revision" json:"-"`
	// UpdatedAt is when the document was last written, to the millisecond.
	UpdatedAt time.Time `bson:"updatedAt" json:"-"`
	// DeletedAt is when the document was deleted. What is left of it then is its header, so that others learn of it.
	DeletedAt *time.Time `bson:"deletedAt,omitempty" json:"-"`
	// WasShown is set where the public does not see the document and has seen it before: whoever follows the directory
	// is told that it is gone, and nothing of what never was there.
	WasShown bool `bson:"wasShown,omitempty" json:"-"`
	// Digest is a hash of all that is known of the document as it is stored; 0 where that is not known. It tells a
	// change by another tool, which need not raise the revision.
	Digest uint64 `bson:"-" json:"-"`
	// Unknown are the members that this findcare does not know, nil where there are none.
	Unknown *Unknown `bson:"-" json:"-"`
}

// Shown reports whether the public sees a document: it is not deleted, and no retired provider or unpublished article.
func Shown(document Document) bool {
	if document.Head().DeletedAt != nil {
		return false
	}
	switch d := document.(type) {
	case *Provider:
		return !d.Retired()
	case *Article:
		return d.Published()
	}
	return true
}

// Head returns h.
func (h *Header) Head() *Header { return h }

var (
	slugPattern = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)
	idPattern   = regexp.MustCompile(`^[a-z]{3}_[0-9a-z]{26}$`)
	idEncoding  = base32.NewEncoding("0123456789abcdefghjkmnpqrstvwxyz").WithPadding(base32.NoPadding)
)

const (
	slugLimit = 120
	slugRule  = "must be lower-case letters and digits in groups joined by single hyphens"
)

// ValidSlug reports whether s is lower-case letters and digits in groups joined by single hyphens.
func ValidSlug(s string) bool { return len(s) <= slugLimit && slugPattern.MatchString(s) }

// IDOfSlug returns the id that a document has unless another one was asked for. It follows from the slug, so the
// same file makes the same ids everywhere: the kind's prefix and 128 bits of a SHA-256 in Crockford's base 32, as
// long as a ULID.
func IDOfSlug(kind Kind, slug string) string {
	sum := sha256.Sum256([]byte(string(kind) + "/" + slug))
	return idPrefixes[kind] + idEncoding.EncodeToString(sum[:16])
}

// KindOfID returns the kind that an id's prefix names; false where it is no id of any kind.
func KindOfID(id string) (Kind, bool) {
	if !idPattern.MatchString(id) {
		return "", false
	}
	for kind, prefix := range idPrefixes {
		if strings.HasPrefix(id, prefix) {
			return kind, true
		}
	}
	return "", false
}

func (c *checker) header(kind Kind, h *Header) {
	c.note("/slug", Rule{Line: true, MaxLength: slugLimit, Pattern: slugPattern.String(), Says: slugRule})
	if h.Slug == "" {
		c.fault("/slug", nil, "is required")
	} else if !ValidSlug(h.Slug) {
		c.fault("/slug", h.Slug, "%s, at most %d in all", slugRule, slugLimit)
	}
	list(c, "/formerSlugs", h.FormerSlugs, func(path, slug string) {
		if !ValidSlug(slug) || slug == h.Slug {
			c.fault(path, slug, "must be a slug that the document had before")
		}
	})
	if h.ID == "" {
		return
	}
	if got, ok := KindOfID(h.ID); !ok || got != kind {
		c.fault("/id", h.ID, "must be %q and 26 of the characters 0-9 and a-z", idPrefixes[kind])
	}
}

// Rename gives the document another slug and keeps the one that it had.
func (h *Header) Rename(slug string) {
	before := *h
	h.Slug, h.FormerSlugs = slug, nil
	h.Succeed(before.Slug, before.FormerSlugs)
}

// NextUpdate returns the time of the next revision, which is written now. It is later than that of this revision even
// if the server that wrote this one has a clock that is ahead of ours.
func (h *Header) NextUpdate(now time.Time) time.Time {
	if !now.After(h.UpdatedAt) {
		return h.UpdatedAt.Add(time.Millisecond)
	}
	return now
}

// Succeed lets the slugs of the revision before lead to the document, too: its slug, and those that were former ones
// then.
func (h *Header) Succeed(slug string, former []string) {
	var kept []string
	for _, slug := range slices.Concat([]string{slug}, h.FormerSlugs, former) {
		if slug != h.Slug && !slices.Contains(kept, slug) && len(kept) < mostFormerSlugs {
			kept = append(kept, slug)
		}
	}
	h.FormerSlugs = kept
}

// mostFormerSlugs is how many slugs a document keeps from before; the oldest are forgotten.
const mostFormerSlugs = 20

// Label is a name with its abbreviation in brackets where there is one.
func label(name string, abbreviation OptionalString) string {
	switch {
	case abbreviation == "":
		return name
	case name == "":
		return string(abbreviation)
	}
	return name + " (" + string(abbreviation) + ")"
}

func trim[T ~string](values ...*T) {
	for _, value := range values {
		*value = T(strings.TrimSpace(string(*value)))
	}
}

func trimAll(values []string) []string {
	for i := range values {
		trim(&values[i])
	}
	if len(values) == 0 {
		return nil
	}
	return values
}
