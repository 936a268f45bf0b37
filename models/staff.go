package models

// mostEmployers is how many organizations a person may work for.
const mostEmployers = 20

// NotAnOrganization is the fault of a reference to a provider whom nobody can work for.
func (r Reference) NotAnOrganization() Fault {
	return Fault{Path: r.Path, Value: r.ID, Rule: "must be an organization"}
}

func (d *Provider) validateWorksFor(c *checker) {
	list(c, "/worksFor", d.WorksForIDs, c.reference(KindProvider))
	c.atMost("/worksFor", "organizations", len(d.WorksForIDs), mostEmployers)
	if d.Type == Organization && len(d.WorksForIDs) > 0 {
		c.fault("/worksFor", nil, "must be empty for an organization")
	}
}
