import { expect, test, vi } from "vitest";
import { hasRecentSignIn, requireRecentSignIn } from "@/lib/auth";
import { startRequest } from "@/tests/fakes/next-request";
import { cookieName, openAuth } from "./setup";

vi.mock("next/headers", () => import("@/tests/fakes/next-request"));

const { clock, createMember, signIn } = await openAuth();

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
