package telemetry

import "runtime/debug"

// Build is what the program was built from. Where that is not known, Commit is empty and Version is "(devel)".
type Build struct {
	Version string `json:"version"`
	Commit  string `json:"commit,omitempty"`
}

// ThisBuild is the build of the running program, as Go stamps it: at a git tag, Version is the tag.
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

// String returns the version and the commit, such as "v0.2.0 1a2b3c".
func (b Build) String() string {
	if b.Commit == "" {
		return b.Version
	}
	return b.Version + " " + b.Commit
}
