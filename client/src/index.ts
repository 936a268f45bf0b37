export { createClient, type Client, type ClientOptions, type QueryOptions, type SubscribeOptions } from "./client.js";
export type { Document, ResultOf } from "./document.js";
export { FindcareError, type FailureKind, type GraphQLErrorEntry } from "./errors.js";
export { calendarDate, formatDate, localDate, toDate, type CalendarDate, type Instant } from "./scalars.js";
export * from "./generated/operations.js";
export type * as Schema from "./generated/schema.js";
