package main

import (
	"debug/buildinfo"
	"encoding/json"
	"fmt"
	"time"
)

// component is one of CycloneDX 1.6: https://cyclonedx.org/docs/1.6/json/
type component struct {
	Type    string `json:"type"`
	Name    string `json:"name"`
	Version string `json:"version"`
	PURL    string `json:"purl"`
}

// billOfMaterials lists the modules that a binary was built from, as Go has written them into it.
func billOfMaterials(binary string, at time.Time) ([]byte, error) {
	info, err := buildinfo.ReadFile(binary)
	if err != nil {
		return nil, fmt.Errorf("read what it was built from: %w", err)
	}
	list := []component{}
	for _, module := range info.Deps {
		if module.Replace != nil {
			module = module.Replace
		}
		list = append(
			list,
			component{"library", module.Path, module.Version, "pkg:golang/" + module.Path + "@" + module.Version},
		)
	}
	list = append(list, component{"library", "std", info.GoVersion, "pkg:golang/std@" + info.GoVersion})
	return json.MarshalIndent(map[string]any{
		"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1,
		"metadata": map[string]any{
			"timestamp": at.Format(time.RFC3339),
			"component": component{
				"application", info.Main.Path, info.Main.Version,
				"pkg:golang/" + info.Main.Path + "@" + info.Main.Version,
			},
		},
		"components": list,
	}, "", "  ")
}
