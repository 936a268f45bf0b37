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

func main() {
	log.SetFlags(0)
	output := flag.String("output", "dist", "folder for the archives")
	flag.Parse()
	chosen := flag.Args()
	if len(chosen) == 0 {
		chosen = platforms()
	}
	if err := release(*output, chosen); err != nil {
		log.Fatal(err)
	}
}

func platforms() []string {
	return []string{"linux/amd64", "linux/arm64", "darwin/amd64", "darwin/arm64", "windows/amd64", "windows/arm64"}
}

// release writes the archives of the chosen platforms and their checksums to a folder.
func release(output string, chosen []string) error {
	version, err := git("describe", "--tags", "--always", "--dirty")
	if err != nil {
		return err
	}
	committed, err := git("log", "-1", "--format=%cI")
	if err != nil {
		return err
	}
	at, err := time.Parse(time.RFC3339, committed)
	if err != nil {
		return fmt.Errorf("parse the time of the commit: %w", err)
	}
	if err := os.MkdirAll(output, 0o755); err != nil {
		return err
	}
	var sums strings.Builder
	for _, platform := range chosen {
		if all := platforms(); !slices.Contains(all, platform) {
			return fmt.Errorf("%q is not one of %s", platform, strings.Join(all, ", "))
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
	build := exec.Command("go", "build", "-trimpath", "-buildvcs=true", "-ldflags=-s -w -buildid=", "-o", binary, ".")
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
