import { expect, test } from "vitest";
import { listSecurityEvents, recordSecurityEvent } from "@/lib/security-log";
import { createUser } from "@/tests/factories/user";
import { createTestDatabase } from "@/tests/setup/test-database";

const db = await createTestDatabase();
const origin = { ip: "203.0.113.9", userAgent: "u".repeat(2_000) };

test("shows a person their own events, newest first, page by page in both directions", async () => {
  const [owner, other] = [await createUser(db), await createUser(db)];
  const now = new Date();
  for (let index = 0; index < 45; index += 1) {
    const detail = `event ${index}`;
    await recordSecurityEvent(db, { userId: owner.id, kind: "signed_in", origin, detail, now });
  }
  await recordSecurityEvent(db, { userId: other.id, kind: "password_changed", origin, now });
  const list = (cursor: { before?: string | null; after?: string | null }) =>
    listSecurityEvents({ db }, { userId: owner.id, ...cursor });
  const first = await list({});
  const second = await list({ before: first.older });
  const third = await list({ before: second.older });
  const all = [first, second, third].flatMap(({ events }) => events.map(({ detail }) => detail));
  expect(all).toEqual(Array.from({ length: 45 }, (_, index) => `event ${44 - index}`));
  expect([first.newer, third.older]).toEqual([null, null]);
  const back = await list({ after: third.newer });
  expect(back).toEqual({ ...second, newer: second.newer, older: second.older });
  expect((await list({ after: back.newer })).newer).toBeNull();
  expect(first.events[0]?.userAgent).toHaveLength(500);
});

test("keeps nothing of a transaction that is rolled back", async () => {
  const user = await createUser(db);
  const failed = db.transaction(async (tx) => {
    await recordSecurityEvent(tx, {
      userId: user.id,
      kind: "password_changed",
      origin: { ip: null, userAgent: null },
      now: new Date(),
    });
    throw new Error("no");
  });
  await expect(failed).rejects.toThrow("no");
  expect(await listSecurityEvents({ db }, { userId: user.id })).toEqual({
    events: [],
    older: null,
    newer: null,
  });
});
