package e2e

import (
	"context"
	"encoding/json"
	"net/url"
	"path/filepath"
	"strings"
	"testing"

	"go.mongodb.org/mongo-driver/v2/bson"
	"go.mongodb.org/mongo-driver/v2/mongo"
	"go.mongodb.org/mongo-driver/v2/mongo/options"

	"findcare/internal/store"
)

// inside has the database in a folder used as another tool, or another findcare, does, while no findcare uses it.
func inside(t *testing.T, dir string, use func(in *mongo.Database)) {
	t.Helper()
	db, err := store.Open(t.Context(), store.Config{DataDir: dir})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close(context.WithoutCancel(t.Context())) }()
	client, err := mongo.Connect(
		options.Client().ApplyURI("mongodb://" + url.QueryEscape(filepath.Join(dir, "engine.sock")) + "/"),
	)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = client.Disconnect(context.WithoutCancel(t.Context())) }()
	use(client.Database("findcare"))
}

// makeNewer makes a database one that a newer findcare has written.
func makeNewer(t *testing.T, dir string) {
	t.Helper()
	inside(t, dir, func(in *mongo.Database) {
		_, err := in.Collection("versions").InsertOne(t.Context(), bson.D{{Key: "_id", Value: store.Version + 1}})
		if err != nil {
			t.Fatal(err)
		}
	})
}

const newerMessage = "the database has version 3, which a newer findcare has made of it"

// Each command that writes refuses to write into the database of a newer findcare, and says why. Those that read go on.
func TestCommandsAndANewerDatabase(t *testing.T) {
	t.Parallel()
	data := t.TempDir()
	mustRun(t, "import", "--data", data, "testdata/directory.json")
	token := mustRun(t, "token", "create", "--data", data, "--role", "admin", "--name", "Test")
	id := "tok_" + strings.Split(token, "_")[1]
	before := mustRun(t, "export", "--data", data, "--unpublished")
	makeNewer(t, data)
	registry := filepath.Join(t.TempDir(), "npidata.csv")
	mustRun(t, "generate", "--format", "nppes", "--providers", "20", "--output", registry)
	for _, args := range [][]string{
		{"import", "testdata/directory.json"},
		{"import", registry},
		{"token", "create", "--role", "viewer", "--name", "Another"},
		{"token", "revoke", "--force", id},
	} {
		out, err := findcare(t, append(args, "--data", data)...).CombinedOutput()
		if err == nil || !strings.Contains(string(out), newerMessage) {
			t.Errorf("%v: %v: %s", args, err, out)
		}
	}
	mustRun(t, "import", "--dry-run", "--data", data, "testdata/directory.json")
	if list := mustRun(t, "token", "list", "--data", data); !strings.Contains(list, id) ||
		strings.Contains(list, "Another") {
		t.Errorf("the tokens are\n%s", list)
	}
	if after := mustRun(t, "export", "--data", data, "--unpublished"); after != before {
		t.Error("the export is another one")
	}
}

// A server reads the database of a newer findcare, and answers each mutation with READ_ONLY.
func TestAServerOverANewerDatabase(t *testing.T) {
	t.Parallel()
	data := t.TempDir()
	mustRun(t, "import", "--data", data, "testdata/directory.json")
	token := newToken(t, data, "admin")
	makeNewer(t, data)
	s := openServer(t, "--data", data)
	s.token = token
	if got := s.query(t, `{ directory { providerCount } }`, nil); got != `{"data":{"directory":{"providerCount":6}}}` {
		t.Error(got)
	}
	for _, mutation := range []string{
		`createCondition(input: {name: "Homesickness"}) { userErrors { message } }`,
		`createCondition(input: {name: "Homesickness"}, idempotencyKey: "a") { userErrors { message } }`,
		`saveProviders(inputs: [{name: "Wren Examplar", kind: INDIVIDUAL}]) { userErrors { message } }`,
		`updateCondition(id: "` + conditionID(t, s) + `", input: {description: "Another"}) { userErrors { message } }`,
		`createToken(name: "Another", role: VIEWER, expiresOn: "2099-12-31") { userErrors { message } }`,
	} {
		var answer struct {
			Errors []struct {
				Message    string
				Extensions struct{ Code string }
			}
		}
		got := s.query(t, "mutation { "+mutation+" }", nil)
		if err := json.Unmarshal([]byte(got), &answer); err != nil {
			t.Fatal(err)
		}
		if len(answer.Errors) != 1 || answer.Errors[0].Extensions.Code != "READ_ONLY" ||
			!strings.HasPrefix(answer.Errors[0].Message, newerMessage) {
			t.Errorf("%s: %s", mutation, got)
		}
	}
}

// conditionID is the id of a condition.
func conditionID(t *testing.T, s *program) string {
	t.Helper()
	var answer struct {
		Data struct {
			Conditions struct{ Nodes []struct{ ID string } }
		}
	}
	got := s.query(t, `{ conditions { nodes { id } } }`, nil)
	if err := json.Unmarshal([]byte(got), &answer); err != nil || len(answer.Data.Conditions.Nodes) == 0 {
		t.Fatalf("%v: %s", err, got)
	}
	return answer.Data.Conditions.Nodes[0].ID
}

// An empty database of a newer findcare is not filled with the demo directory.
func TestANewerDatabaseIsNotFilled(t *testing.T) {
	t.Parallel()
	data := t.TempDir()
	makeNewer(t, data)
	s := openServer(t, "--data", data)
	if got := s.query(t, `{ directory { providerCount } }`, nil); got != `{"data":{"directory":{"providerCount":0}}}` {
		t.Error(got)
	}
}
