// Package modelstest makes inputs for tests, of fields as GraphQL has them.
package modelstest

import (
	"fmt"

	"github.com/go-json-experiment/json"

	"findcare/models"
)

// Fields are the fields of an input, by name; null clears.
type Fields = map[string]any

// Input is an input of a kind of documents.
func Input(kind models.Kind, fields Fields) models.Input {
	switch kind {
	case models.KindCredential:
		return input[models.CredentialInput](fields)
	case models.KindCondition:
		return input[models.ConditionInput](fields)
	case models.KindTreatment:
		return input[models.TreatmentInput](fields)
	case models.KindInsurer:
		return input[models.InsurerInput](fields)
	case models.KindProvider:
		return input[models.ProviderInput](fields)
	case models.KindArticle:
		return input[models.ArticleInput](fields)
	}
	panic(fmt.Sprintf("%q is no kind of documents", kind))
}

// Providers are inputs of providers.
func Providers(list ...Fields) []models.ProviderInput {
	inputs := make([]models.ProviderInput, len(list))
	for i, fields := range list {
		inputs[i] = *input[models.ProviderInput](fields)
	}
	return inputs
}

func input[T any](fields Fields) *T {
	made := new(T)
	content, err := json.Marshal(fields)
	if err == nil {
		err = json.Unmarshal(content, made, json.RejectUnknownMembers(true))
	}
	if err != nil {
		panic(err)
	}
	return made
}
