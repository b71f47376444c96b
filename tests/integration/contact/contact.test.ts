import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import { renderEmail } from "@/emails/render-email";
import { listAudit } from "@/lib/audit";
import {
  answerMessage,
  closeMessage,
  countOpenMessages,
  forgetMessages,
  listMessages,
  sendMessage,
  viewMessage,
} from "@/lib/contact";
import { answerSchema, contactSchema } from "@/lib/contact/schema";
import { actingAs, type AppContext } from "@/lib/context";
import { clearRateLimit, consumeRateLimit } from "@/lib/rate-limits";
import { createUser } from "@/tests/factories/user";
import { fixedClock } from "@/tests/fakes/fixed-clock";
import { recordingLog } from "@/tests/fakes/recording-log";
import { createTestDatabase } from "@/tests/setup/test-database";

const db = await createTestDatabase();
const clock = fixedClock(new Date("2026-11-22T12:00:00Z"));
const log = recordingLog();
const anybody = {
  ...{ db, clock, systemClock: clock, log, appUrl: "http://localhost:3000", actor: { kind: "anonymous" } },
} as unknown as AppContext;
const asUser = (userId: string, role: "admin" | "member") =>
  actingAs(anybody, { kind: "user", userId, role, sessionId: userId });
const admin = await createUser(db, { email: "support@example.org", role: "admin" });
const other = await createUser(db, { email: "second@example.org", role: "admin" });
const ctx = asUser(admin.id, "admin");
const origin = { ip: "203.0.113.9", userAgent: "Firefox" };
let writers = 0;

type Written = Partial<Parameters<typeof sendMessage>[1]>;

/** Each writer from a place and an address of their own, unless said otherwise. */
async function write(change: Written = {}) {
  writers += 1;
  const input = {
    ...{ name: "Ada", email: `ada${writers}@example.com`, subject: "Invoices", body: "Where are they?" },
    ...{ formKey: randomUUID(), userId: null, provenEmail: null, ip: `198.51.100.${writers}`, ...change },
  };
  await sendMessage(anybody, input);
  return input;
}

const latest = async () => {
  const { messages } = await listMessages(ctx);
  return messages[0]!;
};
const mails = () =>
  db.prisma.outboxEmail.findMany({
    orderBy: { id: "asc" },
    select: { recipient: true, template: true, message: true },
  });
const audited = async (
  action: "messages_listed" | "message_viewed" | "message_answered" | "message_closed",
) => (await listAudit(ctx, { actions: [action] })).entries;

beforeEach(async () => {
  await db.prisma.contactMessage.deleteMany({});
  await db.prisma.outboxEmail.deleteMany({});
});

describe("writing", () => {
  test("is kept once for each form, mailed to every admin and copied to the writer", async () => {
    const input = await write({
      email: " Ada@EXAMPLE.com ",
      body: "First line\r\nSecond line",
      name: "Ada\r\nBcc: x",
    });
    await sendMessage(anybody, input);
    expect(await listMessages(ctx)).toMatchObject({
      messages: [
        {
          ...{ status: "open", name: "Ada Bcc: x", email: "ada@example.com", subject: "Invoices" },
          excerpt: "First line\nSecond line",
        },
      ],
      older: null,
    });
    const sent = await mails();
    expect(sent.map(({ recipient, template }) => `${template} ${recipient}`)).toEqual([
      "contact-copy ada@example.com",
      "contact-message support@example.org",
      "contact-message second@example.org",
    ]);
    const { text, subject } = await renderEmail(sent[1]?.message as never);
    expect(text).toContain("First line\nSecond line");
    expect(subject).toBe("New message: Invoices");
    expect(await countOpenMessages(db)).toBe(1);
  });

  test("is sent back to an address that its writer proved alone: a stranger is told nothing that was written", async () => {
    const spam = { name: "Win now", subject: "http://spam.example", body: "Buy at http://spam.example" };
    await write({ ...spam, email: "stranger@example.com", provenEmail: "mallory@example.com" });
    await write({ ...spam, email: "ADA@example.com", provenEmail: "ada@example.com" });
    const copies = (await mails()).filter(({ template }) => template === "contact-copy");
    const [toStranger, toAda] = await Promise.all(copies.map(({ message }) => renderEmail(message as never)));
    expect([toStranger?.subject, toAda?.subject]).toEqual([
      "We got your message",
      "We got your message: http://spam.example",
    ]);
    const sent = `${toStranger?.text}${toStranger?.html}`;
    for (const text of ["spam.example", "Win now", "Buy at"]) expect(sent).not.toContain(text);
    expect(toAda?.text).toContain(spam.body);
  });

  test("by a machine that fills in everything keeps and mails nothing, and says nothing", async () => {
    await write({ website: "https://spam.example" });
    expect(await countOpenMessages(db)).toBe(0);
    expect(await mails()).toEqual([]);
  });

  test("has a limit for an address and one for a place, and a bad address is refused before both", async () => {
    for (const email of ["no address", "a@b", "a@example.com, b@example.com", "a@example.com\nBcc: b@c.de"])
      await expect(write({ email })).rejects.toMatchObject({ code: "users.email_invalid" });
    const limited = { code: "rate_limits.exceeded" };
    const email = "victim@example.com";
    for (const to of [email, "victim+1@example.com", "victim+2@example.com"]) await write({ email: to });
    await expect(write({ email })).rejects.toMatchObject(limited);
    const ip = "2001:db8::1";
    for (let n = 0; n < 5; n += 1) await write({ ip });
    await expect(write({ ip: "2001:db8::2" })).rejects.toMatchObject(limited);
    await write({ ip: null });
    expect(await countOpenMessages(db)).toBe(9);
  });

  test("of an owner is taken after strangers used their address up, and of many is kept and mails nobody", async () => {
    const [email, provenEmail] = ["owner@example.com", "owner@example.com"];
    for (let n = 0; n < 3; n += 1) await write({ email });
    await write({ email, provenEmail });
    expect(await countOpenMessages(db)).toBe(4);
    const all = { name: "contact-mailed", points: 100, windowSeconds: 3_600 };
    await Promise.allSettled(Array.from({ length: 100 }, () => consumeRateLimit(db, all, ["everybody"])));
    const before = (await mails()).length;
    await write();
    expect([await countOpenMessages(db), (await mails()).length]).toEqual([5, before]);
    await clearRateLimit(db, all, ["everybody"]);
  });

  test("what the form sends is checked with words for each field", () => {
    const whole = {
      ...{ name: "Ada", email: "ada@example.com", subject: "Hello", body: "Ten letters" },
      formKey: randomUUID(),
    };
    expect(contactSchema.safeParse(whole).success).toBe(true);
    expect(contactSchema.safeParse({ ...whole, body: "x".repeat(5_000) }).success).toBe(true);
    for (const [field, value, words] of [
      ["name", " ", "Tell us your name."],
      ["email", "", "Enter your email address."],
      ["subject", "x".repeat(151), "Use at most 150 characters."],
      ["body", "short", "Write a little more, so that we can help."],
      ["body", "x".repeat(5_001), "Use at most 5,000 characters."],
    ] as const) {
      const parsed = contactSchema.safeParse({ ...whole, [field]: value });
      expect(parsed.error?.issues.map(({ message }) => message)).toContain(words);
    }
    const answer = { id: randomUUID(), formKey: randomUUID(), seen: "0", body: "  " };
    expect(answerSchema.safeParse(answer).error?.issues[0]?.message).toBe("Write your answer.");
  });
});

describe("an admin", () => {
  test("reads, answers and closes, all on record, and the writer gets the answer", async () => {
    const member = await createUser(db);
    await write({ userId: member.id, body: "Where are my invoices?" });
    const { id } = await latest();
    const answer = { id, formKey: randomUUID(), seen: 0, body: "Under Billing.\nEach has a PDF.", origin };
    await answerMessage(ctx, answer);
    await answerMessage(ctx, answer);
    const message = await viewMessage(ctx, { id, origin });
    expect(message).toMatchObject({
      ...{ status: "answered", userId: member.id, closedAt: null },
      answers: [{ author: admin.email, body: answer.body }],
    });
    const mailed = (await mails()).filter(({ template }) => template === "contact-answer");
    expect(mailed).toHaveLength(1);
    const { text, subject } = await renderEmail(mailed[0]?.message as never);
    expect([subject, text.includes("Each has a PDF."), text.includes("Where are my invoices?")]).toEqual([
      "Re: Invoices",
      true,
      true,
    ]);
    await closeMessage(ctx, { id, reason: "Solved", origin });
    await closeMessage(ctx, { id, reason: "Solved again", origin });
    expect(await viewMessage(ctx, { id, origin })).toMatchObject({ status: "closed", closedAt: clock.now() });
    const about = { actorId: admin.id, targetId: id, userId: member.id, ip: origin.ip };
    expect(await audited("message_closed")).toMatchObject([{ ...about, reason: "Solved" }]);
    expect(await audited("message_answered")).toMatchObject([{ ...about, before: { status: "open" } }]);
    expect(await audited("message_viewed")).toHaveLength(2);
    await answerMessage(ctx, { ...answer, formKey: randomUUID(), seen: 1 });
    expect(await viewMessage(ctx, { id, origin })).toMatchObject({ status: "answered", closedAt: null });
  });

  test("does not answer what another answered meanwhile", async () => {
    await write();
    const { id } = await latest();
    const answer = { id, seen: 0, body: "An answer", origin };
    const tries = await Promise.allSettled([
      answerMessage(ctx, { ...answer, formKey: randomUUID() }),
      answerMessage(asUser(other.id, "admin"), { ...answer, formKey: randomUUID() }),
    ]);
    expect(tries.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(tries.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { code: "contact.message_changed" },
    });
  });

  test("pages through them by state, there and back", async () => {
    await db.prisma.contactMessage.createMany({
      data: Array.from({ length: 60 }, (_, n) => ({
        ...{ formKey: randomUUID(), name: "n", email: "e", subject: `s${n}`, body: "b" },
        ...{ status: n % 2 ? "open" : "closed", createdAt: clock.now(), updatedAt: clock.now() },
      })) as never,
    });
    const first = await listMessages(ctx, { status: "open" });
    const second = await listMessages(ctx, { status: "open", before: first.older });
    expect([first.messages.length, second.messages.length, second.older, first.newer]).toEqual([
      25,
      5,
      null,
      null,
    ]);
    const back = await listMessages(ctx, { status: "open", after: second.newer });
    expect([back.messages, back.newer]).toEqual([first.messages, null]);
    expect((await listMessages(ctx, { before: "no uuid", after: "'" })).messages).toHaveLength(25);
  });
});

test("nothing of it is for members, visitors or the system; what is not there is not found", async () => {
  await write();
  const { id } = await latest();
  const member = asUser((await createUser(db)).id, "member");
  const answer = { formKey: randomUUID(), seen: 0, body: "An answer", origin };
  for (const who of [member, anybody, actingAs(anybody, { kind: "system", name: "x" })]) {
    const refused = { code: "contact.forbidden", kind: "not_found" };
    await expect(listMessages(who)).rejects.toMatchObject(refused);
    await expect(viewMessage(who, { id, origin })).rejects.toMatchObject(refused);
    await expect(answerMessage(who, { id, ...answer })).rejects.toMatchObject(refused);
    await expect(closeMessage(who, { id, reason: "no reason", origin })).rejects.toMatchObject(refused);
  }
  await listMessages(ctx, { status: "open" }, origin);
  expect((await audited("messages_listed"))[0]).toMatchObject({ ip: origin.ip, after: { status: "open" } });
  const missing = { kind: "not_found" };
  for (const nobody of [randomUUID(), "x"])
    await expect(viewMessage(ctx, { id: nobody, origin })).rejects.toMatchObject(missing);
  await expect(answerMessage(ctx, { id: randomUUID(), ...answer })).rejects.toMatchObject(missing);
  const closing = { id: randomUUID(), reason: "no reason", origin };
  await expect(closeMessage(ctx, closing)).rejects.toMatchObject(missing);
});

test("goes a year after somebody last did something about it, unless it is open", async () => {
  const at = (days: number) => new Date(clock.now().getTime() - days * 86_400_000);
  const add = (subject: string, status: "open" | "answered" | "closed", days: number) =>
    db.prisma.contactMessage.create({
      data: {
        ...{ formKey: randomUUID(), name: "n", email: "e", subject, body: "b", status },
        ...{ createdAt: at(900), updatedAt: at(days) },
        answers: { create: { formKey: randomUUID(), authorId: admin.id, body: "b", createdAt: at(900) } },
      },
    });
  await add("open", "open", 800);
  await add("old", "closed", 366);
  await add("old too", "answered", 366);
  await add("young", "closed", 364);
  expect(await forgetMessages(ctx)).toBe(2);
  const { messages } = await listMessages(ctx);
  expect(messages.map(({ subject }) => subject).sort()).toEqual(["open", "young"]);
});
