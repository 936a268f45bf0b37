package graph_test

import (
	"testing"

	"findcare/models"
)

const byRepresentations = `query($of: [_Any!]!) {
	_entities(representations: $of) {
		__typename ... on Provider { name } ... on Condition { slug } ... on Article { title }
	}
}`

var juniper = models.IDOfSlug(models.KindProvider, "juniper")

// entities asks for documents as a gateway does.
func entities(of ...any) string { return operation(byRepresentations, "of", append([]any{}, of...)) }

// entityCases are requests of gateways.
var entityCases = []answerCase{
	{
		"by each key", entities(
			object{"__typename": "Condition", "id": grief},
			object{"__typename": "Provider", "npi": "1234567893"},
			object{"__typename": "Article", "slug": "care-for-grief"},
			object{"__typename": "Provider", "id": juniper, "more": []any{object{}}},
		), 200, "", []string{
			`{"data":{"_entities":[{"__typename":"Condition","slug":"grief"},` +
				`{"__typename":"Provider","name":"Wren Examplar"},` +
				`{"__typename":"Article","title":"Find Care for Grief"},` +
				`{"__typename":"Provider","name":"Juniper Examplar"}]}}`,
		},
	},
	{
		"what nobody has is null", entities(
			object{"__typename": "Provider", "npi": nil},
			object{"__typename": "Provider", "id": grief},
			object{"__typename": "Insurer", "slug": ""},
			object{"__typename": "Condition", "slug": "grief"},
		), 200, "", []string{`{"data":{"_entities":[null,null,null,{"__typename":"Condition","slug":"grief"}]}}`},
	},
	{
		"several keys", entities(
			object{"__typename": "Provider", "slug": "wren", "npi": "1234567893"},
			object{"__typename": "Provider", "slug": "wren", "npi": nil},
			object{"__typename": "Provider", "slug": "juniper", "npi": "1234567893"},
		), 200, "", []string{
			`{"data":{"_entities":[{"__typename":"Provider","name":"Wren Examplar"},` +
				`{"__typename":"Provider","name":"Wren Examplar"},null]}}`,
		},
	},
	{
		"in the document",
		operation(
			`query($slug: String) { _entities(representations: {__typename: "Condition", slug: $slug}) `+
				`{ ... on Node { id } } }`,
			"slug", "grief",
		),
		200, "",
		[]string{`{"data":{"_entities":[{"id":"` + grief + `"}]}}`},
	},
	{
		"faults leave the others", entities(
			object{"__typename": "Doctor", "id": grief},
			object{"__typename": "Condition", "slug": "grief"},
			object{"__typename": "Condition", "npi": "1234567893"},
			object{"__typename": "Condition", "slug": 5},
			object{},
		), 200, "", []string{
			`{"data":{"_entities":[null,{"__typename":"Condition","slug":"grief"},null,null,null]},"errors":[`,
			`{"message":"__typename: \"Doctor\" must be an entity (Article, Condition, Credential, Insurer, ` +
				`Provider, Treatment)","path":["_entities",0],"locations":[{"line":2,"column":2}],` + badInput + `}`,
			`{"message":"Condition: one of its keys is required [\"id\" \"slug\"]","path":["_entities",2],`,
			`{"message":"slug: must be a string","path":["_entities",3],`,
			`{"message":"__typename: \"\" must be an entity`,
		},
	},
	{
		"none", entities(), 200, "", []string{`{"data":{"_entities":[]}}`},
	},
	{
		"what is no object", entities(object{"__typename": "Condition", "slug": "grief"}, "grief"), 200, "data",
		[]string{`$of[1]: must be an object such as {__typename: \"Provider\", id: \"…\"}, not \"grief\"`, invalid},
	},
	{
		"what is no object in the document", operation(`{ _entities(representations: [null]) { __typename } }`), 200,
		"data",
		[]string{`representations[0]: must be an object such as`, `, not null`, invalid},
	},
	{
		"nobody but editors sees what they write",
		operation(
			`{ _entities(representations: {__typename: "Provider", slug: "wren"}) ` +
				`{ ... on Provider { name workingCopy { save } } } }`,
		),
		200, "",
		[]string{`"path":["_entities",0,"workingCopy"]`, `"extensions":{"code":"UNAUTHENTICATED"}`},
	},
}

func TestAnswersToGateways(t *testing.T) { checkAnswers(t, entityCases) }
