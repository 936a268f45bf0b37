package replication_test

import (
	"net"
	"strconv"
	"sync"
	"testing"
	"time"

	"go.mongodb.org/mongo-driver/v2/bson"
)

// fakeReplicaSet speaks MongoDB's wire protocol as the primary of a replica set with change streams, of which CI has
// none: just so much as the feed asks for. It keeps documents, and a log of events that streams are read from.
type fakeReplicaSet struct {
	t       *testing.T
	address string

	mutex    sync.Mutex
	version  bson.A              // as in buildInfo
	build    bson.D              // the rest of it
	indexes  map[string]bson.Raw // by collection and name, with a dot in between
	created  map[string]bool     // the collections that were
	listener net.Listener
	open     map[net.Conn]bool
	stored   map[string]map[string]bson.D // by collection and id
	log      []bson.D
	told     chan struct{}   // closed when the log has grown
	places   map[int64]int   // where in the log each stream is
	opened   []bson.Raw      // the options of the streams that were opened
	stages   []string        // the stages of the last one
	loads    int             // how often everything was read
	failures []databaseError // of the next reads of streams
	// noStreams makes it one of those that only claim to be a replica set, and ahead is how far its clock is ahead.
	noStreams bool
	ahead     time.Duration
}

// databaseError is an error that the fake returns.
type databaseError struct {
	code int32
	name string
}

func newFakeReplicaSet(t *testing.T) *fakeReplicaSet {
	d := &fakeReplicaSet{
		t: t, address: "127.0.0.1:0", version: bson.A{8, 0, 0, 0}, open: map[net.Conn]bool{},
		stored: map[string]map[string]bson.D{}, told: make(chan struct{}), places: map[int64]int{},
		indexes: map[string]bson.Raw{}, created: map[string]bool{},
	}
	d.start()
	t.Cleanup(d.stop)
	return d
}

func (d *fakeReplicaSet) uri() string {
	return "mongodb://" + d.address + "/clinic?directConnection=true"
}

// start listens, at the same address each time.
func (d *fakeReplicaSet) start() {
	d.mutex.Lock()
	defer d.mutex.Unlock()
	listener, err := net.Listen("tcp", d.address)
	if err != nil {
		d.t.Fatal(err)
	}
	d.listener, d.address = listener, listener.Addr().String()
	go func() {
		for {
			connection, err := listener.Accept()
			if err != nil {
				return
			}
			d.mutex.Lock()
			d.open[connection] = true
			d.mutex.Unlock()
			go d.serve(connection)
		}
	}()
}

// stop stops the database, and disconnect closes its connections.
func (d *fakeReplicaSet) stop() {
	_ = d.listener.Close()
	d.disconnect()
}

func (d *fakeReplicaSet) disconnect() {
	d.mutex.Lock()
	defer d.mutex.Unlock()
	for connection := range d.open {
		_ = connection.Close()
	}
	clear(d.open)
	clear(d.places)
}

// tell appends an event to the log.
func (d *fakeReplicaSet) tell(operation, collection, id string, more ...bson.E) {
	d.append(append(bson.D{
		{Key: "operationType", Value: operation},
		{Key: "ns", Value: bson.D{{Key: "db", Value: "clinic"}, {Key: "coll", Value: collection}}},
		{Key: "documentKey", Value: bson.D{{Key: "_id", Value: id}}},
	}, more...))
}

func (d *fakeReplicaSet) append(event bson.D) {
	d.mutex.Lock()
	defer d.mutex.Unlock()
	d.log = append(d.log, append(bson.D{{Key: "_id", Value: token(len(d.log) + 1)}}, event...))
	close(d.told)
	d.told = make(chan struct{})
}

func token(place int) bson.D { return bson.D{{Key: "_data", Value: strconv.Itoa(place)}} }

// put stores a document without an event.
func (d *fakeReplicaSet) put(collection, id string, document bson.D) {
	d.mutex.Lock()
	defer d.mutex.Unlock()
	if d.stored[collection] == nil {
		d.stored[collection] = map[string]bson.D{}
	}
	d.stored[collection][id] = document
}

// replace stores a document and reports it.
func (d *fakeReplicaSet) replace(collection, id string, document bson.D) {
	d.put(collection, id, document)
	d.tell("replace", collection, id, bson.E{Key: "fullDocument", Value: document})
}

// remove removes a document and reports it.
func (d *fakeReplicaSet) remove(collection, id string) {
	d.drop(collection, id)
	d.tell("delete", collection, id)
}

// drop removes a document without an event.
func (d *fakeReplicaSet) drop(collection, id string) {
	d.mutex.Lock()
	defer d.mutex.Unlock()
	delete(d.stored[collection], id)
}

// fail answers the next reads of streams with errors.
func (d *fakeReplicaSet) fail(failures ...databaseError) {
	d.mutex.Lock()
	defer d.mutex.Unlock()
	d.failures = append(d.failures, failures...)
}

// seen returns how many streams were opened, the options of the last one, and how often everything was read.
func (d *fakeReplicaSet) seen() (opened int, last bson.Raw, loads int) {
	d.mutex.Lock()
	defer d.mutex.Unlock()
	if opened = len(d.opened); opened > 0 {
		last = d.opened[opened-1]
	}
	return opened, last, d.loads
}
