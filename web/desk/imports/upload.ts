import { send } from "../api/client";
import { type GraphQLError, ServerError } from "../api/errors";

/** How large a file may be, in bytes. */
export const maximum = 100 * 1024 * 1024;

/** What is to be done with a file. */
export interface Options {
  dryRun: boolean;
  replace: boolean;
}

/** Sends a file, and gives the id of its import. */
export async function upload(file: File, { dryRun, replace }: Options): Promise<string> {
  const query = new URLSearchParams({ name: file.name.slice(-150), dryRun: `${dryRun}`, replace: `${replace}` });
  const response = await send(`/imports?${query}`, {
    method: "POST",
    headers: { "Content-Type": "application/octet-stream" },
    body: file,
  });
  const { id, errors } = (await response.json()) as { id?: string; errors?: GraphQLError[] };
  if (!id) throw new ServerError(errors?.[0]?.message ?? "the server gave no answer", errors?.[0]?.extensions?.code ?? "");
  return id;
}

/** Saves the faults of a file as a table. */
export async function saveRejects(id: string): Promise<void> {
  const response = await send(`/imports/${id}/rejects`, {}, { repeatable: true });
  if (!response.ok) throw new ServerError("the rejects could not be loaded", "");
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await response.blob());
  link.download = "rejects.csv";
  link.click();
  URL.revokeObjectURL(link.href);
}
