package models

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/99designs/gqlgen/graphql"
)

// Update is an input for a document that is there, with changes of single members beside it.
type Update interface {
	Input
	// Place is where a fault of what was last applied stands in what the client gave; path is where it stands in the
	// document.
	Place(path string) string
	// Lost tells what the document after, which is normalized, would lose without a word.
	Lost(before, after Document) []Fault
}

// ProviderUpdate is an update of a provider.
type ProviderUpdate struct {
	ProviderInput
	Members   *ProviderMembersInput `json:"members,omitzero"`
	AllowLoss bool                  `json:"allowLoss,omitzero"`

	origins `json:"-"`
}

// ProviderMembersInput are changes of single members of a provider; nil where there are none of a list.
type ProviderMembersInput struct {
	Locations *LocationChangesInput `json:"locations,omitzero"`
	Licenses  *LicenseChangesInput  `json:"licenses,omitzero"`
}

// LocationChangesInput are changes of single locations.
type LocationChangesInput struct {
	Add    []Location            `json:"add,omitzero"`
	Update []LocationUpdateInput `json:"update,omitzero"`
	Remove []string              `json:"remove,omitzero"`
}

// LocationUpdateInput is what changes in a location.
type LocationUpdateInput struct {
	ID         string                            `json:"id"`
	Street     graphql.Omittable[OptionalString] `json:"street,omitzero"`
	City       graphql.Omittable[string]         `json:"city,omitzero"`
	State      graphql.Omittable[string]         `json:"state,omitzero"`
	StateCode  graphql.Omittable[string]         `json:"stateCode,omitzero"`
	PostalCode graphql.Omittable[OptionalString] `json:"postalCode,omitzero"`
	Phone      graphql.Omittable[OptionalString] `json:"phone,omitzero"`
	Latitude   graphql.Omittable[*float64]       `json:"latitude,omitzero"`
	Longitude  graphql.Omittable[*float64]       `json:"longitude,omitzero"`
}

func (in *LocationUpdateInput) apply(l *Location) {
	if in.State.IsSet() != in.StateCode.IsSet() { // the other one follows
		l.State, l.StateCode = "", ""
	}
	set(&l.Street, in.Street)
	set(&l.City, in.City)
	set(&l.State, in.State)
	set(&l.StateCode, in.StateCode)
	set(&l.PostalCode, in.PostalCode)
	set(&l.Phone, in.Phone)
	set(&l.Latitude, in.Latitude)
	set(&l.Longitude, in.Longitude)
}

// LicenseChangesInput are changes of single licences.
type LicenseChangesInput struct {
	Add    []License            `json:"add,omitzero"`
	Update []LicenseUpdateInput `json:"update,omitzero"`
	Remove []string             `json:"remove,omitzero"`
}

// LicenseUpdateInput is what changes in a licence.
type LicenseUpdateInput struct {
	ID         string                            `json:"id"`
	Credential graphql.Omittable[string]         `json:"credential,omitzero"`
	State      graphql.Omittable[string]         `json:"state,omitzero"`
	Number     graphql.Omittable[OptionalString] `json:"number,omitzero"`
	ExpiresOn  graphql.Omittable[Date]           `json:"expiresOn,omitzero"`
}

func (in *LicenseUpdateInput) apply(l *License) {
	set(&l.CredentialID, in.Credential)
	set(&l.State, in.State)
	set(&l.Number, in.Number)
	set(&l.ExpiresOn, in.ExpiresOn)
}

// Apply returns what comes of a provider.
func (in *ProviderUpdate) Apply(before Document) (Document, []Fault) {
	document, faults := in.ProviderInput.Apply(before)
	if in.Members == nil || len(faults) > 0 {
		return document, faults
	}
	d := document.(*Provider)
	in.origins = origins{places: make(map[string]string)}
	if c := in.Members.Locations; c != nil {
		list := changing[Location, *Location]{in.begin("locations", in.Locations.IsSet()), slices.Clone(d.Locations)}
		for i := range c.Update {
			list.update(i, c.Update[i].ID, c.Update[i].apply)
		}
		d.Locations = list.finish(c.Remove, c.Add)
	}
	if c := in.Members.Licenses; c != nil {
		list := changing[License, *License]{in.begin("licenses", in.Licenses.IsSet()), slices.Clone(d.Licenses)}
		for i := range c.Update {
			list.update(i, c.Update[i].ID, c.Update[i].apply)
		}
		d.Licenses = list.finish(c.Remove, c.Add)
	}
	IdentifyMembers(d)
	return d, in.faults
}

// Lost tells which streets, ZIP codes and phone numbers a new list of locations lacks that the stored ones in the same
// cities have.
func (in *ProviderUpdate) Lost(before, after Document) (faults []Fault) {
	if in.AllowLoss || !in.Locations.IsSet() {
		return nil
	}
	was, is := &Provider{Locations: before.(*Provider).Locations}, &Provider{Locations: after.(*Provider).Locations}
	for i, at := range pairs(membersOf(was), membersOf(is)) {
		if at < 0 {
			continue
		}
		known, location := &was.Locations[at], &is.Locations[i]
		for _, field := range []struct {
			name          string
			stored, given OptionalString
		}{
			{
				"street", known.Street, location.Street,
			}, {
				"postalCode", known.PostalCode,
				location.PostalCode,
			}, {
				"phone", known.Phone, location.Phone,
			},
		} {
			if field.stored == "" || field.given != "" {
				continue
			}
			faults = append(
				faults,
				Fault{Path: fmt.Sprintf("/locations/%d/%s", i, field.name), Kind: FaultLoss, Rule: fmt.Sprintf(
					"would be lost: the location in %s, %s has %q. Give it too, or change what differs with members: "+
						"{locations: {update: [{id: %q, …}]}}, or say allowLoss: true",
					known.City,
					known.StateCode,
					string(field.stored),
					known.ID,
				)},
			)
		}
	}
	return faults
}

// MembersInput are changes of single members of a provider or of an article; nil where there are none of a list.
type MembersInput struct {
	Locations *LocationChangesInput `json:"locations,omitzero"`
	Licenses  *LicenseChangesInput  `json:"licenses,omitzero"`
	Sections  *SectionChangesInput  `json:"sections,omitzero"`
}

// FaultOf says why the changes cannot be those of a document of a kind, "" where they can.
func (in *MembersInput) FaultOf(kind Kind) string {
	switch {
	case in == nil:
	case kind == KindProvider && in.Sections != nil:
		return "must not have sections, which a provider has none of"
	case kind == KindArticle && (in.Locations != nil || in.Licenses != nil):
		return "must not have locations or licenses, which an article has none of"
	}
	return ""
}

// OfProvider returns the changes of a provider, nil where there are none.
func (in *MembersInput) OfProvider() *ProviderMembersInput {
	if in == nil {
		return nil
	}
	return &ProviderMembersInput{Locations: in.Locations, Licenses: in.Licenses}
}

// OfArticle returns the changes of an article, nil where there are none.
func (in *MembersInput) OfArticle() *ArticleMembersInput {
	if in == nil {
		return nil
	}
	return &ArticleMembersInput{Sections: in.Sections}
}

// origins tell where in the changes members come from, and what is wrong with those.
type origins struct {
	places map[string]string // paths in the changes by those in the document
	faults []Fault
}

// Place is where a fault stands in what the client gave.
func (o *origins) Place(path string) string {
	for at := path; at != ""; at = at[:strings.LastIndexByte(at, '/')] {
		if place, ok := o.places[at]; ok {
			return place + path[len(at):]
		}
	}
	return path
}

// changes are those of one list.
type changes struct {
	*origins
	list string
	from map[MemberID]string
}

// begin begins the changes of a list, which the input must not give too.
func (o *origins) begin(list string, given bool) changes {
	c := changes{o, list, make(map[MemberID]string)}
	if given {
		o.faults = append(o.faults, Fault{Path: c.path(), Rule: "must not be given beside " + list + " of the input"})
	}
	return c
}

func (c *changes) path(steps ...string) string {
	return "/" + strings.Join(append([]string{"members", c.list}, steps...), "/")
}

// note keeps where a member comes from.
func (c *changes) note(id MemberID, change string, i int) {
	c.from[id] = c.path(change, strconv.Itoa(i))
}

func (c *changes) unknown(id string, steps ...string) {
	rule := "is not the id of one of the " + c.list
	c.faults = append(c.faults, Fault{Path: c.path(steps...), Value: id, Rule: rule, Kind: FaultUnknown})
}

// end keeps the places of the members of the list, as they stand in a document in the end.
func (c *changes) end(path string, m member) {
	id, _ := m.identity()
	if from, ok := c.from[*id]; ok {
		c.places[path] = from
	}
}

// numberOf stands in the place of the id of the i-th member that is added until it gets one. It is that of none.
func numberOf(i int) MemberID { return MemberID(i+1) << memberKindBits }

// changing is a flat list that is being changed.
type changing[T any, M interface {
	*T
	member
}] struct {
	changes
	members []T
}

func (c *changing[T, M]) find(id string) int {
	return slices.IndexFunc(c.members, func(m T) bool {
		known, _ := M(&m).identity()
		return id != "" && known.String() == id
	})
}

func (c *changing[T, M]) update(i int, id string, apply func(*T)) {
	at := c.find(id)
	if at < 0 {
		c.unknown(id, "update", strconv.Itoa(i), "id")
		return
	}
	known, _ := M(&c.members[at]).identity()
	c.note(*known, "update", i)
	apply(&c.members[at])
}

// finish removes and adds members, and returns the list.
func (c *changing[T, M]) finish(remove []string, add []T) []T {
	for i, id := range remove {
		if at := c.find(id); at >= 0 {
			c.members = slices.Delete(c.members, at, at+1)
		} else {
			c.unknown(id, "remove", strconv.Itoa(i))
		}
	}
	for i, added := range add {
		id, _ := M(&added).identity()
		*id = numberOf(i)
		c.note(*id, "add", i)
		c.members = append(c.members, added)
	}
	for i := range c.members {
		c.end(fmt.Sprintf("/%s/%d", c.list, i), M(&c.members[i]))
	}
	return c.members
}
