// Package federation makes the directory a subgraph of Apollo Federation 2: the schema as gateways compose it, and the
// documents that they name by a key.
//
// It knows which types are entities and what their keys are. Who may see a document is decided where the fields of
// Query are resolved: an entity is found by them.
package federation
