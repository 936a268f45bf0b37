/** An error of GraphQL, as the server writes it. */
export interface GraphQLError {
  message: string;
  path?: (string | number)[];
  extensions?: { code?: string };
}

/** An error that the server tells of. The code is that of extensions.code, such as NOT_FOUND. */
export class ServerError extends Error {
  constructor(
    message: string,
    readonly code: string,
  ) {
    super(message);
    this.name = "ServerError";
  }
}

/** No answer came: what was asked for may have happened or not. */
export class ConnectionLost extends Error {
  constructor() {
    super("The connection to the server was lost, so it is not known whether this was done.");
    this.name = "ConnectionLost";
  }
}

/** What a person is told of an error. */
export function sentence(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** What a person is told of why nothing was done; empty where it was done. */
export function refusal(userErrors: { message: string }[]): string {
  return userErrors.map(({ message }) => message).join("; ");
}
