package lint

import (
	"fmt"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
)

const unit = "../findcare.service"

// settings returns the values of a setting of the unit, in order.
func settings(t *testing.T, name string) []string {
	t.Helper()
	return settingsOf(t, unit, name)
}

func settingsOf(t *testing.T, unit, name string) (values []string) {
	t.Helper()
	for line := range strings.Lines(readFile(t, unit)) {
		if key, value, _ := strings.Cut(strings.TrimSpace(line), "="); key == name {
			values = append(values, value)
		}
	}
	if len(values) == 0 {
		t.Fatalf("%s: no %s", unit, name)
	}
	return values
}

func unitEnvironment(t *testing.T) map[string]string {
	t.Helper()
	environment := map[string]string{}
	for _, pair := range settings(t, "Environment") {
		name, value, _ := strings.Cut(pair, "=")
		environment[name] = value
	}
	return environment
}

func TestUnitIsValid(t *testing.T) {
	requireProgram(t, "systemd-analyze", "systemd")
	copied := filepath.Join(t.TempDir(), "findcare.service")
	writeFile(t, copied, strings.ReplaceAll(readFile(t, unit), "/usr/local/bin/findcare", binary))
	if out, err := exec.CommandContext(t.Context(), "systemd-analyze", "verify", copied).CombinedOutput(); err != nil ||
		len(out) > 0 {
		t.Errorf("systemd-analyze verify: %v\n%s", err, out)
	}
}

// TestUnitIsHardened wants an exposure of at most 1.2 of 10.
func TestUnitIsHardened(t *testing.T) {
	requireProgram(t, "systemd-analyze", "systemd")
	out, err := exec.CommandContext(
		t.Context(),
		"systemd-analyze",
		"security",
		"--offline=true",
		"--threshold=12",
		unit,
	).CombinedOutput()
	if err != nil {
		t.Errorf("systemd-analyze security: %v\n%s", err, out)
	}
}

// timesFit wants a time to stop above those that the server takes.
func timesFit(t *testing.T, environment map[string]string, stop time.Duration) {
	t.Helper()
	const telemetry = 5 * time.Second // for the last traces
	for _, name := range []string{"FINDCARE_SHUTDOWN_DELAY", "FINDCARE_SHUTDOWN_GRACE"} {
		took, err := time.ParseDuration(environment[name])
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		stop -= took
	}
	if stop <= telemetry {
		t.Errorf("%v are left after the delay and the grace, want more than %v", stop, telemetry)
	}
}

func TestUnitGivesTimeToShutDown(t *testing.T) {
	stop, err := time.ParseDuration(settings(t, "TimeoutStopSec")[0])
	if err != nil {
		t.Fatal(err)
	}
	timesFit(t, unitEnvironment(t), stop)
}

// TestUnitLetsTheServerDoWhatItNeeds traces a server with the embedded engine from start to end, and holds what it asks
// of the system against what the unit forbids.
func TestUnitLetsTheServerDoWhatItNeeds(t *testing.T) {
	requireProgram(t, "systemd-analyze", "systemd")
	requireProgram(t, "strace", "strace")
	folder := ownFolder(t, temporary(t))
	trace := filepath.Join(folder, "trace")
	s := start(
		t,
		command(t.Context(), "strace", "-f", "-qq", "-D", "-e", "signal=none", "-o", trace, binary, "serve"),
		nil,
		filepath.Join(folder, "data"),
	)
	get(t, s.url+operation)
	get(t, s.url+"/readyz")
	get(t, s.admin+"/metrics")
	s.stop(t)

	allowed := allowedCalls(t)
	families := strings.Fields(settings(t, "RestrictAddressFamilies")[0])
	calls := map[string]bool{}
	for line := range strings.Lines(readFile(t, trace)) {
		found := call.FindStringSubmatch(line)
		if found == nil {
			continue
		}
		name, arguments := found[1], found[2]
		calls[name] = true
		if !allowed[name] {
			t.Errorf("SystemCallFilter forbids %s", strings.TrimSpace(line))
		}
		if family, _, _ := strings.Cut(arguments, ","); name == "socket" && !slices.Contains(families, family) {
			t.Errorf("RestrictAddressFamilies forbids %s", strings.TrimSpace(line))
		}
		if strings.Contains(arguments, "PROT_EXEC") && (name != "mmap" || strings.Contains(arguments, "PROT_WRITE")) {
			t.Errorf("MemoryDenyWriteExecute forbids %s", strings.TrimSpace(line))
		}
	}
	if !calls["accept4"] || !calls["fsync"] && !calls["fdatasync"] {
		t.Errorf("the trace is not of a server with a database: %v", calls)
	}
}

// call is a line of strace: a process, a call and its arguments.
var call = regexp.MustCompile(`^\d+ +([a-z_0-9]+)\((.*)`)

// allowedCalls are the system calls that the unit allows.
func allowedCalls(t *testing.T) map[string]bool {
	t.Helper()
	allowed := map[string]bool{"execve": true} // of systemd itself
	addCalls(t, "@default", func(name string) { allowed[name] = true })
	for _, filter := range settings(t, "SystemCallFilter") {
		list, denied := strings.CutPrefix(filter, "~")
		for set := range strings.FieldsSeq(list) {
			addCalls(t, set, func(name string) { allowed[name] = !denied })
		}
	}
	return allowed
}

// addCalls adds the system calls of a set, and of the sets that it holds.
func addCalls(t *testing.T, set string, add func(string)) {
	t.Helper()
	out, err := exec.CommandContext(t.Context(), "systemd-analyze", "syscall-filter", "--no-pager", set).Output()
	if err != nil {
		t.Fatal(fmt.Errorf("%s: %w", set, err))
	}
	for line := range strings.Lines(string(out)) {
		switch name := strings.TrimSpace(line); {
		case !strings.HasPrefix(line, "    "), strings.HasPrefix(name, "#"):
		case strings.HasPrefix(name, "@"):
			addCalls(t, name, add)
		default:
			add(name)
		}
	}
}
