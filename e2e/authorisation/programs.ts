import { createHash, randomBytes } from "node:crypto";
import { createMember, query, type Member } from "../session";
import { seededMember } from "../seeded";
import type { Outcome } from "./outcome";

const everyScope = ["services:read", "services:run", "credits:read", "usage:read"];

interface KeyState {
  owner: Member;
  scopes: string[];
  /** What happened to it since, in SQL. */
  after?: string;
}

/** Writes a key as the settings page does, and returns what a program sends. */
async function createKey({ owner, scopes, after }: KeyState): Promise<string> {
  const body = [...randomBytes(43)].map((byte) => (byte % 36).toString(36)).join("");
  const secret = `qs_test_${body}`;
  const hash = createHash("sha256").update(secret).digest("hex");
  await query(
    `INSERT INTO api_keys (id, user_id, name, prefix, last_four, secret_hash, scopes, created_at)
     SELECT uuidv7(), id, 'matrix', 'qs_test_', $3, $2, $4, now() FROM users WHERE email = $1`,
    [owner.email, hash, secret.slice(-4), scopes],
  );
  if (after) await query(`UPDATE api_keys SET ${after} WHERE secret_hash = $1`, [hash]);
  return `Bearer ${secret}`;
}

export interface Program {
  name: string;
  authorization: string;
  /** For what belongs to the owner, and for the rest. */
  own: Outcome;
  other: Outcome;
}

/** Keys in every state, for a call that needs `scope`. */
export async function createPrograms(scope: string): Promise<Program[]> {
  const [stranger, suspended, unverified] = await Promise.all([
    createMember(),
    createMember(),
    createMember(),
  ]);
  await query("UPDATE users SET suspended_at = now() WHERE email = $1", [suspended.email]);
  await query("UPDATE users SET email_verified_at = NULL WHERE email = $1", [unverified.email]);
  const refused = { own: "refused", other: "refused" } as const;
  const key = (state: Partial<KeyState>) => createKey({ owner: seededMember, scopes: everyScope, ...state });
  return [
    { name: "none", authorization: "", ...refused },
    { name: "the owner's", authorization: await key({}), own: "let in", other: "let in" },
    {
      ...{ name: "one that may do this alone", own: "let in", other: "let in" },
      authorization: await key({ scopes: [scope] }),
    },
    {
      ...{ name: "another member's", own: "nothing there", other: "let in" },
      authorization: await key({ owner: stranger }),
    },
    {
      ...{ name: "without the scope", ...refused },
      authorization: await key({ scopes: everyScope.filter((one) => one !== scope) }),
    },
    { name: "revoked", authorization: await key({ after: "revoked_at = now()" }), ...refused },
    {
      ...{ name: "expired", ...refused },
      authorization: await key({ after: "expires_at = now() - interval '1 minute'" }),
    },
    {
      ...{ name: "a suspended member's", ...refused },
      authorization: await key({ owner: suspended }),
    },
    {
      ...{ name: "an unverified member's", ...refused },
      authorization: await key({ owner: unverified }),
    },
    { name: "made up", authorization: `Bearer qs_test_${"x".repeat(43)}`, ...refused },
  ];
}
