package e2e

import (
	"encoding/json"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"findcare/graph/generated"
	"findcare/models"
)

// keyed is a mutation that takes an idempotency key: what is made first, without one, and the mutation itself with $key
// and $n, the number of its documents.
type keyed struct{ made, query string }

const (
	madeCondition = `{ createCondition(input: {slug: "condition-$n", name: "Condition $n"}) { userErrors { ` +
		`message } } }`
	madeTreatment = `{ createTreatment(input: {slug: "treatment-$n", name: "Treatment $n"}) { userErrors { ` +
		`message } } }`
	madeInsurer    = `{ createInsurer(input: {slug: "insurer-$n", name: "Insurer $n"}) { userErrors { message } } }`
	madeCredential = `{ createCredential(input: {slug: "credential-$n", name: "Credential $n"}) { userErrors { ` +
		`message } } }`
	madeProvider = `{ createProvider(input: {slug: "provider-$n", name: "Wren $n", kind: INDIVIDUAL}) { userErrors ` +
		`{ message } } }`
	madeArticle = `{ c: createCondition(input: {slug: "condition-$n", name: "Condition $n"}) { userErrors { message } }
		createArticle(input: {slug: "article-$n", title: "Article $n", topic: {condition: "condition-$n"}, lead: ` +
		`"Lead.", author: "A"}) { userErrors { message } } }`
	madeTwo = `{ a: create$K(input: {slug: "$k-$n", name: "$K $n"}) { userErrors { message } } b: create$K(input: ` +
		`{slug: "$k-0$n", name: "$K 0$n"}) { userErrors { message } } }`

	outcomeOf = `action userErrors { code message } `
)

// keyedMutations are those of the schema, by name; several of one have further words after it.
var keyedMutations = map[string]keyed{
	"createProvider": {
		"",
		`createProvider(input: {name: "Wren $n", kind: INDIVIDUAL}, idempotencyKey: $key) { provider { id slug ` +
			`revision } ` + outcomeOf + `}`,
	},
	"updateProvider": {
		madeProvider,
		`updateProvider(id: "$provider", input: {name: "Robin $n"}, expectedRevision: 1, idempotencyKey: $key) { ` +
			`provider { id name revision } ` + outcomeOf + `}`,
	},
	"updateProvider, of a member": {
		madeProvider,
		`updateProvider(id: "$provider", members: {locations: {add: [{city: "Flint", stateCode: "MI"}]}}, ` +
			`allowLoss: true, idempotencyKey: $key) {
		provider { id revision locations { id city } } ` + outcomeOf + `}`,
	},
	"deleteProvider": {
		madeProvider,
		`deleteProvider(id: "$provider", idempotencyKey: $key) { deletedId userErrors { code } }`,
	},
	"retireProvider": {
		madeProvider,
		`retireProvider(id: "$provider", expectedRevision: 1, idempotencyKey: $key) { provider { id status ` +
			`revision } ` + outcomeOf + `}`,
	},
	"reinstateProvider": {
		`{ createProvider(input: {slug: "provider-$n", name: "Wren $n", kind: INDIVIDUAL}) { userErrors { message ` +
			`} } retireProvider(id: "$provider") { userErrors { message } } }`,
		`reinstateProvider(id: "$provider", expectedRevision: 2, idempotencyKey: $key) { provider { id status ` +
			`revision } ` + outcomeOf + `}`,
	},
	"confirmProvider": {
		madeProvider,
		`confirmProvider(id: "$provider", idempotencyKey: $key) { provider { id revision } ` + outcomeOf + `}`,
	},
	"restoreRevision": {
		`{ createProvider(input: {slug: "provider-$n", name: "Wren $n", kind: INDIVIDUAL}) { userErrors { message ` +
			`} } updateProvider(id: "$provider", input: {name: "Robin $n"}) { userErrors { message } } }`,
		`restoreRevision(id: "$provider", revision: 1, idempotencyKey: $key) { document { id ... on Provider { name ` +
			`revision } } ` + outcomeOf + `}`,
	},
	"saveProviders": {
		"",
		`saveProviders(inputs: [{name: "Wren $n", kind: INDIVIDUAL}, {slug: "saved-$n", name: "Robin $n", kind: ` +
			`INDIVIDUAL}], idempotencyKey: $key) {
		provider { id slug revision } ` + outcomeOf + `}`,
	},
	"saveProviders, of one that exists": {
		madeProvider,
		`saveProviders(inputs: [{slug: "provider-$n", name: "Robin $n"}, {id: "$provider2", name: "Heron", kind: ` +
			`INDIVIDUAL, slug: "heron-$n"}], idempotencyKey: $key) {
		provider { id name revision } ` + outcomeOf + `}`,
	},
	"saveProviders, of a record": {
		"",
		`saveProviders(inputs: [{name: "Wren $n", slug: "recorded-$n", kind: INDIVIDUAL, record: {source: "own", ` +
			`key: "$n", fileDate: "2026-11-01"}}], idempotencyKey: $key) {
		provider { id name revision } ` + outcomeOf + `}`,
	},
	"saveProviders, of a record that goes": {
		`{ saveProviders(inputs: [{name: "Wren $n", slug: "recorded-$n", kind: INDIVIDUAL, record: {source: "own", ` +
			`key: "$n", fileDate: "2026-11-01"}}]) { userErrors { message } } }`,
		`saveProviders(inputs: [{record: {source: "own", key: "$n", fileDate: "2026-11-02", withdrawnOn: ` +
			`"2026-11-01"}}], idempotencyKey: $key) { provider { id } ` + outcomeOf + `}`,
	},

	"createCredential": {
		"",
		`createCredential(input: {name: "Credential $n"}, idempotencyKey: $key) { credential { id slug } ` + outcomeOf +
			`}`,
	},
	"updateCredential": {
		madeCredential,
		`updateCredential(id: "$credential", input: {name: "Another $n"}, idempotencyKey: $key) { credential { id ` +
			`name } ` + outcomeOf + `}`,
	},
	"deleteCredential": {
		madeCredential,
		`deleteCredential(id: "$credential", idempotencyKey: $key) { deletedId userErrors { code } }`,
	},
	"mergeCredentials": {
		strings.NewReplacer("$K", "Credential", "$k", "credential").Replace(madeTwo),
		`mergeCredentials(from: "$credential0", into: "$credential", idempotencyKey: $key) { credential { id } ` +
			outcomeOf + `}`,
	},

	"createCondition": {
		"",
		`createCondition(input: {name: "Condition $n"}, idempotencyKey: $key) { condition { id slug } ` + outcomeOf +
			`}`,
	},
	"updateCondition": {
		madeCondition,
		`updateCondition(id: "$condition", input: {name: "Another $n"}, idempotencyKey: $key) { condition { id ` +
			`name } ` + outcomeOf + `}`,
	},
	"deleteCondition": {
		madeCondition,
		`deleteCondition(id: "$condition", idempotencyKey: $key) { deletedId userErrors { code } }`,
	},
	"mergeConditions": {
		strings.NewReplacer("$K", "Condition", "$k", "condition").Replace(madeTwo),
		`mergeConditions(from: "$condition0", into: "$condition", idempotencyKey: $key) { condition { id } ` +
			outcomeOf + `}`,
	},

	"createTreatment": {
		"",
		`createTreatment(input: {name: "Treatment $n"}, idempotencyKey: $key) { treatment { id slug } ` + outcomeOf +
			`}`,
	},
	"updateTreatment": {
		madeTreatment,
		`updateTreatment(id: "$treatment", input: {name: "Another $n"}, idempotencyKey: $key) { treatment { id ` +
			`name } ` + outcomeOf + `}`,
	},
	"deleteTreatment": {
		madeTreatment,
		`deleteTreatment(id: "$treatment", idempotencyKey: $key) { deletedId userErrors { code } }`,
	},
	"mergeTreatments": {
		strings.NewReplacer("$K", "Treatment", "$k", "treatment").Replace(madeTwo),
		`mergeTreatments(from: "$treatment0", into: "$treatment", idempotencyKey: $key) { treatment { id } ` +
			outcomeOf + `}`,
	},

	"createInsurer": {
		"",
		`createInsurer(input: {name: "Insurer $n"}, idempotencyKey: $key) { insurer { id slug } ` + outcomeOf + `}`,
	},
	"updateInsurer": {
		madeInsurer,
		`updateInsurer(id: "$insurer", input: {name: "Another $n"}, idempotencyKey: $key) { insurer { id name } ` +
			outcomeOf + `}`,
	},
	"deleteInsurer": {
		madeInsurer,
		`deleteInsurer(id: "$insurer", idempotencyKey: $key) { deletedId userErrors { code } }`,
	},
	"mergeInsurers": {
		strings.NewReplacer("$K", "Insurer", "$k", "insurer").Replace(madeTwo),
		`mergeInsurers(from: "$insurer0", into: "$insurer", idempotencyKey: $key) { insurer { id alsoKnownAs } ` +
			outcomeOf + `}`,
	},

	"createArticle": {
		madeCondition,
		`createArticle(input: {title: "Article $n", topic: {condition: "$condition"}, lead: "Lead.", author: "A"}, ` +
			`idempotencyKey: $key) { article { id slug } ` + outcomeOf + `}`,
	},
	"updateArticle": {
		madeArticle,
		`updateArticle(id: "$article", input: {title: "Another $n"}, idempotencyKey: $key) { article { id title } ` +
			outcomeOf + `}`,
	},
	"updateArticle, of a member": {
		madeArticle,
		`updateArticle(id: "$article", members: {sections: {add: [{heading: "Further"}]}}, idempotencyKey: $key) { ` +
			`article { id sections { id heading } } ` + outcomeOf + `}`,
	},
	"deleteArticle": {
		madeArticle,
		`deleteArticle(id: "$article", idempotencyKey: $key) { deletedId userErrors { code } }`,
	},
	"submitArticle": {
		madeArticle,
		`submitArticle(id: "$article", idempotencyKey: $key) { article { id status } ` + outcomeOf + `}`,
	},
	"reviewArticle": {
		madeArticle,
		`reviewArticle(id: "$article", expectedRevision: 1, review: {reviewer: "R"}, idempotencyKey: $key) { ` +
			`article { id } ` + outcomeOf + `}`,
	},
	"publishArticle": {
		madeArticle,
		`publishArticle(id: "$article", idempotencyKey: $key) { article { id status } ` + outcomeOf + `}`,
	},
	"unpublishArticle": {
		madeArticle,
		`unpublishArticle(id: "$article", idempotencyKey: $key) { article { id status } ` + outcomeOf + `}`,
	},
}

// Each mutation that takes a key is sent twice with it, to one server, and to another one that has not heard of the
// first: the answers are the same.
func TestEveryMutationTwiceWithItsKey(t *testing.T) {
	t.Parallel()
	known := make(map[string]bool)
	for name := range keyedMutations {
		field, _, _ := strings.Cut(name, ",")
		known[field] = true
	}
	mutations := generated.NewExecutableSchema(generated.Config{}).Schema().Mutation.Fields
	for _, field := range mutations {
		takesKey := field.Arguments.ForName("idempotencyKey") != nil
		if takesKey != known[field.Name] {
			t.Errorf("%s takes a key: %t, and is among those that are tried: %t", field.Name, takesKey,
				known[field.Name])
		}
	}
	t.Run("one server", func(t *testing.T) {
		dir := t.TempDir()
		token := newToken(t, dir, "admin")
		s := openServer(t, "--demo=false", "--data", dir)
		checkKeys(t, editor{url: s.url, token: token}, editor{url: s.url, token: token})
	})
	t.Run("two servers", func(t *testing.T) {
		setenv(t, "MONGODB_URI", openFerretDB(t)+"clinic")
		token := newToken(t, "", "admin")
		first := openServer(t, "--demo=false", "--poll-interval", "200ms")
		second := openServer(t, "--demo=false", "--poll-interval", "1h")
		checkKeys(t, editor{url: first.url, token: token}, editor{url: second.url, token: token})
	})
}

func checkKeys(t *testing.T, first, second editor) {
	number := 0
	for name, mutation := range keyedMutations {
		number++
		n := fmt.Sprint(number)
		id := func(kind models.Kind, zero string) string { return models.IDOfSlug(kind, string(kind)+"-"+zero+n) }
		fill := strings.NewReplacer("$n", n, "$provider2", models.IDOfSlug(models.KindProvider, "another "+n),
			"$provider", id(models.KindProvider, ""), "$article", id(models.KindArticle, ""), "$credential0",
			id(models.KindCredential, "0"), "$credential", id(models.KindCredential, ""), "$condition0",
			id(models.KindCondition, "0"), "$condition", id(models.KindCondition, ""), "$treatment0",
			id(models.KindTreatment, "0"), "$treatment", id(models.KindTreatment, ""), "$insurer0",
			id(models.KindInsurer, "0"), "$insurer", id(models.KindInsurer, ""))
		send := func(by editor, query string) (data map[string]any) {
			t.Helper()
			if err := by.send(fill.Replace(query), map[string]any{"key": name}, &data); err != nil {
				t.Errorf("%s: %v", name, err)
			}
			return data
		}
		if mutation.made != "" {
			if made, _ := json.Marshal(send(first, "mutation "+mutation.made)); strings.Contains(
				string(made),
				"message",
			) {
				t.Errorf("%s: %s", name, made)
			}
		}
		query := `mutation Twice($key: String!) { ` + mutation.query + ` }`
		once, twice := send(first, query), send(second, query)
		if told, _ := json.Marshal(once); !reflect.DeepEqual(once, twice) || strings.Contains(string(told), `"code"`) {
			t.Errorf("%s: first %v, then %v", name, once, twice)
		}
	}
}
