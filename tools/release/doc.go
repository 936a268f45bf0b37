// Release makes the archives of a release: for Linux, macOS and Windows on amd64 and arm64. Each holds the program,
// its licence and notices, README, CHANGELOG and an SBOM (CycloneDX 1.6). SHA256SUMS has their checksums. The version
// is the git tag.
//
//	go run ./tools/release [-output dist] [linux/amd64 …]
//
// Archives of one commit are identical to the byte, whenever and wherever they are made: nothing in them may depend on
// the machine, the time or the order of maps.
package main
