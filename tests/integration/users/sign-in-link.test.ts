import { expect, test } from "vitest";
import {
  findSignInLink,
  redeemSignInLink,
  requestSignInLink,
  signUp,
  verifyEmail,
  verifySignIn,
} from "@/lib/users";
import { latestToken, queuedEmails } from "@/tests/setup/queued-emails";
import { goodPassword, openUsers, otherPassword } from "./setup";

const { db, clock, ctx, register, openSession } = await openUsers();
const origin = { ip: "203.0.113.7", userAgent: "Firefox/1" };
const ask = (email: string, ip: string | null = null) =>
  requestSignInLink(ctx, { email, ip, browserToken: "this browser", next: "/credits?page=2" });
const askedBy = async (email: string) => {
  await ask(email);
  return latestToken(db, email);
};
const redeem = (token: unknown) => redeemSignInLink(ctx, { token, origin });

test("a mailed link signs in once, and leads back to the page that was wanted", async () => {
  const user = await register();
  const first = await askedBy(user.email);
  const second = await askedBy(user.email);
  const mail = (await queuedEmails(db, user.email)).at(-1)?.message;
  expect(mail).toMatchObject({ template: "sign-in-link", props: { expiresInMinutes: 15 } });
  expect(JSON.stringify(mail)).toContain("&next=%2Fcredits%3Fpage%3D2");
  expect(await redeem(second)).toMatchObject({ id: user.id, email: user.email, name: null, role: "member" });
  for (const token of [first, second, "guess", undefined, { token: 1 }, "x".repeat(5_000)])
    await expect(redeem(token)).rejects.toThrow("link_invalid");
  await expect(
    verifySignIn(ctx, { email: user.email, password: goodPassword, ip: null }),
  ).resolves.toMatchObject({ id: user.id });
  expect(await db.prisma.securityEvent.findMany({ where: { userId: user.id } })).toMatchObject([
    { kind: "magic_link_used", ...origin },
  ]);
});

test("of ten browsers that open one link at once one gets in", async () => {
  const token = await askedBy((await register()).email);
  const tries = await Promise.allSettled(Array.from({ length: 10 }, () => redeem(token)));
  expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
});

test("a link says what it is worth without being used up, and whether this browser asked for it", async () => {
  const user = await register();
  const token = await askedBy(user.email);
  const look = (browserToken: string | null) => findSignInLink(ctx, { token, browserToken });
  expect(await look("this browser")).toEqual({ state: "live", email: user.email, sameBrowser: true });
  expect(await look("another")).toMatchObject({ state: "live", sameBrowser: false });
  expect(await look(null)).toMatchObject({ sameBrowser: false });
  clock.advance(15 * 60_000);
  expect(await look("this browser")).toMatchObject({ state: "expired" });
  await expect(redeem(token)).rejects.toThrow("link_invalid");
  expect(await findSignInLink(ctx, { token: "guess", browserToken: null })).toEqual({
    state: "unknown",
    email: null,
    sameBrowser: false,
  });
});

test("a stranger who signed up with the address keeps neither password, session nor pending link", async () => {
  const email = "owner@example.com";
  await signUp(ctx, { email, password: goodPassword, ip: null });
  const strangersLink = await latestToken(db, email);
  const user = await db.prisma.user.findUniqueOrThrow({ where: { email } });
  await openSession(user.id);
  await redeem(await askedBy(email));
  expect(await db.prisma.session.count({ where: { userId: user.id } })).toBe(0);
  await expect(verifySignIn(ctx, { email, password: goodPassword, ip: null })).rejects.toThrow(
    "credentials_invalid",
  );
  await expect(verifyEmail(ctx, strangersLink)).rejects.toThrow("link_invalid");
  await signUp(ctx, { email, password: otherPassword, ip: null });
  expect((await queuedEmails(db, email)).at(-1)?.message.template).toBe("account-exists");
});

test("unknown and suspended people are mailed nothing, and a suspended one does not get in", async () => {
  const user = await register();
  const token = await askedBy(user.email);
  await db.prisma.user.update({ where: { id: user.id }, data: { suspendedAt: clock.now() } });
  const before = (await queuedEmails(db)).length;
  await ask(user.email);
  await ask("nobody@example.com");
  await expect(ask("a@b")).rejects.toThrow("email_invalid");
  await expect(ask("ada@example.com\r\nBcc: eve@example.com")).rejects.toThrow("email_invalid");
  expect(await queuedEmails(db)).toHaveLength(before);
  await expect(redeem(token)).rejects.toThrow("users.suspended");
});

test("one address is mailed four links an hour", async () => {
  const user = await register();
  const asked = await Promise.allSettled(Array.from({ length: 7 }, () => ask(user.email, "203.0.113.9")));
  expect(asked.filter(({ status }) => status === "fulfilled")).toHaveLength(4);
});
