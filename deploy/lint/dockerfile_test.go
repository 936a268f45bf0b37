package lint

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"testing"

	"github.com/moby/buildkit/client/llb"
	"github.com/moby/buildkit/client/llb/sourceresolver"
	"github.com/moby/buildkit/frontend/dockerfile/dockerfile2llb"
	"github.com/moby/buildkit/frontend/dockerfile/instructions"
	"github.com/moby/buildkit/frontend/dockerfile/parser"
	digest "github.com/opencontainers/go-digest"
)

const dockerfile = "../Dockerfile"

// stages reads the Dockerfile as BuildKit does.
func stages() ([]instructions.Stage, error) {
	content, err := os.ReadFile(dockerfile)
	if err != nil {
		return nil, err
	}
	tree, err := parser.Parse(bytes.NewReader(content))
	if err != nil {
		return nil, err
	}
	found, _, err := instructions.Parse(tree.AST, nil)
	if err == nil && len(found) != 2 {
		err = fmt.Errorf("%s: %d stages, not 2", dockerfile, len(found))
	}
	return found, err
}

// buildAsInDockerfile builds the server with the command in the Dockerfile, for this machine.
func buildAsInDockerfile(path string) error {
	found, err := stages()
	if err != nil {
		return err
	}
	environment := append(os.Environ(), "TARGETOS="+runtime.GOOS, "TARGETARCH="+runtime.GOARCH)
	for _, instruction := range found[0].Commands {
		switch instruction := instruction.(type) {
		case *instructions.EnvCommand:
			for _, pair := range instruction.Env {
				environment = append(environment, pair.String())
			}
		case *instructions.RunCommand:
			line := strings.Join(instruction.CmdLine, " ")
			if !strings.Contains(line, "tools/release") {
				continue
			}
			build := exec.Command("sh", "-euc", strings.ReplaceAll(line, "/out", filepath.Dir(path)))
			build.Dir, build.Env = "../..", environment
			if out, err := build.CombinedOutput(); err != nil {
				return fmt.Errorf("%s: %w\n%s", line, err, out)
			}
			return nil
		}
	}
	return fmt.Errorf("%s: nothing builds the server", dockerfile)
}

// anyImage says of each image that it exists, as no registry is asked.
type anyImage struct{}

// ResolveImageConfig is of llb.ImageMetaResolver.
func (anyImage) ResolveImageConfig(
	_ context.Context,
	ref string,
	_ sourceresolver.Opt,
) (string, digest.Digest, []byte, error) {
	return ref, digest.FromString(ref), []byte(`{"os":"linux","architecture":"amd64","config":{}}`), nil
}

// TestDockerfileHasNoWarning runs the checks of "docker build --check".
func TestDockerfileHasNoWarning(t *testing.T) {
	content := []byte(readFile(t, dockerfile))
	results, err := dockerfile2llb.DockerfileLint(t.Context(), content, dockerfile2llb.ConvertOpt{
		MetaResolver: anyImage{},
		SourceMap: &llb.SourceMap{
			Definition: &llb.Definition{},
			Filename:   dockerfile,
			Language:   "Dockerfile",
			Data:       content,
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	if results.Error != nil {
		t.Errorf("%s", results.Error.Message)
	}
	for _, warning := range results.Warnings {
		t.Errorf("%s: %s (%s)", warning.RuleName, warning.Detail, warning.URL)
	}
}

var goLine = regexp.MustCompile(`(?m)^go (\S+)$`)

func TestDockerfileCopiesFromItsBuild(t *testing.T) {
	found, err := stages()
	if err != nil {
		t.Fatal(err)
	}
	for _, instruction := range found[1].Commands {
		if from, ok := instruction.(*instructions.CopyCommand); ok && from.From != found[0].Name {
			t.Errorf("%s, and the stage is called %s", from, found[0].Name)
		}
	}
}

func TestDockerfileBuildsWithTheVersionInGoMod(t *testing.T) {
	found, err := stages()
	if err != nil {
		t.Fatal(err)
	}
	want := "golang:" + goLine.FindStringSubmatch(readFile(t, "../../go.mod"))[1]
	if found[0].BaseName != want {
		t.Errorf("built in %s, want %s", found[0].BaseName, want)
	}
}

// imageEnvironment is what the image sets.
func imageEnvironment(t *testing.T) map[string]string {
	t.Helper()
	found, err := stages()
	if err != nil {
		t.Fatal(err)
	}
	environment := map[string]string{}
	for _, instruction := range found[1].Commands {
		if env, ok := instruction.(*instructions.EnvCommand); ok {
			for _, pair := range env.Env {
				environment[pair.Key] = pair.Value
			}
		}
	}
	return environment
}

// TestServerRunsInAnEmptyImage starts the server with what each deployment sets, as a user without rights, in a root
// that holds nothing but the server and a folder for its data.
func TestServerRunsInAnEmptyImage(t *testing.T) {
	require(t, "root, for chroot", os.Getuid() == 0)
	for name, environment := range map[string]map[string]string{
		"Dockerfile": imageEnvironment(t),
		"systemd":    unitEnvironment(t),
		"compose":    composeEnvironment(t, "findcare1"),
		"kubernetes": podEnvironment(t),
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			checkVariables(t, environment)
			environment["FINDCARE_SHUTDOWN_DELAY"] = "0s" // to be done sooner
			root := temporary(t)
			if err := os.Link(binary, filepath.Join(root, "findcare")); err != nil {
				t.Fatal(err)
			}
			ownFolder(t, filepath.Join(root, "data"))
			c := command(t.Context(), "/findcare", "serve")
			c.SysProcAttr.Chroot, c.Dir = root, "/"
			s := start(t, c, environment, "/data")
			want := `{"data":{"directory":{"providerCount":600}}}`
			if environment["FINDCARE_DEMO"] == "false" {
				want = `{"data":{"directory":{"providerCount":0}}}`
			}
			if _, got := get(t, s.url+operation); got != want {
				t.Errorf("got %s, want %s", got, want)
			}
			if _, got := get(t, s.admin+"/metrics"); !strings.Contains(got, "findcare_database_up 1") {
				t.Error("no metrics")
			}
		})
	}
}
