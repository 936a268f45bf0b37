package pages

// maxStaff is how many people of an organization are shown before the others fold away.
const maxStaff = 8

// FirstStaff are those that are always shown.
func (p provider) FirstStaff() []provider {
	if len(p.Staff.Nodes) > maxStaff+1 {
		return p.Staff.Nodes[:maxStaff]
	}
	return p.Staff.Nodes
}

// FurtherStaff are the others.
func (p provider) FurtherStaff() []provider { return p.Staff.Nodes[len(p.FirstStaff()):] }

// StaffNotShown is how many more there are.
func (p provider) StaffNotShown() int { return p.Staff.TotalCount - len(p.Staff.Nodes) }
