// Package purging lets shared caches in front of the server keep answers and pages, and tells them what to forget.
//
// Keys are what an answer depends on. Sharing puts them into its header, with how long a shared cache may keep it. Hook
// calls an address of the operator's with the keys of what has changed.
//
// # Invariants
//
//   - An answer whose bytes a change has changed has one of the keys that KeysOf gives for the change. It may have one
//     without being changed: what a list has, or a count, depends on every document that it could have.
//   - An answer is kept to the end of its day at the longest, since it is for that day.
//   - An answer of a snapshot that is not the current one any more is not for shared caches. What passed that check
//     before a change may still arrive at the cache after the purge: each purge is repeated after a moment.
//   - While the hook fails, no answer is for shared caches.
package purging
