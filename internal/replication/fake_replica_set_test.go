package replication_test

import (
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"net"
	"slices"
	"strconv"
	"sync"
	"testing"
	"time"

	"go.mongodb.org/mongo-driver/v2/bson"
	"go.mongodb.org/mongo-driver/v2/x/bsonx/bsoncore"
	"go.mongodb.org/mongo-driver/v2/x/mongo/driver/wiremessage"

	"findcare/internal/clock/clocktest"
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
	told     chan struct{} // closed when the log has grown
	places   map[int64]int // where in the log each stream is
	opened   []bson.Raw    // the options of the streams that were opened
	stages   []string      // the stages of the last one
	loads    int           // how often everything was read
	refusals []refusal     // of the next reads of streams
	// noStreams makes it one of those that only call themselves a replica set, and ahead puts its clock forward.
	noStreams bool
	ahead     time.Duration
}

// refusal is an error of the database.
type refusal struct {
	code int32
	name string
}

func newFakeReplicaSet(t *testing.T) *fakeReplicaSet {
	d := &fakeReplicaSet{
		t: t, address: "127.0.0.1:0", version: bson.A{8, 0, 0, 0}, open: map[net.Conn]bool{}, stored: map[string]map[string]bson.D{},
		told: make(chan struct{}), places: map[int64]int{}, indexes: map[string]bson.Raw{}, created: map[string]bool{},
	}
	d.start()
	t.Cleanup(d.stop)
	return d
}

func (d *fakeReplicaSet) uri() string { return "mongodb://" + d.address + "/clinic?directConnection=true" }

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

// stop is the death of the database, disconnect that of its connections.
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

// put stores a document, silently.
func (d *fakeReplicaSet) put(collection, id string, document bson.D) {
	d.mutex.Lock()
	defer d.mutex.Unlock()
	if d.stored[collection] == nil {
		d.stored[collection] = map[string]bson.D{}
	}
	d.stored[collection][id] = document
}

// replace stores a document and tells of it.
func (d *fakeReplicaSet) replace(collection, id string, document bson.D) {
	d.put(collection, id, document)
	d.tell("replace", collection, id, bson.E{Key: "fullDocument", Value: document})
}

// remove takes a document away and tells of it.
func (d *fakeReplicaSet) remove(collection, id string) {
	d.mutex.Lock()
	delete(d.stored[collection], id)
	d.mutex.Unlock()
	d.tell("delete", collection, id)
}

// refuse answers the next reads of streams with errors.
func (d *fakeReplicaSet) refuse(refusals ...refusal) {
	d.mutex.Lock()
	defer d.mutex.Unlock()
	d.refusals = append(d.refusals, refusals...)
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

func (d *fakeReplicaSet) serve(connection net.Conn) {
	defer connection.Close()
	for {
		id, code, command, documents, err := readMessage(connection)
		if err != nil {
			return
		}
		reply, err := bson.Marshal(d.answer(command, documents))
		if err != nil {
			d.t.Errorf("reply to %v: %v", command, err)
			return
		}
		if _, err := connection.Write(message(id, code, reply)); err != nil {
			return
		}
	}
}

// readMessage reads a command, with the documents that came in a section of their own.
func readMessage(
	from io.Reader,
) (id int32, code wiremessage.OpCode, command bson.Raw, documents []bsoncore.Document, err error) {
	header := make([]byte, 16)
	if _, err := io.ReadFull(from, header); err != nil {
		return 0, 0, nil, nil, err
	}
	length, id, _, code, _, _ := wiremessage.ReadHeader(header)
	body := make([]byte, length-16)
	if _, err := io.ReadFull(from, body); err != nil {
		return 0, 0, nil, nil, err
	}
	const messageStart = 5 // flags and the type of the section
	if code == wiremessage.OpMsg {
		length := binary.LittleEndian.Uint32(body[messageStart:])
		end := messageStart + int(length)
		if end < len(body) { // the kind of a section that is a list of documents
			_, documents, _, _ = wiremessage.ReadMsgSectionDocumentSequence(body[end+1:])
		}
		return id, code, bson.Raw(body[messageStart:end]), documents, nil
	}
	// Drivers begin with a message of an older kind: flags, a name that ends with a zero, two numbers, and the command.
	const opQuery = 2004
	if code != opQuery {
		return 0, 0, nil, nil, errors.New("another message")
	}
	_, rest, _ := bytes.Cut(body[4:], []byte{0})
	return id, code, bson.Raw(rest[8:]), nil, nil
}

func message(to int32, code wiremessage.OpCode, reply []byte) []byte {
	if code == wiremessage.OpMsg {
		at, m := wiremessage.AppendHeaderStart(nil, 1, to, wiremessage.OpMsg)
		m = wiremessage.AppendMsgSectionType(wiremessage.AppendMsgFlags(m, 0), wiremessage.SingleDocument)
		return bsoncore.UpdateLength(append(m, reply...), at, int32(len(m)+len(reply)))
	}
	at, m := wiremessage.AppendHeaderStart(nil, 1, to, wiremessage.OpReply)
	m = wiremessage.AppendReplyCursorID(wiremessage.AppendReplyFlags(m, 0), 0)
	m = wiremessage.AppendReplyNumberReturned(wiremessage.AppendReplyStartingFrom(m, 0), 1)
	return bsoncore.UpdateLength(append(m, reply...), at, int32(len(m)+len(reply)))
}

// answer is the reply to a command.
func (d *fakeReplicaSet) answer(command bson.Raw, documents []bsoncore.Document) bson.D {
	elements, _ := command.Elements()
	ok := bson.D{{Key: "ok", Value: 1}}
	switch elements[0].Key() {
	case "hello", "isMaster", "ismaster":
		d.mutex.Lock()
		defer d.mutex.Unlock()
		return append(bson.D{
			{Key: "isWritablePrimary", Value: true},
			{Key: "ismaster", Value: true},
			{Key: "helloOk", Value: true},
			{Key: "setName", Value: "rs0"},
			{Key: "hosts", Value: bson.A{d.address}},
			{Key: "me", Value: d.address},
			{Key: "primary", Value: d.address},
			{Key: "maxBsonObjectSize", Value: 16 << 20},
			{Key: "maxMessageSizeBytes", Value: 48_000_000},
			{Key: "maxWriteBatchSize", Value: 100_000},
			{Key: "minWireVersion", Value: 0},
			{Key: "maxWireVersion", Value: 25},
			{Key: "logicalSessionTimeoutMinutes", Value: 30},
			{Key: "localTime", Value: clocktest.Now().Add(d.ahead)},
		}, ok...)
	case "buildInfo":
		return append(append(bson.D{{Key: "versionArray", Value: d.version}}, d.build...), ok...)
	case "create":
		d.create(command.Lookup("create").StringValue())
		return ok
	case "createIndexes":
		return d.createIndexes(command)
	case "dropIndexes":
		d.mutex.Lock()
		defer d.mutex.Unlock()
		delete(d.indexes, command.Lookup("dropIndexes").StringValue()+"."+command.Lookup("index").StringValue())
		return ok
	case "ping", "endSessions", "killCursors":
		return ok
	case "delete": // what was left long ago: there is nothing
		return append(bson.D{{Key: "n", Value: 0}}, ok...)
	case "insert":
		for _, document := range documents {
			id, isText := document.Lookup("_id").StringValueOK()
			if !isText { // the version of the database, of which no stream tells
				continue
			}
			d.tell(
				"insert",
				command.Lookup("insert").StringValue(),
				id,
				bson.E{Key: "fullDocument", Value: bson.Raw(document)},
			)
		}
		return append(bson.D{{Key: "n", Value: len(documents)}}, ok...)
	case "find":
		return append(d.find(command), ok...)
	case "aggregate":
		return d.watch(command)
	case "getMore":
		return d.more(command)
	}
	d.t.Errorf("a command that the fake does not know: %v", command)
	return failure(refusal{59, "CommandNotFound"})
}

func (d *fakeReplicaSet) create(collection string) {
	d.mutex.Lock()
	defer d.mutex.Unlock()
	d.created[collection] = true
}

// createIndexes keeps indexes, and refuses one that is another than that of its name.
func (d *fakeReplicaSet) createIndexes(command bson.Raw) bson.D {
	collection := command.Lookup("createIndexes").StringValue()
	d.create(collection)
	d.mutex.Lock()
	defer d.mutex.Unlock()
	wanted, _ := command.Lookup("indexes").Array().Values()
	for _, index := range wanted {
		name := collection + "." + index.Document().Lookup("name").StringValue()
		if known, there := d.indexes[name]; there && !bytes.Equal(known, index.Document()) {
			return failure(refusal{86, "IndexKeySpecsConflict"})
		}
		d.indexes[name] = bytes.Clone(index.Document())
	}
	return bson.D{{Key: "ok", Value: 1}}
}

func (d *fakeReplicaSet) find(command bson.Raw) bson.D {
	d.mutex.Lock()
	defer d.mutex.Unlock()
	collection := command.Lookup("find").StringValue()
	filter, _ := command.Lookup("filter").DocumentOK()
	elements, _ := filter.Elements()
	found := bson.A{}
	switch wanted, some := command.Lookup("filter", "_id", "$in").ArrayOK(); {
	case some:
		ids, _ := wanted.Values()
		for _, id := range ids {
			if document, ok := d.stored[collection][id.StringValue()]; ok {
				found = append(found, document)
			}
		}
	case len(elements) == 0:
		if collection == "conditions" {
			d.loads++
		}
		for _, document := range d.stored[collection] {
			found = append(found, document)
		}
	} // else for what was deleted long ago: there is nothing
	return bson.D{
		{
			Key: "cursor",
			Value: bson.D{
				{Key: "id", Value: int64(0)},
				{Key: "ns", Value: "clinic." + collection},
				{Key: "firstBatch", Value: found},
			},
		},
	}
}

// watch opens a stream.
func (d *fakeReplicaSet) watch(command bson.Raw) bson.D {
	d.mutex.Lock()
	defer d.mutex.Unlock()
	if d.noStreams {
		return failure(refusal{40324, "Unrecognized pipeline stage name: '$changeStream'"})
	}
	asked := command.Lookup("pipeline", "0", "$changeStream").Document()
	d.opened = append(d.opened, slices.Clone(asked))
	d.stages = nil
	stages, _ := command.Lookup("pipeline").Array().Values()
	for _, stage := range stages {
		elements, _ := stage.Document().Elements()
		d.stages = append(d.stages, elements[0].Key())
	}
	place := len(d.log)
	if after, ok := asked.Lookup("resumeAfter", "_data").StringValueOK(); ok {
		if reply, refused := d.refused(); refused {
			return reply
		}
		place, _ = strconv.Atoi(after)
	}
	id := int64(len(d.opened))
	d.places[id] = place
	return d.batch("firstBatch", id, nil)
}

func (d *fakeReplicaSet) refused() (bson.D, bool) {
	if len(d.refusals) == 0 {
		return nil, false
	}
	refused := d.refusals[0]
	d.refusals = d.refusals[1:]
	return failure(refused), true
}

func failure(r refusal) bson.D {
	return bson.D{
		{Key: "ok", Value: 0},
		{Key: "code", Value: r.code},
		{Key: "codeName", Value: r.name},
		{Key: "errmsg", Value: r.name},
	}
}

// more waits for what comes next in a stream.
func (d *fakeReplicaSet) more(command bson.Raw) bson.D {
	id := command.Lookup("getMore").Int64()
	d.mutex.Lock()
	place, known := d.places[id]
	told, waiting := d.told, place == len(d.log) && len(d.refusals) == 0
	d.mutex.Unlock()
	if waiting && known {
		select {
		case <-told:
		case <-time.After(50 * time.Millisecond): // as the command's maxTimeMS asks for, but sooner
		}
	}
	d.mutex.Lock()
	defer d.mutex.Unlock()
	if !known {
		return failure(refusal{43, "CursorNotFound"})
	}
	if reply, refused := d.refused(); refused {
		return reply
	}
	d.places[id] = len(d.log)
	return d.batch("nextBatch", id, d.log[place:])
}

func (d *fakeReplicaSet) batch(name string, id int64, events []bson.D) bson.D {
	list := bson.A{}
	for _, event := range events {
		list = append(list, event)
	}
	return bson.D{{Key: "ok", Value: 1}, {Key: "cursor", Value: bson.D{
		{Key: "id", Value: id},
		{Key: "ns", Value: "clinic.$cmd.aggregate"},
		{Key: name, Value: list},
		{Key: "postBatchResumeToken", Value: token(d.places[id])},
	}}}
}
