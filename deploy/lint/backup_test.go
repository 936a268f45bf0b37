package lint

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

const backupUnit = "../findcare-backup.service"

func TestBackupUnitsAreValid(t *testing.T) {
	requireProgram(t, "systemd-analyze", "systemd")
	folder := t.TempDir()
	arguments := []string{"verify"}
	for _, unit := range []string{backupUnit, "../findcare-backup.timer", unit} {
		copied := filepath.Join(folder, filepath.Base(unit))
		writeFile(t, copied, strings.ReplaceAll(readFile(t, unit), "/usr/local/bin/findcare", binary))
		arguments = append(arguments, copied)
	}
	out, err := exec.CommandContext(t.Context(), "systemd-analyze", arguments...).CombinedOutput()
	if err != nil || len(out) > 0 {
		t.Errorf("systemd-analyze %v: %v\n%s", arguments, err, out)
	}
}

// What the unit starts makes a backup of a running server that its own program finds intact.
func TestBackupUnitMakesABackup(t *testing.T) {
	data, state := ownFolder(t, temporary(t)), t.TempDir()
	token, err := command(t.Context(), binary,
		"token", "create", "--data", data, "--role", "admin", "--name", "Backup").Output()
	if err != nil {
		t.Fatal(err)
	}
	s := start(t, command(t.Context(), binary, "serve"), nil, data)
	_, quoted, _ := strings.Cut(settingsOf(t, backupUnit, "ExecStart")[0], "'")
	script := strings.NewReplacer("%%", "%", "$$", "$").Replace(strings.TrimSuffix(quoted, "'"))
	backup := exec.CommandContext(t.Context(), "/bin/sh", "-euc", script)
	backup.Env = []string{
		"PATH=" + filepath.Dir(binary) + ":" + os.Getenv("PATH"), "STATE_DIRECTORY=" + state,
		"FINDCARE_SERVER=" + s.url, "FINDCARE_TOKEN=" + strings.TrimSpace(string(token)),
	}
	out, err := backup.CombinedOutput()
	if err != nil || !strings.HasPrefix(string(out), "intact: the backup of ") {
		t.Errorf("%s: %v, %s", script, err, out)
	}
	if files, err := filepath.Glob(filepath.Join(state, "[1-7].backup")); err != nil || len(files) != 1 {
		t.Errorf("it made %v, %v", files, err)
	}
}
