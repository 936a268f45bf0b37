package models

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/99designs/gqlgen/graphql"
)

// ArticleUpdate is an update of an article.
type ArticleUpdate struct {
	ArticleInput
	Members *ArticleMembersInput `json:"members,omitzero"`

	origins `json:"-"`
}

// ArticleMembersInput are changes of single members of an article; nil where there are none of a list.
type ArticleMembersInput struct {
	Sections *SectionChangesInput `json:"sections,omitzero"`
}

// SectionChangesInput are changes of single sections, however deep they are.
type SectionChangesInput struct {
	Add    []SectionAdditionInput `json:"add,omitzero"`
	Update []SectionUpdateInput   `json:"update,omitzero"`
	Remove []string               `json:"remove,omitzero"`
}

// SectionAdditionInput is a section that is added.
type SectionAdditionInput struct {
	// Parent is the section that it becomes a part of, nil for none.
	Parent *string `json:"parent,omitzero"`
	// Position counts the sections beside it from 0; nil is after the last one.
	Position *int      `json:"position,omitzero"`
	Heading  string    `json:"heading"`
	Body     string    `json:"body,omitzero"`
	Sections []Section `json:"sections,omitzero"`
}

// SectionUpdateInput is what changes in a section.
type SectionUpdateInput struct {
	ID      string                    `json:"id"`
	Heading graphql.Omittable[string] `json:"heading,omitzero"`
	Body    graphql.Omittable[string] `json:"body,omitzero"`
}

// Apply returns what comes of an article.
func (in *ArticleUpdate) Apply(before Document) (Document, []Fault) {
	document, faults := in.ArticleInput.Apply(before)
	if in.Members == nil || in.Members.Sections == nil || len(faults) > 0 {
		return document, faults
	}
	d := document.(*Article)
	in.origins = origins{places: make(map[string]string)}
	list := in.begin("sections", in.ArticleInput.Sections.IsSet())
	d.Sections = cloneSections(d.Sections)
	in.Members.Sections.apply(&list, &d.Sections)
	eachPlace("/sections", d.Sections, list.end)
	IdentifyMembers(d)
	return d, in.faults
}

func (in *SectionChangesInput) apply(c *changes, top *[]Section) {
	for i, update := range in.Update {
		siblings, at := findSection(top, update.ID)
		if siblings == nil {
			c.unknown(update.ID, "update", strconv.Itoa(i), "id")
			continue
		}
		section := &(*siblings)[at]
		c.note(section.ID, "update", i)
		set(&section.Heading, update.Heading)
		set(&section.Body, update.Body)
	}
	for i, id := range in.Remove {
		if siblings, at := findSection(top, id); siblings != nil {
			*siblings = slices.Delete(*siblings, at, at+1)
		} else {
			c.unknown(id, "remove", strconv.Itoa(i))
		}
	}
	for i := range in.Add {
		in.Add[i].apply(c, i, top)
	}
}

// Lost tells nothing: sections are replaced as they are given.
func (*ArticleUpdate) Lost(Document, Document) []Fault { return nil }

// findSection finds a section by its id: the list that it stands in, nil where there is none, and its place there.
func findSection(list *[]Section, id string) (siblings *[]Section, at int) {
	for i := range *list {
		section := &(*list)[i]
		if section.ID.String() == id && id != "" {
			return list, i
		}
		if siblings, at := findSection(&section.Sections, id); siblings != nil {
			return siblings, at
		}
	}
	return nil, 0
}

// eachPlace visits sections, however deep, with their paths.
func eachPlace(path string, sections []Section, visit func(path string, m member)) {
	for i := range sections {
		at := path + "/" + strconv.Itoa(i)
		visit(at, &sections[i])
		eachPlace(at+"/sections", sections[i].Sections, visit)
	}
}

func (in *SectionAdditionInput) apply(c *changes, i int, top *[]Section) {
	siblings := top
	if in.Parent != nil {
		list, at := findSection(top, *in.Parent)
		if list == nil {
			c.unknown(*in.Parent, "add", strconv.Itoa(i), "parent")
			return
		}
		siblings = &(*list)[at].Sections
	}
	position := len(*siblings)
	if in.Position != nil {
		position = *in.Position
	}
	if position < 0 || position > len(*siblings) {
		rule := fmt.Sprintf("must be from 0 to %d", len(*siblings))
		c.faults = append(
			c.faults,
			Fault{Path: c.path("add", strconv.Itoa(i), "position"), Value: position, Rule: rule},
		)
		return
	}
	added := Section{ID: numberOf(i), Heading: in.Heading, Body: in.Body, Sections: cloneSections(in.Sections)}
	c.note(added.ID, "add", i)
	*siblings = slices.Insert(*siblings, position, added)
}
