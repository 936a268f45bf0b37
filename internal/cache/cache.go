package cache

import (
	"time"

	"github.com/maypok86/otter/v2"

	"findcare/internal/clock"
)

// Cache holds values by key.
type Cache[K comparable, V any] struct{ entries entries }

// entries are those of a Cache, of any type.
type entries interface {
	GetIfPresent(key any) (value any, ok bool)
	Set(key, value any) (old any, isNew bool)
	SetIfAbsent(key, value any) (current any, isNew bool)
	ComputeIfAbsent(key any, compute func() (value any, cancel bool)) (current any, ok bool)
	Invalidate(key any) (old any, ok bool)
	CleanUp()
	WeightedSize() uint64
}

// Weighing returns a cache whose entries together weigh no more than maximum.
func Weighing[K comparable, V any](maximum uint64, weigh func(key K, value V) uint32) *Cache[K, V] {
	return &Cache[K, V]{newWeighing(maximum, func(key, value any) uint32 {
		entry, _ := value.(V) // a nil of an interface has no type
		return weigh(key.(K), entry)
	})}
}

// Written returns a cache of at most maximum entries, which expire some time after they were written.
func Written[K comparable, V any](maximum int, expiry time.Duration, now clock.Clock) *Cache[K, V] {
	return &Cache[K, V]{newWritten(maximum, expiry, now)}
}

// Accessed returns a cache of at most maximum entries, which expire some time after they were last read or written.
func Accessed[K comparable, V any](maximum int, expiry time.Duration, now clock.Clock) *Cache[K, V] {
	return &Cache[K, V]{newAccessed(maximum, expiry, now)}
}

// Get returns the value of a key.
func (c *Cache[K, V]) Get(key K) (value V, ok bool) {
	found, ok := c.entries.GetIfPresent(key)
	value, _ = found.(V)
	return value, ok
}

// Set stores a value.
func (c *Cache[K, V]) Set(key K, value V) { c.entries.Set(key, value) }

// SetIfAbsent stores a value where the key has none.
func (c *Cache[K, V]) SetIfAbsent(key K, value V) { c.entries.SetIfAbsent(key, value) }

// GetOrSet returns the value of a key; where it has none, that of create, which is stored. Create must not use the
// cache.
func (c *Cache[K, V]) GetOrSet(key K, create func() V) V {
	found, _ := c.entries.ComputeIfAbsent(key, func() (any, bool) { return create(), false })
	value, _ := found.(V)
	return value
}

// Delete removes a key.
func (c *Cache[K, V]) Delete(key K) { c.entries.Invalidate(key) }

// Weight returns what the entries weigh together, once what is over the maximum is evicted.
func (c *Cache[K, V]) Weight() uint64 {
	c.entries.CleanUp()
	return c.entries.WeightedSize()
}

// The constructors are not inlined, since the packages that they were inlined in would compile otter.

//go:noinline
func newWeighing(maximum uint64, weigh func(key, value any) uint32) entries {
	return otter.Must(&otter.Options[any, any]{MaximumWeight: maximum, Weigher: weigh})
}

//go:noinline
func newWritten(maximum int, expiry time.Duration, now clock.Clock) entries {
	return otter.Must(&otter.Options[any, any]{
		MaximumSize: maximum, ExpiryCalculator: otter.ExpiryWriting[any, any](expiry), Clock: now,
	})
}

//go:noinline
func newAccessed(maximum int, expiry time.Duration, now clock.Clock) entries {
	return otter.Must(&otter.Options[any, any]{
		MaximumSize: maximum, ExpiryCalculator: otter.ExpiryAccessing[any, any](expiry), Clock: now,
	})
}
