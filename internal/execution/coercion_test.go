package execution_test

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"findcare/internal/catalog"
	"findcare/internal/execution"
)

// verdict is what becomes of a case: an error of the request or of a field, or the coerced arguments of each field.
type verdict struct {
	Error   string                    `json:"error"`
	Message string                    `json:"message"`
	Fields  map[string]map[string]any `json:"fields"`
}

// Variables and arguments are coerced as graphql-js does, the reference: the same verdict, and the same values reach
// the resolvers, in both executors.
func TestCoercionIsThatOfGraphQLJS(t *testing.T) {
	cases := coercionCases()
	theirs := askGraphQLJS(t, cases)
	x, snapshot := newTestExecutor(), demoSnapshot(t, 20)
	valid, looser, reached := 0, 0, 0
	for i, c := range cases {
		want := theirs[i]
		got, operation := coercedBy(x, c)
		if want.Error == "" {
			valid++
		}
		switch {
		case got.Error != want.Error && isCondition(got):
			// The reference may have executed other fields by then; here the request fails before anything is executed.
			got.Error = want.Error
		case got.Error == "request" && strings.Contains(got.Message, "must be non-nullable to be used for OneOf"):
			looser++
			continue
		}
		if got.Error != want.Error || want.Error == "" && !reflect.DeepEqual(asData(got.Fields), asData(want.Fields)) {
			t.Errorf("%s\n%s\ngot  %+v\nwant %+v", c.Query, c.Variables, got, want)
			continue
		}
		if operation != nil {
			reached += checkReached(t, x, c, operation, snapshot, want)
		}
	}
	t.Logf(
		"%d cases, of which graphql-js takes %d and is looser in %d; %d values compared that reached a resolver",
		len(cases),
		valid,
		looser,
		reached,
	)
	if len(cases) < 1500 || valid < 300 || reached < 500 {
		t.Error("too few cases")
	}
}

func isCondition(v verdict) bool { return v.Error == "request" && strings.HasPrefix(v.Message, "@") }

// askGraphQLJS has test/conformance/coercion/coerce.mjs give its verdicts.
func askGraphQLJS(t *testing.T, cases []coercionCase) []verdict {
	t.Helper()
	const folder = "../../test/conformance/coercion"
	requireGraphQLJS(t, folder)
	var schema []byte
	files, err := filepath.Glob("../../*.graphqls")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		part, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		schema = append(append(schema, part...), '\n')
	}
	var input bytes.Buffer
	encoder := json.NewEncoder(&input)
	_ = encoder.Encode(string(schema))
	for _, c := range cases {
		_ = encoder.Encode(c)
	}
	command := exec.CommandContext(t.Context(), "node", "coerce.mjs")
	command.Dir, command.Stdin = folder, &input
	var stderr bytes.Buffer
	command.Stderr = &stderr
	output, err := command.Output()
	if err != nil {
		t.Fatalf("node coerce.mjs: %v\n%s", err, &stderr)
	}
	verdicts := make([]verdict, 0, len(cases))
	decoder := json.NewDecoder(bytes.NewReader(output))
	for range cases {
		var v verdict
		if err := decoder.Decode(&v); err != nil {
			t.Fatal(err)
		}
		verdicts = append(verdicts, v)
	}
	return verdicts
}

// requireGraphQLJS installs graphql-js, and skips the test where that cannot be, unless nothing may be skipped.
func requireGraphQLJS(t *testing.T, folder string) {
	t.Helper()
	if _, err := os.Stat(folder + "/node_modules/graphql/package.json"); err == nil {
		if _, err := exec.LookPath("node"); err == nil {
			return
		}
	}
	npm := exec.CommandContext(t.Context(), "npm", "ci", "--no-audit", "--no-fund")
	npm.Dir = folder
	output, err := npm.CombinedOutput()
	switch {
	case err == nil:
	case os.Getenv("FINDCARE_REQUIRE_ALL") != "":
		t.Fatalf("needs Node 20 with npm and graphql-js, and FINDCARE_REQUIRE_ALL is set: %v\n%s", err, output)
	default:
		t.Skipf("needs Node 20 with npm and graphql-js: %v\n%s", err, output)
	}
}

// requestOf is a case as an endpoint hands it to the executor.
func requestOf(c coercionCase) execution.Request {
	decoder := json.NewDecoder(strings.NewReader(c.Variables))
	decoder.UseNumber()
	var variables map[string]any
	if err := decoder.Decode(&variables); err != nil {
		panic(err)
	}
	return execution.Request{Query: c.Query, Variables: withInputNumbers(variables).(map[string]any)}
}

func withInputNumbers(value any) any {
	switch value := value.(type) {
	case map[string]any:
		for name, member := range value {
			value[name] = withInputNumbers(member)
		}
	case []any:
		for i, element := range value {
			value[i] = withInputNumbers(element)
		}
	case json.Number:
		return execution.Number(string(value))
	}
	return value
}

// coercedBy gives the executor's verdict, and the operation where it may be executed.
func coercedBy(x *execution.Executor, c coercionCase) (verdict, *execution.Operation) {
	operation, errs := x.Prepare(requestOf(c))
	if len(errs) > 0 {
		return verdict{Error: "request", Message: errs[0].Message}, nil
	}
	v := verdict{Fields: map[string]map[string]any{}}
	var way []string
	_ = x.Visit(operation, func(
		path ast.Path, field *ast.Field, arguments map[string]any, err *gqlerror.Error,
	) *gqlerror.Error {
		if len(path) > 0 {
			way = nil
			for _, name := range path {
				way = append(way, string(name.(ast.PathName)))
			}
		} else {
			way = append(way, field.Alias)
		}
		switch {
		case field.Name == "__typename":
		case err != nil:
			v.Error, v.Message = "field", err.Message
			return err
		default:
			v.Fields[strings.Join(way, ".")] = arguments
		}
		return nil
	})
	return v, operation
}

// checkReached executes an operation on both executors and compares what reaches the resolvers. It gives the number of
// values.
func checkReached(
	t *testing.T,
	x *execution.Executor,
	c coercionCase,
	operation *execution.Operation,
	snapshot *catalog.Snapshot,
	want verdict,
) (reached int) {
	t.Helper()
	if operation.Type() == ast.Query && x.PlanOf(operation) != nil {
		agree(t.Context(), t, x, operation, snapshot)
	}
	if operation.Type() == ast.Subscription || want.Error != "" {
		return 0
	}
	values := map[string]map[string]any{}
	x.ExecuteWith(t.Context(), operation, snapshot, func(ctx context.Context, next graphql.Resolver) (any, error) {
		at := graphql.GetFieldContext(ctx)
		if len(at.Args) > 0 {
			values[withoutIndexes(at.Path())] = maps.Clone(at.Args)
		}
		if operation.Type() == ast.Mutation {
			return nil, errors.New("nothing is changed")
		}
		return next(ctx)
	})
	for path, arguments := range want.Fields {
		if isRoot := !strings.Contains(path, "."); isRoot && operation.Type() == ast.Mutation && len(arguments) > 0 &&
			values[path] == nil {
			t.Errorf("%s\n%s\n%s does not reach the resolver", c.Query, c.Variables, path)
		}
	}
	for path, arguments := range values {
		for name, value := range arguments {
			got, wanted := simplified(
				reflect.ValueOf(value),
			), simplified(
				reflect.ValueOf(asData(want.Fields[path][name])),
			)
			if !reflect.DeepEqual(got, wanted) {
				t.Errorf(
					"%s\n%s\n%s.%s: what reaches the resolver is %#v, want %#v",
					c.Query,
					c.Variables,
					path,
					name,
					got,
					wanted,
				)
			}
			reached++
		}
	}
	return reached
}

func withoutIndexes(path ast.Path) string {
	var names []string
	for _, part := range path {
		if name, is := part.(ast.PathName); is {
			names = append(names, string(name))
		}
	}
	return strings.Join(names, ".")
}

// asData gives a value as JSON has it.
func asData(value any) (data any) {
	text, err := json.Marshal(value)
	if err == nil {
		err = json.Unmarshal(text, &data)
	}
	if err != nil {
		panic(err)
	}
	return data
}

// simplified gives what a resolver is given in a form in which it is the same for each Go type that an input may be
// bound to: structs are objects, and a member that is nothing is left out.
func simplified(v reflect.Value) any {
	if !v.IsValid() || v.IsZero() || v.Kind() == reflect.Map && v.Len() == 0 {
		return nil
	}
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		if instant, is := v.Interface().(interface{ MarshalText() ([]byte, error) }); is {
			text, _ := instant.MarshalText()
			return string(text)
		}
		return simplified(v.Elem())
	case reflect.String:
		return v.String()
	case reflect.Int, reflect.Int64:
		return float64(v.Int())
	case reflect.Slice:
		list := []any{}
		for i := range v.Len() {
			list = append(list, simplified(v.Index(i)))
		}
		return list
	case reflect.Map:
		object := map[string]any{}
		for _, name := range v.MapKeys() {
			object[strings.ToLower(name.String())] = simplified(v.MapIndex(name))
		}
		return withoutNothing(object)
	case reflect.Struct:
		if given := v.MethodByName("Value"); given.IsValid() { // of an Omittable
			return simplified(given.Call(nil)[0])
		}
		object := map[string]any{}
		for i := range v.NumField() {
			field := v.Type().Field(i)
			name, _, _ := strings.Cut(field.Tag.Get("json"), ",")
			object[strings.ToLower(cmp.Or(name, field.Name))] = simplified(v.Field(i))
		}
		return withoutNothing(object)
	}
	return v.Interface()
}

func withoutNothing(object map[string]any) any {
	maps.DeleteFunc(object, func(_ string, member any) bool { return member == nil })
	if len(object) == 0 {
		return nil
	}
	return object
}

// Whatever is sent for variables, nothing panics, and both executors give the same.
func FuzzVariables(f *testing.F) {
	const query = `query($f: ProviderFilter = {}, $o: ProviderOrder, $n: Int = 2, $by: SlugOrID = {slug: "x"},
		$ids: [ID!] = ["prv_x"],
		$t: TextFormat = TEXT, $x: Boolean = true, $p: Place = {postalCode: "48507"}, $at: DateTime) {
		providers(filter: $f, orderBy: $o, first: $n) {
			totalCount nodes { slug similar(first: $n) { slug @include(if: $x) } }
		}
		condition(by: $by) { slug providers(filter: {near: {at: $p}}) { totalCount } }
		nodes(ids: $ids) { id }
		articles(first: $n) @skip(if: $x) { nodes { lead(format: $t) } }
		article(by: $by, asOf: $at) { slug }
	}`
	for _, given := range []string{
		`{}`, `{"f":{"sessionFormats":"VIDEO","near":{"at":{"postalCode":"48507"}}},"o":"DISTANCE","n":1.0}`,
		`{"x":null}`,
		`{"by":null,"ids":null,"p":null,"n":null,"t":null}`, `{"x":false,"ids":[1,"a"],"at":"2024-06-24T09:30:00Z"}`,
		`{"n":1e400,"f":[]}`,
	} {
		f.Add(given)
	}
	x, snapshot := newTestExecutor(), demoSnapshot(f, 20)
	f.Fuzz(func(t *testing.T, given string) {
		var object map[string]any
		if json.Unmarshal([]byte(given), &object) != nil || object == nil {
			t.Skip("no JSON object")
		}
		if operation, errs := x.Prepare(requestOf(coercionCase{query, given})); errs == nil {
			agree(t.Context(), t, x, operation, snapshot)
		}
	})
}
