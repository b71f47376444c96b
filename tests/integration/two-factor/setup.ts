import { generateSync } from "otplib";
import { expect } from "vitest";
import { signInWithCode, signInWithPassword } from "@/lib/auth";
import { beginTwoFactor, confirmTwoFactor, findSetup } from "@/lib/two-factor";
import { sentCookies, startRequest } from "@/tests/fakes/next-request";
import { cookieName, openAuth, password } from "../auth/setup";

export const pendingName = "quickscale-second-step";
export const origin = { ip: null, userAgent: "Test browser" };
export const nothing = () => Promise.resolve();

/** People with and without two-factor sign-in, on a database of this file's own. Call it once per file. */
export async function openTwoFactor() {
  const { db, clock, ctx, log, createMember } = await openAuth();
  const codeAt = (secret: string, steps = 0) =>
    generateSync({ secret, epoch: Math.floor(clock.now().getTime() / 1000) + steps * 30 });
  const wrongFor = (secret: string) => {
    const right = [-1, 0, 1].map((steps) => codeAt(secret, steps));
    return ["000000", "000001", "000002", "000003"].find((code) => !right.includes(code)) ?? "";
  };
  const kindsOf = async (userId: string) =>
    (await db.prisma.securityEvent.findMany({ where: { userId }, orderBy: { id: "asc" } })).map(
      ({ kind }) => kind,
    );

  /** A member with two-factor sign-in, whose next code is a new one. */
  async function createGuarded(email: string) {
    const user = await createMember(email);
    await beginTwoFactor(ctx, user.id);
    const setup = await findSetup(ctx, { userId: user.id, email, issuer: "QuickScale" });
    const secret = setup?.secret ?? "";
    const given = { userId: user.id, sessionId: user.id, code: codeAt(secret), origin };
    const recoveryCodes = await confirmTwoFactor(ctx, given);
    clock.advance(60_000);
    return { user, secret, recoveryCodes, uri: setup?.uri ?? "" };
  }
  return { db, clock, ctx, log, createMember, codeAt, wrongFor, kindsOf, createGuarded };
}

/** The first step, as a browser does it. @returns the cookie of the second */
export async function startSignIn(email: string): Promise<string> {
  startRequest({ "x-real-ip": "203.0.113.9" });
  await expect(signInWithPassword({ email, password, next: "/billing" })).rejects.toMatchObject({
    code: "two_factor.required",
  });
  const cookies = sentCookies();
  expect(cookies[cookieName]).toBeUndefined();
  return cookies[pendingName] ?? "";
}

export function finish(cookie: string, code: string): Promise<string> {
  startRequest({ "x-real-ip": "203.0.113.9" }, { [pendingName]: cookie });
  return signInWithCode(code);
}
