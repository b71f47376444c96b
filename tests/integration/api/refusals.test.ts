import { expect, test } from "vitest";
import { answerOperation, getBalanceOperation } from "@/lib/api";
import { apiScopes } from "@/lib/api-keys/types";
import { apiHandlers } from "@/tests/setup/api-handlers";
import { openApiWorld } from "@/tests/setup/api-world";

const api = await openApiWorld();
const counter = { params: { slug: "word-counter" } };
const run = "post /services/{slug}/run";
const someId = "0190a0a0-0000-7000-8000-000000000000";
const scopeOf: Record<string, string> = {
  "get /services": "services:read",
  "get /services/{slug}": "services:read",
  "get /balance": "credits:read",
  "get /entries": "credits:read",
  "get /usage": "usage:read",
};

test.each(Object.keys(apiHandlers))("%s asks for a key that works and has its scope", async (operation) => {
  const needed = scopeOf[operation] ?? "services:run";
  const { key: scopeless } = await api.createProgram({
    scopes: apiScopes.filter((scope) => scope !== needed),
  });
  const { key, userId } = await api.createProgram();
  const params = { slug: "word-counter", id: someId };
  const ask = (headers: Record<string, string>) => api.call(operation, { params, headers });
  const missing = await ask({ cookie: "quickscale-session=x" });
  expect(missing.headers.get("www-authenticate")).toMatch(/^Bearer/);
  expect(await missing.json()).toMatchObject({ status: 401, code: "api.key_missing" });
  for (const authorization of [
    `Basic ${key}`,
    "Bearer",
    `Bearer ${key}x`,
    `Bearer ${"x".repeat(51)}`,
    `Bearer ${key} ${key}`,
  ])
    expect(await (await ask({ authorization })).json()).toMatchObject({
      status: 401,
      code: "api.key_invalid",
    });
  const bounded = await api.ask(operation, { key: scopeless, params });
  expect(bounded).toMatchObject({ status: 403, body: { code: "api.scope_missing", scope: needed } });
  await api.db.prisma.user.update({ where: { id: userId }, data: { suspendedAt: new Date() } });
  expect(await api.ask(operation, { key, params })).toMatchObject({ status: 401 });
});

test("who is refused is logged by key and place, and nobody by what they sent", async () => {
  const { key, userId } = await api.createProgram({ scopes: ["services:read"] });
  api.log.lines.length = 0;
  await api.ask("get /balance", { key });
  await api.ask("get /balance", { key: `${key}x` });
  const facts = { operation: "getBalance", requestId: expect.stringMatching(/^req_/) as string };
  expect(api.log.lines).toMatchObject([
    { level: "info", bindings: { ...facts, code: "api.scope_missing", userId } },
    { level: "info", bindings: { ...facts, code: "api.key_invalid" } },
  ]);
  expect(JSON.stringify(api.log.lines)).not.toContain(key);
});

test("other people's runs, files, entries and usage are not there", async () => {
  const [owner, stranger] = [await api.createProgram({ credits: 5 }), await api.createProgram()];
  const { body } = await api.ask(run, { key: owner.key, ...counter, json: { input: { text: "Mine." } } });
  const params = { id: (body as { id: string }).id };
  for (const operation of ["get /runs/{id}", "get /runs/{id}/file"])
    expect(await api.ask(operation, { key: stranger.key, params })).toMatchObject({
      status: 404,
      body: { code: "services.run_not_found" },
    });
  expect(await api.ask("get /entries", { key: stranger.key })).toMatchObject({ body: { data: [] } });
  expect(await api.ask("get /usage", { key: stranger.key })).toMatchObject({ body: { data: [] } });
});

test.each([
  ["get /entries", "?limit=0", "limit"],
  ["get /entries", "?limit=1e9", "limit"],
  ["get /entries", "?limit=ten", "limit"],
  ["get /entries", "?cursor=-1", "cursor"],
  ["get /entries", "?cursor=9999999999999999999999", "cursor"],
  ["get /usage", "?from=2026-13-01", "from"],
  ["get /usage", "?from=2026-02-30", "from"],
  ["get /usage", "?from=2026-02-01&to=2026-01-01", "from"],
  ["get /usage", "?from=2020-01-01&to=2022-01-01", "from"],
  ["get /usage", "?to=0001-01-01", "from"],
])("%s%s is refused at %s", async (operation, query, path) => {
  const { key } = await api.createProgram();
  const { status, body } = await api.ask(operation, { key, query });
  expect({ status, body }).toMatchObject({ status: 400, body: { errors: [{ path }] } });
});

test.each([
  ["no body", {}, 415, "api.unsupported_media_type"],
  ["text", { body: "hello", headers: { "content-type": "text/plain" } }, 415, "api.unsupported_media_type"],
  [
    "compressed JSON",
    { body: "{}", headers: { "content-type": "application/json", "content-encoding": "gzip" } },
    415,
    "api.unsupported_media_type",
  ],
  ["broken JSON", { body: "{", headers: { "content-type": "application/json" } }, 400, "api.invalid_request"],
  [
    "bytes that are no UTF-8",
    { body: new Uint8Array([0x22, 0xff, 0x22]), headers: { "content-type": "application/json" } },
    400,
    "api.invalid_request",
  ],
  ["a list", { json: [] }, 400, "api.invalid_request"],
  ["null", { json: null }, 400, "api.invalid_request"],
  ["a text that is a list", { json: { input: { text: ["a"] } } }, 400, "api.invalid_request"],
  ["a text that is null", { json: { input: { text: null } } }, 400, "api.invalid_request"],
  ["an unknown field beside", { json: { input: { text: "a" }, price: 0 } }, 400, "api.invalid_request"],
  ["a negative limit", { json: { input: { text: "a" }, maxCredits: "-1" } }, 400, "api.invalid_request"],
  ["a limit as a figure", { json: { input: { text: "a" }, maxCredits: 1 } }, 400, "api.invalid_request"],
  [
    "half a form",
    { body: "--b\r\n", headers: { "content-type": "multipart/form-data; boundary=b" } },
    400,
    "api.invalid_request",
  ],
  ["no text", { json: { input: {} } }, 422, "services.invalid_input"],
  ["a control character", { json: { input: { text: "\u0000" } } }, 422, "services.invalid_input"],
  ["5 MB", { json: { input: { text: "a".repeat(5_000_000) } } }, 413, "api.body_too_large"],
])("a run with %s is refused", async (...[, options, status, code]) => {
  const { key } = await api.createProgram();
  expect(await api.ask(run, { key, ...counter, ...options })).toMatchObject({ status, body: { code } });
  expect(await api.ask("post /services/{slug}/quote", { key, ...counter, ...options })).toMatchObject({
    status,
  });
});

test("a body is not read when it says that it is too large, and no further than allowed when it does not", async () => {
  const { key } = await api.createProgram();
  let pulled = 0;
  const endless = () =>
    new ReadableStream({
      pull(controller) {
        pulled += 100_000;
        controller.enqueue(new Uint8Array(100_000));
      },
    });
  const headers = { "content-type": "application/json" };
  const tooLarge = { status: 413 };
  const said = { ...headers, "content-length": "5000000" };
  expect(await api.ask(run, { key, ...counter, body: endless(), headers: said })).toMatchObject(tooLarge);
  expect(pulled).toBeLessThanOrEqual(100_000);
  expect(await api.ask(run, { key, ...counter, body: endless(), headers })).toMatchObject(tooLarge);
  expect(pulled).toBeLessThan(3_000_000);
});

test("each person has their plan's limit of calls, told in headers, and 429 with the time to wait when it is used up", async () => {
  const [one, other] = [await api.createProgram(), await api.createProgram()];
  for (const { userId } of [one, other])
    await api.db.prisma.quotaOverride.updateMany({
      where: { userId, kind: "api_calls_per_minute" },
      data: { limit: 3n },
    });
  const calls = [];
  for (let call = 0; call < 4; call += 1) calls.push(await api.call("get /balance", { key: one.key }));
  expect(calls.map(({ status }) => status)).toEqual([200, 200, 200, 429]);
  const [first, , , refused] = calls;
  expect(first?.headers.get("ratelimit-policy")).toMatch(/^"minute";q=3;w=60, "month";q=1000000;w=2\d{6}$/);
  expect(first?.headers.get("ratelimit")).toMatch(/^"minute";r=2;t=\d{1,2}, "month";r=999999;t=\d+$/);
  expect(Number(refused?.headers.get("retry-after"))).toBeGreaterThan(0);
  expect(refused?.headers.get("ratelimit")).toMatch(/^"minute";r=0;t=\d{1,2}$/);
  expect(await refused?.json()).toMatchObject({
    code: "quotas.exceeded",
    kind: "api_calls_per_minute",
    limit: 3,
  });
  await api.db.prisma.quotaOverride.updateMany({
    where: { userId: other.userId, kind: "api_calls_per_month" },
    data: { limit: 10n ** 15n },
  });
  const many = await api.call("get /balance", { key: other.key });
  expect([many.status, many.headers.get("ratelimit-policy")]).toEqual([200, '"minute";q=3;w=60']);
  await api.call("get /runs/{id}", { key: one.key, params: { id: one.userId } });
  const records = await api.db.prisma.usageRecord.findMany({ where: { userId: one.userId } });
  expect(records.map(({ kind, subject, source, outcome }) => ({ kind, subject, source, outcome }))).toEqual(
    Array(3).fill({ kind: "api_call", subject: "getBalance", source: "api", outcome: "succeeded" }),
  );
  const hits = await api.db.prisma.quotaHit.findMany({ where: { userId: one.userId } });
  expect(hits).toMatchObject([{ kind: "api_calls_per_minute", limit: 3n, hits: 2 }]);
});

test("an operation that is to go says since when, until when and what instead", async () => {
  const retirement = {
    since: new Date("2026-06-01T00:00:00Z"),
    sunset: new Date("2026-12-01T00:00:00Z"),
    link: "https://example.com/changes",
  };
  const answer = answerOperation({ ...getBalanceOperation, retirement }, () => Promise.resolve({}));
  const { headers } = await answer(new Request("http://localhost/api/v1/balance"), {
    params: Promise.resolve({}),
  });
  expect(headers.get("deprecation")).toBe("@1780272000");
  expect(headers.get("sunset")).toBe("Tue, 01 Dec 2026 00:00:00 GMT");
  expect(headers.get("link")).toContain('rel="deprecation"');
});

test("a bug is a 500 without a word of it, logged once under the request's id", async () => {
  const { key } = await api.createProgram();
  const answer = answerOperation(getBalanceOperation, () => Promise.reject(new Error("secret detail")));
  const headers = { authorization: `Bearer ${key}` };
  const response = await answer(new Request("http://localhost/api/v1/balance", { headers }), {
    params: Promise.resolve({}),
  });
  const told = await response.text();
  expect(response.status).toBe(500);
  expect(told).not.toContain("secret");
  const requestId = response.headers.get("x-request-id");
  expect(told).toContain(requestId);
  expect(api.log.lines.filter(({ level }) => level === "error")).toMatchObject([{ bindings: { requestId } }]);
});
