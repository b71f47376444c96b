import { beforeEach, describe, expect, test, vi } from "vitest";
import { z } from "zod";
import { adminAction, publicAction, takeAtLeast, toFormAction, userAction } from "@/lib/actions";
import { emptyForm } from "@/lib/actions/types";
import { DomainError } from "@/lib/shared/errors";
import { sentCookies, startRequest } from "@/tests/fakes/next-request";
import { appUrl, cookieName, openAuth } from "../auth/setup";

vi.mock("next/headers", () => import("@/tests/fakes/next-request"));

const { log, createMember, signIn } = await openAuth();
const own = { origin: appUrl, "x-real-ip": "203.0.113.50" };
const schema = z.object({ amount: z.coerce.number("Enter a number.").positive("Enter more than nothing.") });
const echo = publicAction
  .metadata({ name: "echo" })
  .inputSchema(schema)
  .action(({ parsedInput, ctx }) =>
    Promise.resolve({ ...parsedInput, ip: ctx.ip, actor: ctx.app.actor.kind }),
  );
const failing = (error: unknown) =>
  publicAction.metadata({ name: "failing" }).action(() => Promise.reject(error as Error));

beforeEach(() => {
  log.lines.length = 0;
  startRequest(own);
});

describe("every action", () => {
  test("runs with parsed input, the caller's address and nobody as actor", async () => {
    expect(await echo({ amount: "5" })).toEqual({
      data: { amount: 5, ip: "203.0.113.50", actor: "anonymous" },
    });
  });

  test.each([
    ["missing", {}],
    ["null", { origin: "null" }],
    ["foreign", { origin: "https://evil.example" }],
    ["a sibling subdomain", { origin: "http://evil.localhost:3000" }],
    [
      "spoofed by forwarded headers",
      { origin: "https://evil.example", "x-forwarded-host": "evil.example", host: "evil.example" },
    ],
  ])("is refused when its origin is %s", async (_, headers) => {
    startRequest(headers);
    expect(await echo({ amount: 5 })).toEqual({ serverError: { code: "http.foreign_origin", meta: {} } });
  });

  test("says at the field what is wrong with the input", async () => {
    const { validationErrors } = await echo({ amount: -1 });
    expect(validationErrors?.fieldErrors.amount).toEqual(["Enter more than nothing."]);
  });

  test("tells an expected failure by code and figures, and does not log it", async () => {
    const error = new DomainError("credits.insufficient", "conflict", { meta: { missingMilli: 5n } });
    expect(await failing(error)()).toEqual({
      serverError: { code: "credits.insufficient", meta: { missingMilli: 5n } },
    });
    expect(log.lines).toEqual([]);
  });

  test("logs who was refused, from where and why, once", async () => {
    const error = new DomainError("users.suspended", "forbidden");
    expect(await failing(error)()).toMatchObject({ serverError: { code: error.code } });
    await failing(error)();
    const { id } = await createMember("refused@example.com");
    startRequest(own, { [cookieName]: await signIn("refused@example.com") });
    startRequest(own, { [cookieName]: sentCookies()[cookieName] ?? "" });
    const limited = new DomainError("rate_limits.exceeded", "rate_limited");
    await userAction.metadata({ name: "limited" }).action(() => Promise.reject(limited))();
    const ip = "203.0.113.50";
    expect(log.lines.map(({ level, bindings }) => [level, bindings])).toEqual([
      ["info", { code: "users.suspended", action: "failing", ip }],
      ["info", { code: "rate_limits.exceeded", action: "limited", ip, userId: id }],
    ]);
  });

  test("logs a bug once under the reference that is told, and tells nothing else", async () => {
    const { serverError } = await failing(new Error("password=hunter2"))();
    expect(serverError).toEqual({
      code: "internal",
      meta: {},
      reference: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
    });
    expect(log.lines).toEqual([
      expect.objectContaining({
        level: "error",
        bindings: expect.objectContaining({
          reference: serverError?.reference,
          action: "failing",
        }) as unknown,
      }),
    ]);
  });

  test("that declares a limit lets exactly that many calls of one caller through", async () => {
    const limited = publicAction
      .metadata({ name: "limited", limit: { points: 3, windowSeconds: 60 } })
      .action(() => Promise.resolve("done"));
    const results = await Promise.all(Array.from({ length: 20 }, () => limited()));
    expect(results.filter(({ data }) => data === "done")).toHaveLength(3);
    expect(results.find(({ serverError }) => serverError)?.serverError?.code).toBe("rate_limits.exceeded");
    startRequest({ ...own, "x-real-ip": "203.0.113.51" });
    expect(await limited()).toEqual({ data: "done" });
  });
});

describe("who may call", () => {
  const mine = userAction
    .metadata({ name: "mine", limit: { points: 2, windowSeconds: 60 } })
    .action(({ ctx }) => Promise.resolve({ id: ctx.user.id, actor: ctx.app.actor }));
  const theirs = adminAction.metadata({ name: "theirs" }).action(({ ctx }) => Promise.resolve(ctx.user.role));
  const as = (cookie: string, headers: Record<string, string> = own) =>
    startRequest(headers, { [cookieName]: cookie });

  test("signed-out callers of a user's action are sent to sign in", async () => {
    await expect(mine()).rejects.toMatchObject({ digest: expect.stringContaining("/sign-in") as string });
  });

  test("a signed-in person acts as that person, within their own limit", async () => {
    const user = await createMember("mine@example.com");
    as(await signIn("mine@example.com"));
    expect(await mine()).toMatchObject({
      data: { id: user.id, actor: { kind: "user", userId: user.id, role: "member" } },
    });
    await mine();
    expect((await mine()).serverError?.code).toBe("rate_limits.exceeded");
  });

  test("a live session does not excuse a foreign origin", async () => {
    await createMember("lured@example.com");
    as(await signIn("lured@example.com"), { ...own, origin: "https://evil.example" });
    expect((await mine()).serverError?.code).toBe("http.foreign_origin");
  });

  test("unverified people reach no action of users", async () => {
    await createMember("new@example.com", { emailVerified: null });
    as(await signIn("new@example.com"));
    await expect(mine()).rejects.toMatchObject({
      digest: expect.stringContaining("/verify-email") as string,
    });
  });

  test("an admin's action does not exist for members", async () => {
    await createMember("some-member@example.com");
    await createMember("some-admin@example.com", { role: "admin" });
    as(await signIn("some-member@example.com"));
    await expect(theirs()).rejects.toMatchObject({ digest: expect.stringContaining("404") as string });
    as(await signIn("some-admin@example.com"));
    expect(await theirs()).toEqual({ data: "admin" });
  });
});

describe("a form", () => {
  const send = toFormAction(echo, ["amount", "note"]);
  const form = (fields: Record<string, string | File>) => {
    const data = new FormData();
    for (const [name, value] of Object.entries(fields)) data.append(name, value);
    return data;
  };

  test("hands its text fields to the action and shows the result", async () => {
    const state = await send(
      emptyForm(),
      form({ amount: "7", $ACTION_ID_x: "", file: new File(["x"], "x.txt") }),
    );
    expect(state).toMatchObject({ data: { amount: 7 }, failure: null, fieldErrors: {}, sent: 1 });
  });

  test("keeps what was typed, but only in the fields that may be kept", async () => {
    const state = await send(emptyForm(), form({ amount: "none", password: "hunter2" }));
    expect(state.values).toEqual({ amount: "none", note: "" });
    expect(state.fieldErrors.amount).toEqual(["Enter a number."]);
    expect(JSON.stringify(state)).not.toContain("hunter2");
  });

  test.each([null, [null, null], "text", { amount: 5 }])(
    "that is none (%j) is answered as an empty one",
    async (made) => {
      const state = await send(null, made);
      expect(state).toMatchObject({ fieldErrors: { amount: ["Enter a number."] }, data: null, sent: 1 });
    },
  );

  test("shows why it failed, and counts its sendings", async () => {
    startRequest({});
    const once = await send(emptyForm({ amount: "1" }), form({ amount: "1" }));
    const twice = await send(once, form({ amount: "1" }));
    expect(twice).toMatchObject({ failure: { code: "http.foreign_origin" }, data: null, sent: 2 });
  });
});

test("an answer that must not tell by its time takes at least as long as asked", async () => {
  const start = performance.now();
  expect(await takeAtLeast(60, () => Promise.resolve("quick"))).toBe("quick");
  expect(performance.now() - start).toBeGreaterThanOrEqual(59);
});
