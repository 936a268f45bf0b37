// Package cli is the command line of findcare: its commands, their flags, the configuration file, and the rules that
// the values of flags must follow.
//
// Options of serve are declared where they are used, as tagged structs that serveCommand embeds. A value comes from the
// command line, else the environment, else the configuration file, else the default. Hidden flags are deprecated: they
// work for one more release, and setting one logs a warning. Flags tagged secret are never logged.
//
// A command writes its results to process.stdout and everything else to process.stderr. Nothing here may end the
// process but Main.
package cli
