package editing

import "findcare/models"

// Known is what is known of a registry's record before it is imported.
type Known struct {
	// Provider is the record's provider in the directory; nil if there is none.
	Provider *models.Provider
	// Deleted reports that an editor deleted the provider, and Withdrawn that an import did. Last is the provider
	// before it was withdrawn, with everything that editors had added; nil if that is not known.
	Deleted, Withdrawn bool
	Last               *models.Provider
	// ReadFrom is the date of the file that the record was last read from, "" if it is not known.
	ReadFrom models.Date
}

// MergeResult is what a record means for its provider.
type MergeResult uint8

// The results. The first four require no write.
const (
	// Unchanged: the provider already says what the record says.
	Unchanged MergeResult = iota
	// DeletedByEditor: an editor deleted the provider, so it stays deleted.
	DeletedByEditor
	// NotListed: the record is not to be listed, and the directory has nothing of it to change.
	NotListed
	// Older: the record was read from a newer file before.
	Older
	// Created: the provider is new. Changed: the provider differs from the record.
	Created
	Changed
	// Withdrawn: an import created the provider, which is no longer to be listed. Restored: a withdrawn provider comes
	// back.
	Withdrawn
	Restored
)

// MergeRecord decides what a registry's record changes. It is the one rule for that, whether records come in through a
// server or from a file into the database. After is the next revision of the provider, nil if nothing is to be written
// or the provider is withdrawn. It may break rules of models, which the caller checks.
func MergeRecord(r *models.Record, known Known) (after *models.Provider, result MergeResult) {
	switch provider := known.Provider; {
	case provider == nil && !r.IsListed():
		return nil, NotListed
	case provider == nil && known.Deleted:
		return nil, DeletedByEditor
	case provider != nil && r.IsListed() && sameDigest(r, provider):
		return nil, Unchanged
	case isOlder(r, known):
		return nil, Older
	case !r.IsListed():
		return withdraw(r, provider)
	case provider == nil && known.Withdrawn:
		return r.Merge(known.Last), Restored
	case provider == nil:
		return r.Merge(nil), Created
	default:
		if after = r.Merge(provider); models.SameButDigests(provider, after) {
			return nil, Unchanged
		}
		return after, Changed
	}
}

// sameDigest reports whether the record is as it was when it was last imported.
func sameDigest(r *models.Record, provider *models.Provider) bool {
	last := provider.ImportedFrom(r.Source)
	return last != nil && last.Digest != "" && last.Record == r.Key && last.Digest == r.Digest()
}

func withdraw(r *models.Record, provider *models.Provider) (after *models.Provider, result MergeResult) {
	switch after, gone := r.Withdraw(provider); {
	case gone:
		return nil, Withdrawn
	case after == nil:
		return nil, NotListed
	default:
		return after, Changed
	}
}
