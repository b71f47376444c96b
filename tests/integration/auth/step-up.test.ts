import { expect, test, vi } from "vitest";
import { submitPasswordChange } from "@/app/(app)/settings/security/_actions/change-password";
import { hasRecentSignIn, requireRecentSignIn } from "@/lib/auth";
import { sentCookies, startRequest } from "@/tests/fakes/next-request";
import { appUrl, cookieName, openAuth, password } from "./setup";

vi.mock("next/headers", () => import("@/tests/fakes/next-request"));

const { db, clock, createMember, signIn } = await openAuth();

test("a sign-in is proof for ten minutes, and signing in again renews it", async () => {
  await createMember("step@example.com");
  let cookie = await signIn("step@example.com");
  clock.advance(10 * 60_000);
  startRequest({}, { [cookieName]: cookie });
  await expect(requireRecentSignIn()).resolves.toBeUndefined();
  clock.advance(1);
  startRequest({}, { [cookieName]: cookie });
  await expect(requireRecentSignIn()).rejects.toMatchObject({
    code: "auth.step_up_required",
    kind: "forbidden",
  });
  cookie = await signIn("step@example.com", cookie);
  startRequest({}, { [cookieName]: cookie });
  expect(await hasRecentSignIn()).toBe(true);
});

test("nobody has proved anything who is not signed in", async () => {
  startRequest();
  expect(await hasRecentSignIn()).toBe(false);
});

test("to know the password and change it is proof, but not for who signs in in two steps", async () => {
  for (const [email, twoSteps] of [
    ["one@example.com", false],
    ["two@example.com", true],
  ] as const) {
    const { id: userId } = await createMember(email);
    const before = await signIn(email);
    const now = clock.now();
    if (twoSteps)
      await db.prisma.totpSecret.create({
        data: { userId, sealed: "x", keyId: "x", createdAt: now, confirmedAt: now },
      });
    clock.advance(11 * 60_000);
    startRequest({ origin: appUrl }, { [cookieName]: before });
    const form = new FormData();
    form.set("current", password);
    form.set("password", "another harbour tundra 7");
    await expect(submitPasswordChange(null, form)).rejects.toThrow("NEXT_REDIRECT");
    const after = sentCookies()[cookieName] ?? "";
    expect(after).not.toBe(before);
    startRequest({}, { [cookieName]: after });
    expect([email, await hasRecentSignIn()]).toEqual([email, !twoSteps]);
  }
});
