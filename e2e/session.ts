import { createHash, randomBytes, randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { Pool } from "pg";
import { readStack } from "./stack";

export const sessionCookie = "quickscale-session";

export interface Member {
  email: string;
}

let pool: Pool | undefined;

/** One statement against the stack's database. */
export async function query<Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> {
  pool ??= new Pool({ connectionString: readStack().databaseUrl, max: 2, allowExitOnIdle: true });
  return (await pool.query<Row>(text, values)).rows;
}

/** Opens a session for who has the address, as a finished sign-in leaves it, and returns its cookie's value. */
export async function openSession({ email }: Member): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  const rows = await query(
    `INSERT INTO sessions (id, token_hash, user_id, expires_at)
     SELECT uuidv7(), $1, id, now() + interval '1 day' FROM users WHERE email = $2 RETURNING id`,
    [createHash("sha256").update(token).digest("hex"), email],
  );
  if (rows.length === 0) throw new Error(`Nobody has the address ${email}`);
  return token;
}

/**
 * Signs somebody in without the pages. How people get in is a journey of its own; repeating it for every other one
 * would be most of the time they take.
 */
export async function signInAs(page: Page, member: Member): Promise<void> {
  const value = await openSession(member);
  const { appUrl } = readStack();
  await page
    .context()
    .addCookies([{ name: sessionCookie, value, url: appUrl, httpOnly: true, sameSite: "Lax" }]);
}

/** A new, verified member. */
export async function createMember(): Promise<Member> {
  const email = `${randomUUID()}@example.com`;
  await query("INSERT INTO users (id, email, email_verified_at) VALUES (uuidv7(), $1, now())", [email]);
  return { email };
}
