package compiledreads

import (
	"errors"
	"fmt"
	"go/types"
	"strings"

	"github.com/99designs/gqlgen/codegen"
	"github.com/99designs/gqlgen/codegen/config"
	"github.com/99designs/gqlgen/codegen/templates"
)

// field is a field with the code that reads and encodes it.
type field struct{ *codegen.Field }

// check refuses what the template has no code for.
func check(f *codegen.Field) error {
	switch {
	case f.IsMap(), f.VOkFunc, f.HasHaser, f.IsBatch(), f.Stream, f.HasFederationRequiresArg():
		return errors.New("this kind of binding is not known")
	case codegen.GetInlineArgsMetadata(f.Object.Name, f.Name) != nil:
		return errors.New("inlined arguments are not known")
	case !f.Object.Root && !isPointer(f.Object.Reference()):
		return fmt.Errorf("the type %s of its object is not known", f.Object.Type)
	}
	for _, argument := range f.Args {
		if len(argument.ImplDirectives()) > 0 {
			return fmt.Errorf("argument %s: directives that run in the executor are not known", argument.Name)
		}
		if _, is := argument.TypeReference.GO.Underlying().(*types.Interface); is {
			return fmt.Errorf("argument %s: the type %s is not known", argument.Name, argument.TypeReference.GO)
		}
	}
	_, err := encoderOf(f.TypeReference)
	return err
}

// Encoder is the code of the function that encodes the field's value.
func (f field) Encoder() encoder {
	e, err := encoderOf(f.TypeReference)
	if err != nil {
		panic(err) // check has refused it
	}
	return e
}

// Arguments is the code that reads the arguments.
func (f field) Arguments() string {
	var b strings.Builder
	b.WriteString("c.Arguments(f")
	for _, argument := range f.Args {
		fmt.Fprintf(&b, ",\nexecution.ArgumentOf(%q, ec.%s)", argument.Name, argument.TypeReference.UnmarshalFunc())
	}
	return b.String() + ")"
}

// Read is the code of the expression that reads the field's value.
func (f field) Read() string {
	if f.IsVariable() && !f.IsResolver {
		return "obj." + f.GoFieldName
	}
	receiver, given := f.GoReceiverName, []string(nil)
	switch {
	case f.IsResolver:
		receiver, given = fmt.Sprintf("ec.Resolvers.%s()", templates.UcFirst(f.Object.Name)), []string{"ctx"}
	case f.Object.Root: // of the fields for gateways, the errors of single entities are reported from within
		given = []string{"e.In(ctx, at)"}
	case f.MethodHasContext:
		given = []string{"ctx"}
	}
	if f.IsResolver && !f.Object.Root {
		given = append(given, "obj")
	}
	for i, argument := range f.Args {
		given = append(
			given,
			fmt.Sprintf("args[%d].(%s)", i, templates.CurrentImports.LookupType(argument.TypeReference.GO)),
		)
	}
	return fmt.Sprintf("%s.%s(%s)", receiver, f.GoFieldName, strings.Join(given, ", "))
}

// Appends reports whether the object has a method that appends the text instead of returning it: AppendLabel beside
// Label.
func (f field) Appends() bool {
	if !f.IsMethod() || f.IsResolver || f.MethodHasContext || !f.NoErr || len(f.Args) > 0 || f.HasDirectives() {
		return false
	}
	e := f.Encoder()
	return e.text && appends(f.Object.Reference(), "Append"+f.GoFieldName)
}

func appends(t types.Type, name string) bool {
	found, _, _ := types.LookupFieldOrMethod(t, false, nil, name)
	method, is := found.(*types.Func)
	return is && types.TypeString(method.Signature(), nil) == "func(dst []byte) []byte"
}

// CanFail reports whether reading gives an error, too.
func (f field) CanFail() bool { return f.IsResolver || f.IsMethod() && !f.NoErr }

// Called reports whether reading calls a method or a resolver.
func (f field) Called() bool { return f.IsResolver || f.IsMethod() }

// NeedsSource reports whether the field may give a null that is against the schema. The error then says what gave it.
func (f field) NeedsSource() bool {
	for ref := f.TypeReference; ref != nil; ref = ref.Elem() {
		if ref.GQL.NonNull && config.IsNilable(ref.GO) && !ref.IsSlice() {
			return true
		}
	}
	return false
}

func isPointer(t types.Type) bool {
	_, is := t.(*types.Pointer)
	return is
}
