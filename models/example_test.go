package models_test

import (
	"fmt"
	"strings"

	"findcare/models"
)

func ExampleProvider_Summary() {
	provider := models.Provider{
		Type: models.Individual, Name: "Nikki Moorman", PracticingSince: new(2019),
		Locations: []models.Location{{City: "Flint", State: "Michigan", StateCode: "MI"}},
	}
	credential := models.Credential{Name: "Licensed Professional Counselor", Abbreviation: "LPC"}
	summary := provider.Summary(credential.Label(), []string{"Depression", "Physical Stress"}, "2026-03-14")
	fmt.Println(strings.ReplaceAll(summary, ". ", ".\n"))
	// Output:
	// Nikki Moorman is a Licensed Professional Counselor (LPC) in Flint, Michigan and has been in practice for 7 years.
	// They treat Depression, Physical Stress.
}

func ExampleIDOfSlug() {
	id := models.IDOfSlug(models.KindProvider, "nikki-moorman")
	kind, ok := models.KindOfID(id)
	fmt.Println(id, kind, ok)
	// Output: prv_9shp4fpfnkfexw11gbw9y9qgf0 provider true
}

func ExamplePlainText() {
	fmt.Println(
		models.PlainText(
			"There are **three** phases:\n\n1. [Preparation](https://example.org)\n2. *Session*\n3. Integration",
		),
	)
	// Output:
	// There are three phases:
	//
	// 1. Preparation
	// 2. Session
	// 3. Integration
}
