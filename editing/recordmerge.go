package editing

import "findcare/models"

// Known is what is known of a registry's record before it is brought in.
type Known struct {
	// Provider is the one that the record is of, as it stands in the directory; nil where it does not.
	Provider *models.Provider
	// Deleted tells that an editor has deleted the provider, and Withdrawn that an import has. Last is what it was before that,
	// with all that editors had added; nil where that is not known.
	Deleted, Withdrawn bool
	Last               *models.Provider
}

// Fate is what becomes of the provider of a record.
type Fate uint8

// The fates. Nothing is to be written of the first ones.
const (
	// Unchanged is that of a provider that is as the record makes it.
	Unchanged Fate = iota
	// StaysDeleted is that of a provider whom an editor has deleted.
	StaysDeleted
	// NotListed is that of a record that is out of use, and of which the directory has nothing that would change.
	NotListed
	// Created is that of a provider that is new, and Changed of one that is not as the record makes it.
	Created
	Changed
	// Withdrawn is that of a provider that an import had made and whose record is out of use, and Restored of one that comes back.
	Withdrawn
	Restored
)

// MergeRecord tells what becomes of the provider of a registry's record. It is the one rule for that, wherever records come in:
// through a server, or from a file into the database. After is the provider as it is then; nil where nothing is to be written, and
// where it is withdrawn. Whether it breaks a rule is not looked at.
func MergeRecord(r *models.Record, known Known) (after *models.Provider, fate Fate) {
	if r.WithdrawnOn != "" {
		return withdraw(r, known.Provider)
	}
	switch {
	case known.Provider != nil:
		if after = r.Merge(known.Provider); models.SameButDigests(known.Provider, after) {
			return nil, Unchanged
		}
		return after, Changed
	case known.Deleted:
		return nil, StaysDeleted
	case known.Withdrawn:
		return r.Merge(known.Last), Restored
	}
	return r.Merge(nil), Created
}

func withdraw(r *models.Record, provider *models.Provider) (after *models.Provider, fate Fate) {
	if provider == nil {
		return nil, NotListed
	}
	switch after, gone := r.Withdraw(provider); {
	case gone:
		return nil, Withdrawn
	case after == nil:
		return nil, NotListed
	default:
		return after, Changed
	}
}
