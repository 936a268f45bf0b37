import { useState } from "preact/hooks";
import { request } from "../api/client";
import { refusal, sentence } from "../api/errors";
import { CreateToken, RevokeToken, type Role, Tokens as Read, type TokensQuery } from "../generated/operations";
import { Dialog } from "../shell/Dialog";
import { Page } from "../shell/Page";
import { Problem } from "../shell/Problem";
import { Link, type PageProperties, setSearch } from "../shell/router";
import { SecretForm } from "../shell/SecretForm";
import { person } from "../shell/session";
import { tell } from "../shell/status";
import { useQuery } from "../shell/useQuery";
import { counted, Day, lower, Moment, words } from "../shell/words";

type Token = NonNullable<TokensQuery["apiTokens"]>["nodes"][number];

const roles: { value: Role; may: string }[] = [
  { value: "VIEWER", may: "sees drafts, retired providers, working copies and history" },
  { value: "EDITOR", may: "also writes and publishes" },
  { value: "REVIEWER", may: "also signs off articles" },
  { value: "ADMIN", may: "also merges documents, and makes and revokes tokens and webhooks" },
];

function stateOf({ revokedAt, expiresAt }: Token): string {
  if (revokedAt) return "revoked";
  return expiresAt && new Date(expiresAt) <= new Date() ? "expired" : "holds";
}

/** Who may do what: the tokens that were made here. */
export default function Tokens({ search }: PageProperties) {
  const { data, error, reload } = useQuery(Read, { after: search.get("after") });
  const found = data?.apiTokens;
  const [making, make] = useState(false);
  const [ending, end] = useState<Token | null>(null);
  return (
    <Page
      title="Tokens"
      actions={
        <button type="button" onClick={() => make(true)}>
          New token
        </button>
      }
    >
      <p>
        A token lets a person or a program in, with one role. Give each its own, so that <Link href="/desk/help">the history</Link> tells who did what.
        Those who sign in at your OpenID provider have their role from there.
      </p>
      <Problem error={error} retry={reload} />
      {found && (
        <p role="status" class="count">
          {counted(found.totalCount, "token")}
        </p>
      )}
      {found && found.nodes.length > 0 && <TokenTable tokens={found.nodes} onRevoke={end} />}
      {found?.pageInfo.hasNextPage && (
        <p>
          <button type="button" class="second" onClick={() => setSearch({ after: found.pageInfo.endCursor }, { replace: false })}>
            Next
          </button>
        </p>
      )}
      {making && (
        <Making
          onClose={() => {
            make(false);
            reload();
          }}
        />
      )}
      {ending && (
        <Revoking
          token={ending}
          onClose={() => {
            end(null);
            reload();
          }}
        />
      )}
    </Page>
  );
}

function TokenTable({ tokens, onRevoke }: { tokens: Token[]; onRevoke(token: Token): void }) {
  return (
    <div class="scroll">
      <table class="list">
        <caption class="quiet">Tokens</caption>
        <thead>
          <tr>
            {["Name", "Role", "State", "Made", "Expires", "Last used", ""].map((label) =>
              label ? (
                <th key={label} scope="col">
                  {label}
                </th>
              ) : (
                <td key="actions" />
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {tokens.map((token) => {
            const state = stateOf(token);
            return (
              <tr key={token.id}>
                <th scope="row">
                  {token.name} {token.id === person.get()?.id && <span class="badge">you</span>}
                </th>
                <td data-label="Role">{lower(token.role)}</td>
                <td data-label="State">
                  <span class={state === "holds" ? "badge" : "badge alarm"}>{state}</span>
                </td>
                <td data-label="Made">
                  <Moment at={token.createdAt} />
                </td>
                <td data-label="Expires">
                  <Moment at={token.expiresAt} />
                </td>
                <td data-label="Last used">
                  <Day on={token.lastUsedOn} />
                </td>
                <td>
                  {!token.revokedAt && (
                    <button type="button" class="second" onClick={() => onRevoke(token)}>
                      Revoke<span class="quiet"> {token.name}</span>
                    </button>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function Making({ onClose }: { onClose(): void }) {
  const [name, setName] = useState("");
  const [role, setRole] = useState<Role>("EDITOR");
  const [expiresOn, setExpiresOn] = useState("");
  const make = async () => (await request(CreateToken, { name: name.trim(), role, expiresOn: expiresOn || null })).createToken;
  const text = "It is shown this once and stored nowhere. Give it to them on a way that nobody else reads.";
  return (
    <SecretForm title="New token" submit="Make the token" make={make} secret={{ title: `The token of ${name}`, label: "Token", text }} onClose={onClose}>
      <label for="token-name">Whom it is for</label>
      <input id="token-name" required maxLength={100} value={name} onInput={(event) => setName(event.currentTarget.value)} />
      <fieldset>
        <legend>Role</legend>
        {roles.map(({ value, may: can }) => (
          <label key={value} class="check">
            <input type="radio" name="role" value={value} checked={role === value} onChange={() => setRole(value)} />
            <span>
              <strong>{words(value)}</strong> {can}
            </span>
          </label>
        ))}
      </fieldset>
      <label for="token-expires">Last day on which it holds; it does not expire where this is empty</label>
      <input id="token-expires" type="date" value={expiresOn} onInput={(event) => setExpiresOn(event.currentTarget.value)} />
    </SecretForm>
  );
}

/** Asks before a token is revoked; the last one of an administrator needs a second yes. */
function Revoking({ token, onClose }: { token: Token; onClose(): void }) {
  const [problem, setProblem] = useState("");

  async function revoke() {
    try {
      const { revokeToken } = await request(RevokeToken, { id: token.id, force: problem !== "" });
      const refused = refusal(revokeToken.userErrors);
      if (refused && !problem) return setProblem(refused);
      tell(refused || `The token of ${token.name} no longer holds.`, { bad: refused !== "" });
    } catch (error) {
      tell(sentence(error), { bad: true });
    }
    onClose();
  }

  return (
    <Dialog title={`Revoke the token of ${token.name}?`} onClose={onClose}>
      <p>It ends at once, with what is connected by it. That cannot be taken back: you would make a new one.</p>
      {problem && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      <p class="buttons">
        <button type="button" class="second" onClick={onClose}>
          Keep it
        </button>
        <button type="button" class="danger" onClick={() => void revoke()}>
          {problem ? "Revoke it all the same" : "Revoke"}
        </button>
      </p>
    </Dialog>
  );
}
