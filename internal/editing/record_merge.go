package editing

import "findcare/models"

// Known is what is known of a registry's record before it is brought in.
type Known struct {
	// Provider is the one that the record is of, as it stands in the directory; nil where it does not.
	Provider *models.Provider
	// Deleted tells that an editor has deleted the provider, and Withdrawn that an import has. Last is what it was
	// before that, with all that editors had added; nil where that is not known.
	Deleted, Withdrawn bool
	Last               *models.Provider
	// ReadFrom is the date of the file that the record was last read from, "" where that is not known.
	ReadFrom models.Date
}

// Fate is what becomes of the provider of a record.
type Fate uint8

// The fates. Nothing is to be written of the first ones.
const (
	// Unchanged is that of a provider that is as the record makes it.
	Unchanged Fate = iota
	// StaysDeleted is that of a provider whom an editor has deleted.
	StaysDeleted
	// NotListed is that of a record that is not to be listed, and of which the directory has nothing that would change.
	NotListed
	// Older is that of a record that was read from a newer file before.
	Older
	// Created is that of a provider that is new, and Changed of one that is not as the record makes it.
	Created
	Changed
	// Withdrawn is that of a provider that an import had made and that is not to be listed, and Restored of one that
	// comes back.
	Withdrawn
	Restored
)

// MergeRecord tells what becomes of the provider of a registry's record. It is the one rule for that, wherever records
// come in: through a server, or from a file into the database. After is the provider as it is then; nil where nothing
// is to be written, and where it is withdrawn. Whether it breaks a rule is not looked at.
func MergeRecord(r *models.Record, known Known) (after *models.Provider, fate Fate) {
	switch provider := known.Provider; {
	case provider == nil && !r.IsListed():
		return nil, NotListed
	case provider == nil && known.Deleted:
		return nil, StaysDeleted
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

// sameDigest tells whether the record is as it was when it was last brought in.
func sameDigest(r *models.Record, provider *models.Provider) bool {
	last := provider.ImportedFrom(r.Source)
	return last != nil && last.Digest != "" && last.Record == r.Key && last.Digest == r.Digest()
}

func withdraw(r *models.Record, provider *models.Provider) (after *models.Provider, fate Fate) {
	switch after, gone := r.Withdraw(provider); {
	case gone:
		return nil, Withdrawn
	case after == nil:
		return nil, NotListed
	default:
		return after, Changed
	}
}
