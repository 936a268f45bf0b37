// Package server puts the parts of findcare together: routes, health, start and shutdown.
//
// It is the only package that knows all parts, and decides nothing that belongs to one of them. A request passes
// telemetry, security headers and admission before its route; /graphql adds cross-origin rules, "the directory is
// loaded", authentication and compression. Requests in flight at shutdown are finished, not cut off.
package server
