import { expect, test, vi } from "vitest";
import { findSessionUser, signInWithPassword } from "@/lib/auth";
import { openDatabase } from "@/lib/db";
import { recordingLog } from "@/tests/fakes/recording-log";
import { sentCookies, startRequest } from "@/tests/fakes/next-request";
import { cookieName, openAuth, password } from "./setup";

vi.mock("next/headers", () => import("@/tests/fakes/next-request"));

const { ctx, createMember, signIn } = await openAuth();

/** Runs with a database that cannot be reached, and returns what was logged. */
async function withoutDatabase(work: () => Promise<void>) {
  const db = openDatabase("postgresql://nobody@127.0.0.1:1/none");
  const log = recordingLog();
  Object.assign(globalThis, { quickscaleContext: { ...ctx, db, log } });
  try {
    await work();
  } finally {
    Object.assign(globalThis, { quickscaleContext: ctx });
    await db.close();
  }
  return log.lines.filter(({ level }) => level === "error");
}

test("a session that cannot be read is no session", async () => {
  await createMember("ada@example.com");
  const cookie = await signIn("ada@example.com");
  const errors = await withoutDatabase(async () => {
    startRequest({}, { [cookieName]: cookie });
    expect(await findSessionUser()).toBeNull();
  });
  expect(errors.length).toBeGreaterThan(0);
  startRequest({}, { [cookieName]: cookie });
  expect(await findSessionUser()).toMatchObject({ email: "ada@example.com" });
});

test("a sign-in that cannot be tried says so, sets no cookie, and is logged once without the password", async () => {
  const errors = await withoutDatabase(async () => {
    startRequest();
    await expect(signInWithPassword({ email: "ada@example.com", password })).rejects.toMatchObject({
      code: "auth.unavailable",
      kind: "unavailable",
    });
    expect(sentCookies()[cookieName]).toBeUndefined();
  });
  expect(errors).toHaveLength(1);
  expect(JSON.stringify(errors)).not.toContain(password);
});
