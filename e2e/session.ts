import { createHash, randomBytes, randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { Client } from "pg";
import { readStack } from "./stack";

export interface Member {
  email: string;
}

async function write(text: string, values: unknown[]): Promise<void> {
  const client = new Client({ connectionString: readStack().databaseUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query(text, values);
    if (rowCount !== 1) throw new Error(`${text} concerned ${rowCount ?? 0} rows`);
  } finally {
    await client.end();
  }
}

/**
 * Opens a session for who has the address, as a finished sign-in leaves it. How people get in is a journey of its own;
 * repeating it for every other one would be most of the time they take.
 */
export async function signInAs(page: Page, { email }: Member): Promise<void> {
  const token = randomBytes(32).toString("base64url");
  await write(
    `INSERT INTO sessions (id, token_hash, user_id, expires_at)
     SELECT uuidv7(), $1, id, now() + interval '1 day' FROM users WHERE email = $2`,
    [createHash("sha256").update(token).digest("hex"), email],
  );
  await page
    .context()
    .addCookies([
      { name: "quickscale-session", value: token, url: readStack().appUrl, httpOnly: true, sameSite: "Lax" },
    ]);
}

/** A new, verified member. */
export async function createMember(): Promise<Member> {
  const email = `${randomUUID()}@example.com`;
  await write("INSERT INTO users (id, email, email_verified_at) VALUES (uuidv7(), $1, now())", [email]);
  return { email };
}
