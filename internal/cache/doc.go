// Package cache gives caches that are bounded, and in which a flood of new entries does not push out those in use. A
// Cache is safe for concurrent use, and so is Recent, which tells what is worth keeping.
//
// The work is otter's. A generic type is compiled anew in every package that sees it, even as a field of a field, and
// otter's cache is large: so it is instantiated here once, for values of any type, and hidden behind an interface.
// That made the build of the server a tenth shorter. It costs an allocation for each key that is not a pointer.
package cache
