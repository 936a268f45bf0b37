package models

// Code says what kind of error an Error is. Clients see it as extensions.code, and may rely on it.
type Code string

// The codes of an operation. docs/frontend.md has the same list for clients.
const (
	// CodeParseFailed means that the query is not GraphQL.
	CodeParseFailed Code = "GRAPHQL_PARSE_FAILED"
	// CodeValidationFailed means that the query, its variables or the name of its operation do not fit the schema or
	// the document.
	CodeValidationFailed Code = "GRAPHQL_VALIDATION_FAILED"
	// CodeTooManyTokens means that the document has more tokens than the server allows.
	CodeTooManyTokens Code = "TOO_MANY_TOKENS"
	// CodeTooManyFragments means that the document has too many fragments and operations.
	CodeTooManyFragments Code = "TOO_MANY_FRAGMENTS"
	// CodeTooManyFields means that the operation has too many fields, with its fragments put in.
	CodeTooManyFields Code = "TOO_MANY_FIELDS"
	// CodeTooManyRootFields means that the operation has too many fields at its top.
	CodeTooManyRootFields Code = "TOO_MANY_ROOT_FIELDS"
	// CodeTooManyAliases means that the operation has too many aliases.
	CodeTooManyAliases Code = "TOO_MANY_ALIASES"
	// CodeTooManyDirectives means that the operation has too many directives.
	CodeTooManyDirectives Code = "TOO_MANY_DIRECTIVES"
	// CodeTooManyRepeats means that too many fields have the same name in the same place of the response.
	CodeTooManyRepeats Code = "TOO_MANY_REPEATED_FIELDS"
	// CodeTooDeep means that fields and inline fragments are nested too deeply.
	CodeTooDeep Code = "TOO_DEEP"
	// CodeTooCostly means that the operation could cost more than the server allows.
	CodeTooCostly Code = "TOO_COSTLY"
	// CodeIntrospectionDisabled means that the operation asks for the schema, and the server does not give it.
	CodeIntrospectionDisabled Code = "INTROSPECTION_DISABLED"
	// CodeTimeout means that the request took longer than the server allows.
	CodeTimeout Code = "TIMEOUT"
	// CodeBadUserInput means that a value in the request is wrong: an argument, or a part of the HTTP request.
	CodeBadUserInput Code = "BAD_USER_INPUT"
	// CodeNotFound means that a document that the request or another document names does not exist.
	CodeNotFound Code = "NOT_FOUND"
	// CodeInternal means that something failed that is not the client's fault. The log has the cause; clients do not
	// see it.
	CodeInternal Code = "INTERNAL"
	// CodeUnavailable means that the database, or the provider that confirms a token, does not answer, or that the
	// directory is still loading.
	CodeUnavailable Code = "UNAVAILABLE"
	// CodeReadOnly means that the database was written by a newer findcare, so this server does not change it.
	CodeReadOnly Code = "READ_ONLY"
	// CodeUnauthenticated means that the request has no valid token where one is needed.
	CodeUnauthenticated Code = "UNAUTHENTICATED"
	// CodeForbidden means that the role of the token does not allow what is asked.
	CodeForbidden Code = "FORBIDDEN"
)

// The codes of requests that are rejected before an operation is chosen, and of connections.
const (
	// CodeRateLimited means that the client sends too much. The response says when to try again.
	CodeRateLimited Code = "RATE_LIMITED"
	// CodeOverloaded means that the server has too much to do. The response says when to try again.
	CodeOverloaded Code = "OVERLOADED"
	// CodeMethodNotAllowed means that the endpoint does not know the HTTP method, or that a GET asks for a mutation.
	CodeMethodNotAllowed Code = "METHOD_NOT_ALLOWED"
	// CodeUnsupportedMedia means that the body is of a media type that the endpoint does not read.
	CodeUnsupportedMedia Code = "UNSUPPORTED_MEDIA_TYPE"
	// CodeNotAcceptable means that the header Accept has none of the media types that the endpoint writes.
	CodeNotAcceptable Code = "NOT_ACCEPTABLE"
	// CodeBodyTooLarge means that the body has more bytes than the server allows.
	CodeBodyTooLarge Code = "BODY_TOO_LARGE"
	// CodeBatchesDisabled means that the body is a batch, and the server takes none.
	CodeBatchesDisabled Code = "BATCHES_DISABLED"
	// CodeBatchTooLarge means that the batch has more operations than the server allows.
	CodeBatchTooLarge Code = "BATCH_TOO_LARGE"
	// CodePersistedQueryNotFound means that the server does not know the hash: the client sends the query with it.
	CodePersistedQueryNotFound Code = "PERSISTED_QUERY_NOT_FOUND"
	// CodePersistedQueryNotSupported means that the server takes no hashes: the client sends queries.
	CodePersistedQueryNotSupported Code = "PERSISTED_QUERY_NOT_SUPPORTED"
	// CodePersistedQueryMismatch means that the hash is not that of the query sent with it.
	CodePersistedQueryMismatch Code = "PERSISTED_QUERY_MISMATCH"
	// CodeUntrustedDocument means that the server executes only the operations of its manifest, and this is not one.
	CodeUntrustedDocument Code = "UNTRUSTED_DOCUMENT"
	// CodeUnknownDocument means that the manifest has no operation with the id.
	CodeUnknownDocument Code = "UNKNOWN_DOCUMENT"
	// CodeTooManyConnections means that the server, or the client's address, has too many open connections.
	CodeTooManyConnections Code = "TOO_MANY_CONNECTIONS"
	// CodeTooManySubscriptions means that the WebSocket has too many operations.
	CodeTooManySubscriptions Code = "TOO_MANY_SUBSCRIPTIONS"
	// CodeTooSlow means that a subscriber fell too far behind.
	CodeTooSlow Code = "TOO_SLOW"
	// CodeStartOver means that a cursor of changes is too old, or of another database.
	CodeStartOver Code = "START_OVER"
	// CodeShuttingDown means that the server is about to stop.
	CodeShuttingDown Code = "SHUTTING_DOWN"
	// CodeOriginNotAllowed means that pages of the origin may not open a WebSocket.
	CodeOriginNotAllowed Code = "ORIGIN_NOT_ALLOWED"
)

// UserErrorCode says what kind of error a payload of a mutation reports in userErrors. The schema has the same list.
type UserErrorCode string

// The codes of user errors.
const (
	// UserErrorInvalid means that the document would break a rule.
	UserErrorInvalid UserErrorCode = "INVALID"
	// UserErrorDuplicate means that another document has the slug or the NPI.
	UserErrorDuplicate UserErrorCode = "TAKEN"
	// UserErrorNotFound means that no document has the id, or that a reference leads to none.
	UserErrorNotFound UserErrorCode = "NOT_FOUND"
	// UserErrorConflict means that the document is not at the expected revision, or that others keep changing it.
	UserErrorConflict UserErrorCode = "CONFLICT"
	// UserErrorReferenced means that other documents refer to the one that was to be deleted.
	UserErrorReferenced UserErrorCode = "REFERENCED"
	// UserErrorDeleted means that an editor has deleted the document, and an import does not bring it back.
	UserErrorDeleted UserErrorCode = "DELETED"
	// UserErrorOutdated means that the record was read from a newer file of its registry before.
	UserErrorOutdated UserErrorCode = "OUTDATED"
	// UserErrorSignOff means that the text needs the sign-off of a reviewer who is not its author.
	UserErrorSignOff UserErrorCode = "SIGN_OFF"
	// UserErrorLoss means that a list would replace one that says more, and the client has not allowed that.
	UserErrorLoss UserErrorCode = "LOSS"
	// UserErrorKeyReused means that the idempotency key was used for another request.
	UserErrorKeyReused UserErrorCode = "IDEMPOTENCY_KEY_REUSED"
)
