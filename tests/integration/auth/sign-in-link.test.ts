import { expect, test, vi } from "vitest";
import { findSessionUser, hasRecentSignIn, signInWithLink } from "@/lib/auth";
import { requestSignInLink } from "@/lib/users";
import { sentCookies, startRequest } from "@/tests/fakes/next-request";
import { latestToken } from "@/tests/setup/queued-emails";
import { cookieName, openAuth } from "./setup";

vi.mock("next/headers", () => import("@/tests/fakes/next-request"));

const { db, ctx, createMember, signIn } = await openAuth();

test("a link opens a session like any other sign-in, ends the browser's earlier one, and says why when it cannot", async () => {
  const user = await createMember("link@example.com");
  const before = await signIn("link@example.com");
  const asked = { email: user.email, ip: null, browserToken: "b", next: "/" };
  await requestSignInLink(ctx, asked);
  const token = await latestToken(db, user.email);
  startRequest({ "x-real-ip": "203.0.113.9" }, { [cookieName]: before });
  await signInWithLink(token);
  const cookie = sentCookies()[cookieName] ?? "";
  startRequest({}, { [cookieName]: before });
  expect(await findSessionUser()).toBeNull();
  startRequest({}, { [cookieName]: cookie });
  expect(await findSessionUser()).toMatchObject({ id: user.id, verified: true });
  expect(await hasRecentSignIn()).toBe(true);
  startRequest();
  await expect(signInWithLink(token)).rejects.toMatchObject({ code: "users.link_invalid" });
});
