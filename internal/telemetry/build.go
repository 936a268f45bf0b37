package telemetry

import "runtime/debug"

// Build says what this program was built from. Commit is empty, and Version "(devel)", where the build does not know.
type Build struct {
	Version string `json:"version"`
	Commit  string `json:"commit,omitempty"`
}

// ThisBuild is that of the running program. Go stamps it: at a tag of git, Version is the tag.
func ThisBuild() Build {
	b := Build{Version: "(devel)"}
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return b
	}
	if info.Main.Version != "" {
		b.Version = info.Main.Version
	}
	for _, setting := range info.Settings {
		if setting.Key == "vcs.revision" {
			b.Commit = setting.Value
		}
	}
	return b
}

// String is such as "v0.2.0 1a2b3c".
func (b Build) String() string {
	if b.Commit == "" {
		return b.Version
	}
	return b.Version + " " + b.Commit
}
