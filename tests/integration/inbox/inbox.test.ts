import { randomUUID } from "node:crypto";
import { v7 as uuidv7 } from "uuid";
import { expect, test } from "vitest";
import { fixtures } from "@/emails/fixtures";
import {
  countUnread,
  forgetNotices,
  listNotices,
  markAllNoticesRead,
  markNoticeRead,
  postNotice,
} from "@/lib/inbox";
import type { NewNotice, NoticeFilter } from "@/lib/inbox/types";
import { findMailKind, saveNotificationPreferences } from "@/lib/notification-preferences";
import { notificationKinds, type NotificationKind } from "@/lib/notification-preferences/types";
import { queueEmail } from "@/lib/notifications";
import { createUser } from "@/tests/factories/user";
import { fixedClock } from "@/tests/fakes/fixed-clock";
import { createTestDatabase } from "@/tests/setup/test-database";

const db = await createTestDatabase();
const clock = fixedClock(new Date());
const ctx = { db, systemClock: clock };
const dayMs = 86_400_000;

const aNotice = (userId: string, over: Partial<NewNotice> = {}): NewNotice => ({
  ...{ userId, key: randomUUID(), kind: "usage_alerts", title: "80 % of your runs are used", href: "/usage" },
  ...over,
});
const post = (notice: NewNotice) => db.transaction((tx) => postNotice(tx, notice));
const list = (userId: string, filter?: NoticeFilter) =>
  listNotices(ctx, { userId, ...(filter ? { filter } : {}) });
const switchOff = (userId: string, kind: NotificationKind, channel: "email" | "in_app") =>
  saveNotificationPreferences(ctx, { userId, choices: [{ kind, channel, enabled: false }] });

test("a key is told once, however many tell it at once, and only if its transaction commits", async () => {
  const ada = await createUser(db);
  const notice = aNotice(ada.id);
  await Promise.all(Array.from({ length: 20 }, () => post(notice)));
  const broken = db.transaction(async (tx) => {
    await postNotice(tx, aNotice(ada.id));
    throw new Error("died");
  });
  await expect(broken).rejects.toThrow("died");
  const { notices } = await list(ada.id);
  expect(notices).toMatchObject([
    { kind: "usage_alerts", title: notice.title, body: "", href: "/usage", read: false },
  ]);
});

test("nothing is told of what is switched off in the app or told by mail alone, and nobody who is gone is told", async () => {
  const [ada, gone] = [await createUser(db), await createUser(db)];
  await switchOff(ada.id, "usage_alerts", "in_app");
  await switchOff(ada.id, "receipts", "in_app");
  await db.prisma.user.update({ where: { id: gone.id }, data: { anonymisedAt: clock.now() } });
  const key = randomUUID();
  await post(aNotice(ada.id, { key }));
  await post(aNotice(ada.id, { kind: "requested_links" }));
  for (const id of [gone.id, randomUUID()]) await post(aNotice(id));
  expect(await db.prisma.notice.count({ where: { userId: { in: [ada.id, gone.id] } } })).toBe(0);
  await post(aNotice(ada.id, { kind: "receipts", key }));
  expect((await list(ada.id)).notices, "money is always told").toMatchObject([{ kind: "receipts" }]);
});

test.each(["https://evil.example", "//evil.example", "/\\evil.example", "/\t/evil.example", "evil", ""])(
  "a notice cannot lead to %j",
  async (href) => {
    const { id } = await createUser(db);
    await expect(post(aNotice(id, { href: href as NewNotice["href"] }))).rejects.toThrow("notices_sound");
  },
);

test("every mail that is told in the app has its words there, and leads to a page of ours", async () => {
  const ada = await createUser(db);
  for (const message of fixtures) {
    await db.transaction((tx) =>
      queueEmail(tx, { key: message.template, to: ada.email, userId: ada.id, message }),
    );
    const notice = await db.prisma.notice.findUnique({ where: { key: message.template } });
    const kind = notificationKinds[findMailKind(message.template)!];
    expect(notice !== null, message.template).toBe(kind.channels.some((channel) => channel === "in_app"));
    if (!notice) continue;
    expect(`${notice.title} ${notice.body}`).not.toMatch(/undefined|null|token=|https?:/);
    expect(notice.title.length).toBeLessThan(79);
  }
});

test("the mail and the notice are wanted apart, are told once each, and both or neither", async () => {
  const ada = await createUser(db);
  const message = fixtures.find(({ template }) => template === "credits-low")!;
  const tell = (key: string, more: { inApp?: boolean } = {}) =>
    db.transaction((tx) => queueEmail(tx, { key, to: ada.email, userId: ada.id, message, ...more }));
  const told = async () => [
    await db.prisma.outboxEmail.count({ where: { userId: ada.id } }),
    await db.prisma.notice.count({ where: { userId: ada.id } }),
  ];
  const key = randomUUID();
  await Promise.all(Array.from({ length: 20 }, () => tell(key)));
  expect(await told()).toEqual([1, 1]);
  await tell(randomUUID(), { inApp: false });
  expect(await told()).toEqual([2, 1]);
  await switchOff(ada.id, "credits_low", "email");
  await tell(randomUUID());
  expect(await told()).toEqual([2, 2]);
  await switchOff(ada.id, "credits_low", "in_app");
  await tell(randomUUID());
  expect(await told()).toEqual([2, 2]);
});

test("pages lead on and back without a gap; a made-up cursor begins at the newest", async () => {
  const ada = await createUser(db);
  await db.prisma.notice.createMany({
    data: Array.from({ length: 60 }, (_, n) => ({
      ...aNotice(ada.id, { title: `Notice ${n}` }),
      ...{ id: uuidv7(), readAt: n % 2 ? clock.now() : null },
    })),
  });
  const read = (over: object) => listNotices(ctx, { userId: ada.id, ...over });
  const first = await read({ before: "not a cursor" });
  const second = await read({ before: first.older });
  const third = await read({ before: second.older });
  const titles = [first, second, third].flatMap(({ notices }) => notices.map(({ title }) => title));
  expect(titles).toEqual(Array.from({ length: 60 }, (_, n) => `Notice ${59 - n}`));
  expect([first.newer, third.older]).toEqual([null, null]);
  expect(await read({ after: third.newer })).toEqual(second);
  const unread = await read({ filter: "unread" });
  expect(unread.notices.every(({ read: isRead }) => !isRead)).toBe(true);
  expect((await read({ filter: "unread", before: unread.older })).notices).toHaveLength(5);
});

test("reading is the owner's, idempotent, and leaves what came since unread", async () => {
  const [ada, bob] = [await createUser(db), await createUser(db)];
  for (const title of ["first", "second", "third"]) await post(aNotice(ada.id, { title }));
  const [third, second, first] = (await list(ada.id)).notices;
  await markNoticeRead(ctx, { userId: bob.id, id: first!.id });
  await markAllNoticesRead(ctx, { userId: bob.id, newestSeen: third!.id });
  expect(await countUnread(db, ada.id)).toBe(3);
  for (let n = 0; n < 2; n += 1) await markAllNoticesRead(ctx, { userId: ada.id, newestSeen: second!.id });
  expect((await list(ada.id, "unread")).notices.map(({ title }) => title)).toEqual(["third"]);
  const at = (id: string) => db.prisma.notice.findUniqueOrThrow({ where: { id } });
  await markNoticeRead(ctx, { userId: ada.id, id: third!.id });
  const { readAt } = await at(third!.id);
  await markNoticeRead(
    { db, systemClock: fixedClock(new Date(Date.now() + dayMs)) },
    { userId: ada.id, id: third!.id },
  );
  expect((await at(third!.id)).readAt).toEqual(readAt);
  expect(await countUnread(db, ada.id)).toBe(0);
});

test("the count stops at a hundred, and old notices go: read ones after 90 days, all after a year", async () => {
  const ada = await createUser(db);
  const aged = (days: number, readDays: number | null, title: string) => ({
    ...aNotice(ada.id, { title }),
    createdAt: new Date(clock.now().getTime() - days * dayMs),
    readAt: readDays === null ? null : new Date(clock.now().getTime() - readDays * dayMs),
  });
  await db.prisma.notice.createMany({
    data: [
      aged(366, null, "ancient"),
      aged(364, null, "unread"),
      aged(200, 91, "read"),
      aged(200, 89, "fresh"),
    ],
  });
  await db.prisma.notice.createMany({ data: Array.from({ length: 120 }, () => aged(1, null, "new")) });
  expect(await countUnread(db, ada.id)).toBe(100);
  expect(await forgetNotices(ctx)).toBe(2);
  expect(await forgetNotices(ctx)).toBe(0);
  const left = await db.prisma.notice.findMany({ where: { userId: ada.id, title: { not: "new" } } });
  expect(left.map(({ title }) => title).sort()).toEqual(["fresh", "unread"]);
});
