package cli

import (
	"fmt"
	"log/slog"
	"reflect"
	"strings"

	"github.com/alecthomas/kong"

	"findcare/internal/telemetry"
)

// removedIn is the release in which hidden flags stop working.
const removedIn = "0.3.0"

// headings are the groups of flags in the help of serve.
func headings() []kong.Group {
	return []kong.Group{
		{Key: "listen", Title: "Listening:"},
		{Key: "database", Title: "Database:"},
		{Key: "pages", Title: "Pages and content:"},
		{Key: "security", Title: "Security:"},
		{Key: "oidc", Title: "Signing in with OpenID Connect:"},
		{Key: "limits", Title: "Limits:"},
	}
}

// texts are what is too long for the tag of a flag.
func texts() kong.Vars {
	return kong.Vars{
		"version":      "findcare " + telemetry.ThisBuild().String(),
		"mongodbURI":   "MongoDB connection string. Default: none; the embedded engine stores the directory in --data.",
		"importFormat": "auto,directory,nppes,nppes-deactivated,samhsa",
		"importFormats": "File format: directory (JSON, NDJSON or CSV), nppes (the NPI registry), nppes-deactivated " +
			"(CMS's list of deactivated NPIs) or samhsa (treatment facilities). auto detects it.",
		"exportFormats": "Output format: json or ndjson (the directory format), csv (the providers), fhir (a Bundle) " +
			"or fhir-ndjson (one resource per line).",
		"generateFormats": "Output format: directory (NDJSON) or nppes (CSV as in the NPI registry).",
	}
}

// nameVariables gives every flag of serve, and every flag common to all commands, an environment variable.
func nameVariables(k *kong.Kong) error {
	flags := k.Model.Flags
	for _, command := range k.Model.Children {
		if command.Name == "serve" {
			flags = append(flags[:len(flags):len(flags)], command.Flags...)
		}
	}
	for _, flag := range flags {
		if len(flag.Envs) > 0 || flag.Name == "help" || flag.Name == "version" {
			continue
		}
		flag.Envs = []string{"FINDCARE_" + strings.ToUpper(strings.ReplaceAll(flag.Name, "-", "_"))}
		flag.Tag.Envs = flag.Envs
	}
	return nil
}

// changed returns the flags that differ from their defaults, however they were set, as name=value.
func changed(flags []*kong.Flag) (list []string) {
	for _, flag := range flags {
		if flag.Name == "help" || flag.Name == "version" || isDefault(flag) {
			continue
		}
		text := valueOf(flag)
		if flag.Tag.Has("secret") {
			text = "(set)"
		}
		list = append(list, flag.Name+"="+text)
	}
	return list
}

func isDefault(flag *kong.Flag) bool {
	standard := flag.Default
	if standard == "" {
		return flag.Target.IsZero() || flag.Target.Kind() == reflect.Slice && flag.Target.Len() == 0
	}
	if flag.Tag.Type == "path" {
		standard = kong.ExpandPath(standard)
	}
	return strings.EqualFold(valueOf(flag), standard)
}

// valueOf returns the value of a flag as it is written on the command line.
func valueOf(flag *kong.Flag) string {
	value := reflect.Indirect(flag.Target)
	if value.Kind() != reflect.Slice {
		return fmt.Sprint(value.Interface())
	}
	list := make([]string, value.Len())
	for i := range list {
		list[i] = fmt.Sprint(value.Index(i).Interface())
	}
	return strings.Join(list, ",")
}

// warnOfDeprecated logs a warning for each deprecated flag that is set.
func warnOfDeprecated(logger *slog.Logger, flags []*kong.Flag) {
	for _, flag := range flags {
		if !flag.Hidden || isDefault(flag) {
			continue
		}
		attributes := []any{"flag", "--" + flag.Name, "removed in", removedIn}
		if replacement := flag.Tag.Get("replacement"); replacement != "" {
			attributes = append(attributes, "replacement", "--"+replacement)
		}
		logger.Warn("a deprecated flag is set", attributes...)
	}
}
