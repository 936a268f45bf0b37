package models

// Complete reports whether the entry tells what a person needs to choose a provider: what is treated and how, for whom,
// in which languages, how and where they meet, what it costs or who pays, and how to get in touch. What individuals are
// by profession belongs to it, too.
func (d *Provider) Complete() bool {
	remote := false
	for _, format := range d.SessionFormats {
		remote = remote || format != InPerson
	}
	return len(d.ConditionIDs) > 0 && len(d.TreatmentIDs) > 0 && d.Statement != "" &&
		len(d.AgeGroups) > 0 && len(d.Languages) > 0 &&
		len(d.SessionFormats) > 0 && (remote || len(d.Locations) > 0) &&
		(d.SessionFee != nil || len(d.Insurances) > 0 || len(d.Coverage) > 0) &&
		(d.Type == Organization || len(d.CredentialIDs) > 0) && d.reachable()
}

// reachable reports whether the entry tells how to get in touch.
func (d *Provider) reachable() bool {
	for i := range d.Locations {
		if d.Locations[i].Phone != "" {
			return true
		}
	}
	return len(d.Phones) > 0 || d.Email != "" || d.Website != "" || d.BookingURL != ""
}
