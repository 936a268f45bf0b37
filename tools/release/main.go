// Release makes the archives of a release: for Linux, macOS and Windows on amd64 and arm64, each with the program, its
// licence, README and CHANGELOG, and a list of what it was built from (CycloneDX 1.6). SHA256SUMS has their checksums.
// Made twice from one commit, the files are the same to the byte.
//
//	go run ./tools/release [--output dist] [linux/amd64 …]
package main

import (
	"crypto/sha256"
	"flag"
	"fmt"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

var platforms = []string{"linux/amd64", "linux/arm64", "darwin/amd64", "darwin/arm64", "windows/amd64", "windows/arm64"}

func main() {
	log.SetFlags(0)
	output := flag.String("output", "dist", "folder for the archives")
	flag.Parse()
	chosen := flag.Args()
	if len(chosen) == 0 {
		chosen = platforms
	}
	if err := release(*output, chosen); err != nil {
		log.Fatal(err)
	}
}

func release(output string, chosen []string) error {
	version, err := git("describe", "--tags", "--always", "--dirty")
	if err != nil {
		return err
	}
	made, err := git("log", "-1", "--format=%cI")
	if err != nil {
		return err
	}
	at, err := time.Parse(time.RFC3339, made)
	if err != nil {
		return fmt.Errorf("time of the commit: %w", err)
	}
	if err := os.MkdirAll(output, 0o755); err != nil {
		return err
	}
	var sums strings.Builder
	for _, platform := range chosen {
		if !slices.Contains(platforms, platform) {
			return fmt.Errorf("%q is none of %s", platform, strings.Join(platforms, ", "))
		}
		path, err := archive(output, version, platform, at.UTC())
		if err != nil {
			return fmt.Errorf("%s: %w", platform, err)
		}
		content, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		fmt.Fprintf(&sums, "%x  %s\n", sha256.Sum256(content), filepath.Base(path))
		log.Printf("%s: %d bytes", path, len(content))
	}
	return os.WriteFile(filepath.Join(output, "SHA256SUMS"), []byte(sums.String()), 0o644)
}

func git(args ...string) (string, error) {
	out, err := exec.Command("git", args...).Output()
	if err != nil {
		return "", fmt.Errorf("git %s: %w", args[0], err)
	}
	return strings.TrimSpace(string(out)), nil
}

// archive builds the program for a platform and packs it.
func archive(output, version, platform string, at time.Time) (path string, err error) {
	system, processor, _ := strings.Cut(platform, "/")
	folder, err := os.MkdirTemp("", "findcare-release-")
	if err != nil {
		return "", err
	}
	defer os.RemoveAll(folder)
	binary := filepath.Join(folder, "findcare")
	if system == "windows" {
		binary += ".exe"
	}
	build := exec.Command("go", "build", "-trimpath", "-ldflags=-s -w -buildid=", "-o", binary, ".")
	build.Env = append(os.Environ(), "CGO_ENABLED=0", "GOOS="+system, "GOARCH="+processor)
	build.Stderr = os.Stderr
	if err := build.Run(); err != nil {
		return "", fmt.Errorf("go build: %w", err)
	}
	bill, err := billOfMaterials(binary, at)
	if err != nil {
		return "", err
	}
	files := []file{
		{name: filepath.Base(binary), mode: 0o755, path: binary},
		{name: "sbom.cdx.json", mode: 0o644, content: bill},
	}
	for _, name := range []string{"LICENSE", "NOTICE", "README.md", "CHANGELOG.md"} {
		files = append(files, file{name: name, mode: 0o644, path: name})
	}
	name := fmt.Sprintf("findcare-%s-%s-%s", version, system, processor)
	if system == "windows" {
		return writeZip(filepath.Join(output, name+".zip"), name, files, at)
	}
	return writeTar(filepath.Join(output, name+".tar.gz"), name, files, at)
}
