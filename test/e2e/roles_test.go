package e2e

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"

	"findcare/graph/generated"
	"findcare/internal/auth"
	"findcare/models"
)

// operationOf is an operation for each field of Query, Mutation and Subscription, and the least role that may use it,
// "" for anybody. Whoever may use it gets data without errors; what is wrong with an input is in userErrors, and so is
// proof that the resolver was reached.
var operationOf = map[string]struct {
	least auth.Role
	query string
}{
	"Query.node":             {"", `{ node(id: "prv_none") { id } x: __typename }`},
	"Query.nodes":            {"", `{ nodes(ids: []) { id } }`},
	"Query.provider":         {"", `{ provider(by: {slug: "nikki-moorman"}) { name } }`},
	"Query.providers":        {"", `{ providers(first: 1) { totalCount } }`},
	"Query.credential":       {"", `{ credential(by: {slug: "counselor"}) { name } }`},
	"Query.credentials":      {"", `{ credentials { totalCount } }`},
	"Query.condition":        {"", `{ condition(by: {slug: "depression"}) { name } }`},
	"Query.conditions":       {"", `{ conditions { totalCount } }`},
	"Query.treatment":        {"", `{ treatment(by: {slug: "ketamine-assisted-psychotherapy"}) { name } }`},
	"Query.treatments":       {"", `{ treatments { totalCount } }`},
	"Query.insurer":          {"", `{ insurer(by: {slug: "medicaid"}) { name } }`},
	"Query.insurers":         {"", `{ insurers { totalCount } }`},
	"Query.article":          {"", `{ article(by: {slug: "ketamine-assisted-psychotherapy"}) { title } }`},
	"Query.articles":         {"", `{ articles { totalCount } }`},
	"Query.suggest":          {"", `{ suggest(text: "dep") { text } }`},
	"Query.crisisResources":  {"", `{ crisisResources(text: "overdose") { name } }`},
	"Query.directory":        {"", `{ directory { version } }`},
	"Query.directoryChanges": {"", `{ directoryChanges { cursor } }`},
	"Query._service":         {"", `{ _service { sdl } }`},
	"Query._entities": {
		"",
		`{ _entities(representations: [{__typename: "Provider", slug: "nikki-moorman"}]) { __typename } }`,
	},
	"Query._entities(workingCopy)": {
		auth.Viewer,
		`{ _entities(representations: [{__typename: "Provider", slug: "nikki-moorman"}]) ` +
			`{ ... on Provider { name workingCopy { save } } } }`,
	},
	"Query.unpublishedArticles": {auth.Viewer, `{ unpublishedArticles { totalCount } }`},
	"Query.history": {
		auth.Viewer,
		`{ history(id: "` + models.IDOfSlug(models.KindProvider, "nikki-moorman") + `") { by } }`,
	},
	"Query.duplicates":       {auth.Viewer, `{ duplicates { totalCount pairs { a { slug } b { slug } reasons } } }`},
	"Query.reports":          {auth.Viewer, `{ reports { text } }`},
	"Mutation.resolveReport": {auth.Editor, `mutation { resolveReport(id: "rep_none") { userErrors { code } } }`},
	"Query.viewer":           {auth.Viewer, `{ viewer { id name role } }`},
	"Query.tokens":           {auth.Admin, `{ tokens { id name role createdAt expiresAt revokedAt lastUsedOn } }`},
	// Arguments that ask for more than the field.
	"Query.article(asOf)": {
		auth.Viewer,
		`{ article(by: {slug: "ketamine-assisted-psychotherapy"}, asOf: "2126-01-01T00:00:00Z") { title } }`,
	},
	"Query.provider(asOf)": {
		auth.Viewer,
		`{ provider(by: {slug: "nikki-moorman"}, asOf: "2126-01-01T00:00:00Z") { name similar { name } } }`,
	},
	"Query.workingCopy": {auth.Viewer, `{ workingCopy(id: "art_none") { save } }`},
	"Query.content": {
		auth.Viewer,
		`{ content(id: "` + models.IDOfSlug(models.KindProvider, "nikki-moorman") + `") }`,
	},
	"Query.revisions": {
		auth.Viewer,
		`{ revisions(id: "` + models.IDOfSlug(models.KindProvider, "nikki-moorman") + `") { nodes { by } } }`,
	},
	"Query.revisions(token)": {auth.Admin, `{ revisions(id: "tok_none") { nodes { by } } }`},
	"Query.apiTokens":        {auth.Admin, `{ apiTokens { totalCount } }`},
	"Query.history(token)":   {auth.Admin, `{ history(id: "tok_none") { by } }`},

	"Subscription.directoryChanged": {"", `subscription { directoryChanged { version } }`},
	"Subscription.providerChanged":  {"", `subscription { providerChanged(ids: []) { id } }`},

	"Mutation.createProvider": {auth.Editor, `mutation { createProvider(input: {}) { userErrors { code } } }`},
	"Mutation.updateProvider": {
		auth.Editor,
		`mutation { updateProvider(id: "prv_none", input: {}) { userErrors { code } } }`,
	},
	"Mutation.deleteProvider": {auth.Editor, `mutation { deleteProvider(id: "prv_none") { userErrors { code } } }`},
	"Mutation.retireProvider": {auth.Editor, `mutation { retireProvider(id: "prv_none") { userErrors { code } } }`},
	"Mutation.reinstateProvider": {
		auth.Editor,
		`mutation { reinstateProvider(id: "prv_none") { userErrors { code } } }`,
	},
	"Mutation.confirmProvider": {auth.Editor, `mutation { confirmProvider(id: "prv_none") { userErrors { code } } }`},
	"Mutation.saveProviders":   {auth.Editor, `mutation { saveProviders(inputs: []) { userErrors { code } } }`},
	"Mutation.skipRecords": {
		auth.Editor,
		`mutation { skipRecords(source: "nppes", fileDate: "2026-01-01", keys: []) { __typename } }`,
	},
	"Mutation.createCredential": {auth.Editor, `mutation { createCredential(input: {}) { userErrors { code } } }`},
	"Mutation.updateCredential": {
		auth.Editor,
		`mutation { updateCredential(id: "crd_none", input: {}) { userErrors { code } } }`,
	},
	"Mutation.deleteCredential": {
		auth.Editor,
		`mutation { deleteCredential(id: "crd_none") { userErrors { code } } }`,
	},
	"Mutation.mergeCredentials": {
		auth.Admin,
		`mutation { mergeCredentials(from: "crd_none", into: "crd_none") { userErrors { code } } }`,
	},
	"Mutation.createCondition": {auth.Editor, `mutation { createCondition(input: {}) { userErrors { code } } }`},
	"Mutation.updateCondition": {
		auth.Editor,
		`mutation { updateCondition(id: "cnd_none", input: {}) { userErrors { code } } }`,
	},
	"Mutation.deleteCondition": {auth.Editor, `mutation { deleteCondition(id: "cnd_none") { userErrors { code } } }`},
	"Mutation.mergeConditions": {
		auth.Admin,
		`mutation { mergeConditions(from: "cnd_none", into: "cnd_none") { userErrors { code } } }`,
	},
	"Mutation.createTreatment": {auth.Editor, `mutation { createTreatment(input: {}) { userErrors { code } } }`},
	"Mutation.updateTreatment": {
		auth.Editor,
		`mutation { updateTreatment(id: "trt_none", input: {}) { userErrors { code } } }`,
	},
	"Mutation.deleteTreatment": {auth.Editor, `mutation { deleteTreatment(id: "trt_none") { userErrors { code } } }`},
	"Mutation.mergeTreatments": {
		auth.Admin,
		`mutation { mergeTreatments(from: "trt_none", into: "trt_none") { userErrors { code } } }`,
	},
	"Mutation.createInsurer": {auth.Editor, `mutation { createInsurer(input: {}) { userErrors { code } } }`},
	"Mutation.updateInsurer": {
		auth.Editor,
		`mutation { updateInsurer(id: "ins_none", input: {}) { userErrors { code } } }`,
	},
	"Mutation.deleteInsurer": {auth.Editor, `mutation { deleteInsurer(id: "ins_none") { userErrors { code } } }`},
	"Mutation.mergeInsurers": {
		auth.Admin,
		`mutation { mergeInsurers(from: "ins_none", into: "ins_none") { userErrors { code } } }`,
	},
	"Mutation.createArticle": {auth.Editor, `mutation { createArticle(input: {}) { userErrors { code } } }`},
	"Mutation.updateArticle": {
		auth.Editor,
		`mutation { updateArticle(id: "art_none", input: {}) { userErrors { code } } }`,
	},
	"Mutation.deleteArticle": {auth.Editor, `mutation { deleteArticle(id: "art_none") { userErrors { code } } }`},
	"Mutation.submitArticle": {auth.Editor, `mutation { submitArticle(id: "art_none") { userErrors { code } } }`},
	"Mutation.reviewArticle": {
		auth.Reviewer,
		`mutation { reviewArticle(id: "art_none", expectedRevision: 1, review: {reviewer: "R"}) { userErrors { ` +
			`code } } }`,
	},
	"Mutation.publishArticle": {auth.Editor, `mutation { publishArticle(id: "art_none") { userErrors { code } } }`},
	"Mutation.unpublishArticle": {
		auth.Editor,
		`mutation { unpublishArticle(id: "art_none") { userErrors { code } } }`,
	},
	"Mutation.restoreRevision": {
		auth.Editor,
		`mutation { restoreRevision(id: "art_none", revision: 1) { userErrors { code } } }`,
	},
	"Query.providersInState": {auth.Viewer, `{ providersInState(state: RETIRED) { totalCount nodes { id } } }`},
	"Query.articlesInState":  {auth.Viewer, `{ articlesInState(state: DRAFT) { totalCount nodes { id } } }`},
	"Query.quarantine":       {auth.Viewer, `{ quarantine { totalCount documents { id problem { message } } } }`},
	"Query.workingCopies":    {auth.Viewer, `{ workingCopies { totalCount nodes { id save problems { code } } } }`},
	"Mutation.saveWorkingCopy": {
		auth.Editor,
		`mutation { saveWorkingCopy(id: "art_none") { userErrors { code } } }`,
	},
	"Mutation.discardWorkingCopy": {
		auth.Editor,
		`mutation { discardWorkingCopy(id: "art_none", expectedSave: 1) { userErrors { code } } }`,
	},
	"Mutation.publishWorkingCopy": {
		auth.Editor,
		`mutation { publishWorkingCopy(id: "art_none", expectedSave: 1) { userErrors { code } } }`,
	},
	"Mutation.publishWorkingCopies": {
		auth.Editor,
		`mutation { publishWorkingCopies(copies: []) { userErrors { code } } }`,
	},
	"Mutation.discardWorkingCopies": {
		auth.Editor,
		`mutation { discardWorkingCopies(copies: []) { userErrors { code } } }`,
	},
	"Mutation.reviewWorkingCopy": {
		auth.Reviewer,
		`mutation { reviewWorkingCopy(id: "art_none", expectedSave: 1, expectedFingerprint: "1-0", review: {}) { ` +
			`userErrors { code } } }`,
	},
	"Mutation.unscheduleWorkingCopy": {
		auth.Editor,
		`mutation { unscheduleWorkingCopy(id: "art_none", expectedSave: 1) { userErrors { code } } }`,
	},
	// A field of a document that asks for more than the document.
	"Query.provider(workingCopy)": {
		auth.Viewer,
		`{ provider(by: {slug: "nikki-moorman"}) { name workingCopy { save } } }`,
	},
	"Query.article(workingCopy)": {
		auth.Viewer,
		`{ article(by: {slug: "ketamine-assisted-psychotherapy"}) { title workingCopy { save } } }`,
	},
	"Query.import":          {auth.Editor, `{ import(id: "imp_none") { id } x: __typename }`},
	"Query.imports":         {auth.Editor, `{ imports { id } }`},
	"Mutation.cancelImport": {auth.Editor, `mutation { cancelImport(id: "imp_none") { userErrors { code } } }`},
	"Subscription.importProgress": {
		auth.Editor,
		`subscription { importProgress(id: "imp_none") { id } }`,
	},
	"Mutation.createToken": {
		auth.Admin,
		`mutation { createToken(name: "", role: ADMIN) { secret userErrors { code } } }`,
	},
	"Query.webhooks": {auth.Admin, `{ webhooks { id } }`},
	"Mutation.createWebhook": {
		auth.Admin,
		`mutation { createWebhook(url: "", name: "") { secret userErrors { code } } }`,
	},
	"Mutation.sendWebhook": {
		auth.Admin,
		`mutation { sendWebhook(id: "hook_none") { userErrors { code } } }`,
	},
	"Mutation.deleteWebhook": {
		auth.Admin,
		`mutation { deleteWebhook(id: "hook_none") { userErrors { code } } }`,
	},
	"Mutation.revokeToken": {auth.Admin, `mutation { revokeToken(id: "tok_none") { userErrors { code } } }`},
}

// TestAccessIsDecidedForEveryField fails where a field is new and nobody has said who may use it.
func TestAccessIsDecidedForEveryField(t *testing.T) {
	t.Parallel()
	definitions := generated.NewExecutableSchema(generated.Config{}).Schema()
	seen := map[string]bool{
		"Query.article(asOf)": true, "Query.provider(asOf)": true, "Query.history(token)": true,
		"Query.revisions(token)":      true,
		"Query.provider(workingCopy)": true, "Query.article(workingCopy)": true,
		"Query._entities(workingCopy)": true,
	}
	for _, root := range []*ast.Definition{definitions.Query, definitions.Mutation, definitions.Subscription} {
		for _, field := range root.Fields {
			name := root.Name + "." + field.Name
			if strings.HasPrefix(field.Name, "__") {
				continue
			}
			seen[name] = true
			operation, told := operationOf[name]
			if !told {
				t.Errorf("%s: the matrix of roles lacks it", name)
			}
			if role := roleOf(field); role != operation.least {
				t.Errorf("%s: @auth asks for %q, and the matrix for %q", name, role, operation.least)
			}
			if root == definitions.Mutation && !roleOf(field).Includes(auth.Editor) {
				t.Errorf("%s: a mutation must have @auth, of an editor at least", name)
			}
		}
	}
	for name := range operationOf {
		if !seen[name] {
			t.Errorf("%s: the schema has no such field", name)
		}
	}
}

func roleOf(field *ast.FieldDefinition) auth.Role {
	directive := field.Directives.ForName("auth")
	if directive == nil {
		return ""
	}
	return auth.Role(directive.Arguments.ForName("role").Value.Raw)
}

func TestRoleMatrix(t *testing.T) {
	t.Parallel()
	data, provider := t.TempDir(), newSigner(t)
	mustRun(t, "import", "--data", data, "testdata/directory.json")
	callers := callers(t, data, provider)
	server := openServer(t, "--data", data, "--oidc-issuer", provider.URL, "--oidc-audience", "findcare",
		"--log-level", "error")
	var names []string
	for name := range operationOf {
		names = append(names, name)
	}
	slices.Sort(names)
	requests := 0
	for _, name := range names {
		operation := operationOf[name]
		for _, caller := range callers {
			t.Run(name+"/"+caller.name, func(t *testing.T) {
				requests++
				// Failures are counted by address: each request has its own.
				status, code := sendAs(t, server.url, caller.token, operation.query,
					fmt.Sprintf("10.0.%d.%d", requests/250, requests%250))
				wantStatus, wantCode := http.StatusOK, ""
				switch {
				case caller.refused:
					wantStatus, wantCode = http.StatusUnauthorized, "UNAUTHENTICATED"
				case operation.least == "" || caller.role.Includes(operation.least):
				case caller.token == "":
					wantCode = "UNAUTHENTICATED"
				default:
					wantCode = "FORBIDDEN"
				}
				if status != wantStatus || code != wantCode {
					t.Errorf("status %d, code %q; want %d, %q", status, code, wantStatus, wantCode)
				}
			})
		}
	}
}

// sendAs sends an operation with a token and returns the status and the code of the first error, "" where there is data
// and no error.
func sendAs(t *testing.T, url, token, query, address string) (status int, code string) {
	t.Helper()
	body, err := json.Marshal(map[string]string{"query": query})
	if err != nil {
		t.Fatal(err)
	}
	request, err := http.NewRequest(http.MethodPost, url+"/graphql", strings.NewReader(string(body)))
	if err != nil {
		t.Fatal(err)
	}
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("X-Forwarded-For", address)
	if strings.HasPrefix(query, "subscription") {
		request.Header.Set("Accept", "text/event-stream")
	}
	if token != "" {
		request.Header.Set("Authorization", "Bearer "+token)
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	streams := strings.HasPrefix(response.Header.Get("Content-Type"), "text/event-stream")
	if streams && !strings.Contains(query, "importProgress") {
		return response.StatusCode, "" // whoever is let in to wait; there may be nothing for long
	}
	content, err := io.ReadAll(response.Body)
	if streams { // that of an import that there is not has an end
		_, rest, _ := strings.Cut(string(content), `"code":"`)
		code, _, _ = strings.Cut(rest, `"`)
		return response.StatusCode, code
	}
	if err != nil {
		t.Fatal(err)
	}
	var answer struct {
		Data   map[string]any
		Errors []struct{ Extensions struct{ Code string } }
	}
	if err := json.Unmarshal(content, &answer); err != nil {
		t.Fatalf("%v: %s", err, content)
	}
	if len(answer.Errors) > 0 {
		return response.StatusCode, answer.Errors[0].Extensions.Code
	}
	if answer.Data == nil {
		t.Errorf("neither data nor errors: %s", content)
	}
	if token != "" && response.Header.Get("Cache-Control") != "no-store" ||
		!strings.Contains(strings.Join(response.Header["Vary"], ", "), "Authorization") {
		t.Errorf("caches could keep it: %v", response.Header)
	}
	return response.StatusCode, ""
}
