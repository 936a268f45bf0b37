package main

import (
	"debug/buildinfo"
	"encoding/json"
	"fmt"
	"time"
)

// component is a component in CycloneDX 1.6: https://cyclonedx.org/docs/1.6/json/
type component struct {
	Type    string `json:"type"`
	Name    string `json:"name"`
	Version string `json:"version"`
	PURL    string `json:"purl"`
}

func newComponent(kind, path, version string) component {
	return component{kind, path, version, "pkg:golang/" + path + "@" + version}
}

// billOfMaterials lists the modules a binary was built from, as recorded in it by Go.
func billOfMaterials(binary string, at time.Time) ([]byte, error) {
	info, err := buildinfo.ReadFile(binary)
	if err != nil {
		return nil, fmt.Errorf("read the build information: %w", err)
	}
	list := []component{}
	for _, module := range info.Deps {
		if module.Replace != nil {
			module = module.Replace
		}
		list = append(list, newComponent("library", module.Path, module.Version))
	}
	list = append(list, newComponent("library", "std", info.GoVersion))
	return json.MarshalIndent(map[string]any{
		"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1,
		"metadata": map[string]any{
			"timestamp": at.Format(time.RFC3339),
			"component": newComponent("application", info.Main.Path, info.Main.Version),
		},
		"components": list,
	}, "", "  ")
}
