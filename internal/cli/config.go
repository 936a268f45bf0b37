package cli

import (
	"errors"
	"fmt"
	"os"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/alecthomas/kong"
	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
	"github.com/vektah/gqlparser/v2/validator/core"
)

// configFile is a configuration file. It is a kong.Resolver: it gives the values of flags that neither the command line
// nor the environment sets. Nil is no file.
type configFile struct {
	path   string
	values map[string]configValue // by the name of the flag
	used   map[string]bool
}

type configValue struct {
	line int
	text string // as on the command line
}

// BeforeResolve reads the configuration file, if there is one.
func (c *commands) BeforeResolve(command *kong.Context) error {
	flags := map[string]*kong.Flag{}
	for _, flag := range command.Model.Flags {
		flags[flag.Name] = flag
	}
	path, _ := command.FlagValue(flags["config"]).(string)
	if path == "" {
		return nil
	}
	for _, node := range command.Model.Children {
		if node.Name == "serve" {
			for _, flag := range node.Flags {
				flags[flag.Name] = flag
			}
		}
	}
	for name, flag := range flags {
		if flag.Hidden || name == "config" || name == "help" || name == "version" {
			delete(flags, name)
		}
	}
	var err error
	if c.config, err = readConfig(path, flags); err == nil {
		command.AddResolver(c.config)
	}
	return err
}

// Validate is part of kong.Resolver. The file is checked when it is read.
func (*configFile) Validate(*kong.Application) error { return nil }

// Resolve is part of kong.Resolver. It returns nil for a flag that the file or the command does not have.
func (f *configFile) Resolve(_ *kong.Context, _ *kong.Path, flag *kong.Flag) (any, error) {
	value, found := f.values[flag.Name]
	isSet := func(variable string) bool { _, set := os.LookupEnv(variable); return set }
	if !found || slices.ContainsFunc(flag.Envs, isSet) {
		//lint:ignore nilnil as kong asks for
		return nil, nil
	}
	f.used[flag.Name] = true
	return value.text, nil
}

// nameOf returns how messages call a flag: by its place in the file where its value came from there.
func (f *configFile) nameOf(flag string) string {
	if f == nil || !f.used[flag] {
		return "--" + flag
	}
	return f.at(f.values[flag].line, flag)
}

func (f *configFile) at(line int, key string) string {
	return fmt.Sprintf("%s:%d: %s", f.path, line, key)
}

// readConfig reads a file that may set the given flags. It reports everything that is wrong with it at once.
func readConfig(path string, flags map[string]*kong.Flag) (*configFile, error) {
	content, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("--config: %w", err)
	}
	file, err := parser.ParseBytes(content, 0)
	if err != nil {
		// Without the source, which may hold a password.
		return nil, fmt.Errorf("%s: %s", path, yaml.FormatError(err, false, false))
	}
	f := &configFile{path: path, values: map[string]configValue{}, used: map[string]bool{}}
	var faults []error
	for i, document := range file.Docs {
		if document.Body == nil {
			continue
		}
		mapping, ok := document.Body.(*ast.MappingNode)
		if !ok || i > 0 {
			return nil, fmt.Errorf("%s: must be one YAML mapping of names of flags to values", path)
		}
		for _, entry := range mapping.Values {
			faults = append(faults, f.set(entry, flags))
		}
	}
	return f, errors.Join(faults...)
}

// set takes over an entry of the file.
func (f *configFile) set(entry *ast.MappingValueNode, flags map[string]*kong.Flag) error {
	token := entry.Key.GetToken()
	key, at := token.Value, f.at(token.Position.Line, token.Value)
	flag, known := flags[key]
	if !known {
		return fmt.Errorf("%s: unknown key%s", at, suggestion(key, flags))
	}
	text, err := textOf(entry.Value, flag)
	if err == nil {
		err = checkValue(text, flag)
	}
	if err != nil {
		return fmt.Errorf("%s: %w", at, err)
	}
	f.values[key] = configValue{token.Position.Line, text}
	return nil
}

func suggestion(key string, flags map[string]*kong.Flag) string {
	var names []string
	for name := range flags {
		names = append(names, name)
	}
	slices.Sort(names)
	if found := core.SuggestionList(strings.ReplaceAll(key, "_", "-"), names); len(found) > 0 {
		return "; did you mean " + found[0] + "?"
	}
	return ""
}

// textOf returns a value as it is written on the command line.
func textOf(node ast.Node, flag *kong.Flag) (string, error) {
	list, isList := node.(*ast.SequenceNode)
	if !isList {
		return scalarOf(node)
	}
	if !flag.IsSlice() {
		return "", errors.New("must be one value, not a list")
	}
	items := make([]string, len(list.Values))
	for i, item := range list.Values {
		var err error
		if items[i], err = scalarOf(item); err != nil {
			return "", err
		}
	}
	return kong.JoinEscaped(items, flag.Tag.Sep), nil
}

func scalarOf(node ast.Node) (string, error) {
	switch node := node.(type) {
	case *ast.StringNode:
		return node.Value, nil
	case *ast.LiteralNode:
		return node.Value.Value, nil
	case *ast.BoolNode, *ast.IntegerNode, *ast.FloatNode:
		return node.GetToken().Value, nil
	case *ast.NullNode:
		return "", errors.New("needs a value")
	}
	return "", errors.New("must be a value or a list of values")
}

// checkValue checks that the flag can take a value.
func checkValue(text string, flag *kong.Flag) error {
	scan := kong.ScanFromTokens(kong.Token{Type: kong.FlagValueToken, Value: text})
	target := reflect.New(flag.Target.Type()).Elem()
	if err := flag.Mapper.Decode(&kong.DecodeContext{Value: flag.Value, Scan: scan}, target); err != nil {
		return err
	}
	if flag.Enum != "" && !flag.EnumMap()[text] {
		return fmt.Errorf("%s must be one of %s", strconv.Quote(text), strings.Join(flag.EnumSlice(), ", "))
	}
	return nil
}
