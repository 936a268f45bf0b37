package fhir

// organization adds an Organization and its Locations. Its type is that of a provider group, with the taxonomy codes of
// the NPI registry if there are any.
func (s *subject) organization() {
	const kind = "Organization"
	o := &organization{
		Type: kind, ID: s.id, Identifier: s.identifiers(kind), Active: true, Name: s.name(), Telecom: s.telecom(),
		Kind: []codeableConcept{concept(systemOrgType, "prvgrp", "Provider Group")},
	}
	if s.NPIRecord != nil {
		for _, code := range s.NPIRecord.Taxonomies {
			o.Kind[0].Coding = append(o.Kind[0].Coding, coding{System: systemTaxonomy, Code: code})
		}
	}
	if statement := clean(string(s.Statement)); statement != "" {
		o.Extension = []extension{{URL: orgDescription, ValueString: statement}}
	}
	for _, name := range s.OtherNames {
		if name = clean(name); name != "" {
			o.Alias = append(o.Alias, name)
		}
	}
	for i := range s.Locations {
		o.Address = append(o.Address, addressOf(&s.Locations[i]))
	}
	o.Meta = s.meta(profiles("organization", kind))
	if len(o.Address) == 0 { // required by Plan-Net
		o.Meta.Profile = o.Meta.Profile[:1]
	}
	s.add(kind, s.id, o)
	itself := s.reference(kind, s.id)
	places := s.places(&itself, s.newClients())
	s.service(&itself, places)
}
