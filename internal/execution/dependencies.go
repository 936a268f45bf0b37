package execution

import (
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"findcare/internal/catalog"
	"findcare/internal/purging"
	"findcare/models"
)

// Depends adds to keys what the answer to a query on a snapshot depends on. What it knows nothing of depends on
// everything.
func (e *Executor) Depends(o *Operation, snapshot *catalog.Snapshot, keys *purging.Keys) {
	d := dependencies{inputs{e.coercer, o.variables}, e.schema.Schema(), snapshot, keys}
	err := d.visit(o.definition, func(_ ast.Path, f *ast.Field) *gqlerror.Error {
		if f.ObjectDefinition.Name == d.schema.Query.Name {
			d.root(f)
		} else {
			d.within(f.Definition.Type.Name())
		}
		return nil
	})
	if err != nil {
		keys.DependsOnAny()
	}
}

type dependencies struct {
	inputs
	schema   *ast.Schema
	snapshot *catalog.Snapshot
	keys     *purging.Keys
}

// root is for a field of Query.
func (d dependencies) root(f *ast.Field) {
	switch f.Name {
	case "__typename", "__schema", "__type",
		"credential", "credentials", "condition", "conditions", "treatment", "treatments", "insurer", "insurers":
		return // the vocabulary, or nothing of the directory
	case "directoryChanges":
		d.keys.Private() // its cursor has a time
	case "providers":
		d.keys.DependsOnAll(models.KindProvider)
	case "node", "nodes", "provider", "article":
		arguments, err := d.Arguments(f, d.variables)
		if err != nil {
			d.keys.DependsOnAny()
			return
		}
		d.lookUp(f.Name, arguments)
	default:
		d.keys.DependsOnAny()
	}
}

func (d dependencies) lookUp(name string, arguments map[string]any) {
	switch name {
	case "node":
		d.id(arguments["id"])
		return
	case "nodes":
		ids, _ := arguments["ids"].([]any)
		for _, id := range ids {
			d.id(id)
		}
		return
	}
	if arguments["asOf"] != nil { // which history decides
		d.keys.Private()
	}
	by, _ := arguments["by"].(map[string]any)
	if by["id"] != nil {
		d.id(by["id"])
		return
	}
	slug, _ := by["slug"].(string)
	d.slug(models.Kind(name), slug)
}

func (d dependencies) id(id any) {
	if text, is := id.(string); is {
		d.keys.DependsOn(text)
	} else {
		d.keys.DependsOnAny()
	}
}

// slug is for a look-up by a slug, or by anything else where it is "". A slug that no document has now may be another's
// at any time.
func (d dependencies) slug(kind models.Kind, slug string) {
	if kind == models.KindProvider {
		if p := d.snapshot.Provider(catalog.ProviderBy{Slug: &slug}); p != nil && p.Slug == slug {
			d.keys.DependsOn(p.ID)
			return
		}
	} else if a := d.snapshot.Article(catalog.SlugOrID{Slug: &slug}); a != nil && a.Slug == slug {
		d.keys.DependsOn(a.ID)
		return
	}
	d.keys.DependsOnAll(kind)
}

// within is for a field within an answer, by the name of its type.
func (d dependencies) within(name string) {
	switch name {
	case "Provider", "ProviderConnection":
		d.keys.DependsOnAll(models.KindProvider)
	case "Article", "ArticleConnection":
		d.keys.DependsOnAll(models.KindArticle)
	default:
		if !ofDocument[name] && d.isComposite(name) {
			d.keys.DependsOnAny()
		}
	}
}

func (d dependencies) isComposite(name string) bool {
	switch definition := d.schema.Types[name]; definition.Kind {
	case ast.Object, ast.Interface, ast.Union:
		return true
	default:
		return false
	}
}

// ofDocument are the types of which a field depends on nothing but the document or the list that it is within, and on
// the vocabulary.
var ofDocument = map[string]bool{
	"Credential": true, "Condition": true, "Treatment": true, "Insurer": true, "Topic": true,
	"CredentialEdge": true, "ConditionEdge": true, "TreatmentEdge": true, "InsurerEdge": true, "PageInfo": true,
	"License": true, "PhoneNumber": true, "Hours": true, "OpeningHours": true, "LanguageSkill": true,
	"Availability": true, "FeeRange": true, "Coverage": true, "Location": true, "Confirmation": true, "NPIRecord": true,
	"Section": true, "MedicalReview": true, "CrisisResource": true, "Source": true, "CallToAction": true,
	"ProviderEdge": true, "ArticleEdge": true, "FoundPlace": true, "ProviderFacets": true, "ConditionCount": true,
	"TreatmentCount": true, "CredentialCount": true, "InsurerCount": true, "ValueCount": true,
	"SessionFormatCount": true, "AgeGroupCount": true, "OpenTimeCount": true, "AccessibilityFeatureCount": true,
	"LanguageServiceCount": true, "GenderCount": true, "PopulationCount": true, "Interpretation": true, "Intent": true,
	"UnusedWords": true, "Relaxation": true, "Widening": true, "ProviderCluster": true,
	"Bounds": true,
}
