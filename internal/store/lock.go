package store

import (
	"hash/maphash"
	"sync"
)

// lockCount is many more than documents are written at a time, so that two of them rarely share a lock.
const lockCount = 4096

// locks serialize the writers of each document within this process.
type locks struct {
	seed    maphash.Seed
	mutexes [lockCount]sync.Mutex
}

// Lock excludes other writers of a document within this process until unlock is called.
func (s *Store) Lock(id string) (unlock func()) {
	mutex := &s.locks.mutexes[s.locks.place(id)]
	mutex.Lock()
	return mutex.Unlock
}

// LockAll excludes other writers of some documents within this process until unlock is called.
func (s *Store) LockAll(ids []string) (unlock func()) {
	var places [lockCount]bool
	for _, id := range ids {
		places[s.locks.place(id)] = true
	}
	for place, wanted := range places { // always in the same order, so that nobody deadlocks
		if wanted {
			s.locks.mutexes[place].Lock()
		}
	}
	return func() {
		for place, held := range places {
			if held {
				s.locks.mutexes[place].Unlock()
			}
		}
	}
}

func (l *locks) place(id string) uint64 {
	return maphash.String(l.seed, id) % uint64(len(l.mutexes))
}
