import { useEffect, useState } from "preact/hooks";
import { request } from "../api/client";
import { refusal, sentence } from "../api/errors";
import { CreateWebhook, DeleteWebhook, Webhooks as Read, SendWebhook, type WebhooksQuery } from "../generated/operations";
import { ask } from "../shell/Dialog";
import { Page } from "../shell/Page";
import { Problem } from "../shell/Problem";
import { SecretForm } from "../shell/SecretForm";
import { tell } from "../shell/status";
import { useQuery } from "../shell/useQuery";
import { counted, Moment } from "../shell/words";

type Webhook = NonNullable<WebhooksQuery["webhooks"]>[number];

/** Who is told that the directory has changed, and who cannot be reached. */
export default function Webhooks() {
  const { data, error, reload } = useQuery(Read, {});
  const [making, make] = useState(false);
  const webhooks = data?.webhooks ?? [];
  useEffect(() => {
    const again = setInterval(reload, 5000); // what becomes of deliveries is seen while they are tried
    return () => clearInterval(again);
  }, [reload]);

  async function send({ id, name }: Webhook) {
    try {
      const refused = refusal((await request(SendWebhook, { id })).sendWebhook.userErrors);
      tell(refused || `${name} is being told now.`, { bad: refused !== "" });
    } catch (error) {
      tell(sentence(error), { bad: true });
    }
    setTimeout(reload, 1000); // by when most have been told
  }

  async function end({ id, name }: Webhook) {
    if (!(await ask(`Delete the webhook of ${name}?`, "It is no longer told of changes. You would make a new one, with another secret.", "Delete"))) return;
    try {
      const refused = refusal((await request(DeleteWebhook, { id })).deleteWebhook.userErrors);
      tell(refused || `${name} is no longer told of changes.`, { bad: refused !== "" });
    } catch (error) {
      tell(sentence(error), { bad: true });
    }
    reload();
  }

  return (
    <Page
      title="Webhooks"
      actions={
        <button type="button" onClick={() => make(true)}>
          New webhook
        </button>
      }
    >
      <p>
        A webhook tells another program, such as a copy of the directory or a search engine, that something has changed. Where the program does not answer, it is told
        again and again, after an hour at most.
      </p>
      <Problem error={error} retry={reload} />
      {data && (
        <p role="status" class="count">
          {counted(webhooks.length, "webhook")}
        </p>
      )}
      {webhooks.length > 0 && <WebhookTable webhooks={webhooks} onSend={send} onDelete={end} />}
      {making && (
        <Making
          onClose={() => {
            make(false);
            reload();
          }}
        />
      )}
    </Page>
  );
}

function WebhookTable(props: { webhooks: Webhook[]; onSend(webhook: Webhook): Promise<void>; onDelete(webhook: Webhook): Promise<void> }) {
  return (
    <div class="scroll">
      <table class="list">
        <caption class="quiet">Webhooks</caption>
        <thead>
          <tr>
            {["Name", "Address", "State", "Made", "Last told"].map((label) => (
              <th key={label} scope="col">
                {label}
              </th>
            ))}
            <td />
          </tr>
        </thead>
        <tbody>
          {props.webhooks.map((webhook) => (
            <tr key={webhook.id}>
              <th scope="row">{webhook.name}</th>
              <td data-label="Address" style={{ overflowWrap: "anywhere" }}>
                {webhook.url}
              </td>
              <td data-label="State">
                <State webhook={webhook} />
              </td>
              <td data-label="Made">
                <Moment at={webhook.createdAt} />
              </td>
              <td data-label="Last told">
                <Moment at={webhook.lastDeliveredAt} />
              </td>
              <td>
                <button type="button" class="second" onClick={() => void props.onSend(webhook)}>
                  Send now<span class="quiet"> to {webhook.name}</span>
                </button>{" "}
                <button type="button" class="second" onClick={() => void props.onDelete(webhook)}>
                  Delete<span class="quiet"> {webhook.name}</span>
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function State({ webhook }: { webhook: Webhook }) {
  if (!webhook.failingSince) return <span class="badge">{webhook.lastDeliveredAt ? "works" : "not told yet"}</span>;
  return (
    <>
      <span class="badge alarm">fails</span> since <Moment at={webhook.failingSince} />, {counted(webhook.failures, "time")}: {webhook.lastFailure}. Next attempt:{" "}
      <Moment at={webhook.nextAttemptAt} />
    </>
  );
}

function Making({ onClose }: { onClose(): void }) {
  const [name, setName] = useState("");
  const [url, setURL] = useState("");
  const make = async () => (await request(CreateWebhook, { name: name.trim(), url: url.trim() })).createWebhook;
  const text =
    "The program verifies with it that it was this server that told it. It is shown this once: give it to whoever runs the program on a way that nobody else reads.";
  return (
    <SecretForm title="New webhook" submit="Make the webhook" make={make} secret={{ title: `The secret of ${name}`, label: "Secret", text }} onClose={onClose}>
      <label for="webhook-name">What it is for</label>
      <input id="webhook-name" required maxLength={100} value={name} onInput={(event) => setName(event.currentTarget.value)} />
      <label for="webhook-url">The address that is told, such as https://receiver.example/findcare</label>
      <input id="webhook-url" type="url" required maxLength={2000} value={url} onInput={(event) => setURL(event.currentTarget.value)} />
    </SecretForm>
  );
}
