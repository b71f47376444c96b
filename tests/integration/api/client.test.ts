import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, expect, test, vi } from "vitest";
import { ApiError, QuickScale } from "@/docs/guides/api-client";
import { openApiWorld } from "@/tests/setup/api-world";

const api = await openApiWorld();
let failures = 0;

/** The handlers behind a socket, failing as often as a test wants. */
const server = createServer((incoming, outgoing) => {
  const answer = async () => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const path = (incoming.url ?? "").replace("/api/v1", "");
    const slug = /^\/services\/([^/]+)\//.exec(path)?.[1] ?? "";
    const operation = `${(incoming.method ?? "").toLowerCase()} ${path.replace(`/${slug}/`, "/{slug}/")}`;
    const { authorization = "", "idempotency-key": idempotencyKey } = incoming.headers;
    const response = await api.call(slug ? operation : `get ${path}`, {
      params: { slug },
      headers: {
        authorization,
        ...(typeof idempotencyKey === "string" ? { "idempotency-key": idempotencyKey } : {}),
      },
      ...(chunks.length > 0 ? { json: JSON.parse(Buffer.concat(chunks).toString()) as unknown } : {}),
    });
    const lost = failures-- > 0;
    const problem = { code: "internal", title: "", status: 503, requestId: "", retryAfterSeconds: 0 };
    outgoing.writeHead(lost ? 503 : response.status, { "content-type": "application/json" });
    outgoing.end(lost ? JSON.stringify(problem) : await response.text());
  };
  void answer();
});
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
afterAll(() => {
  server.close();
});
const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

test("the client of the guide runs a service, and once only though answers are lost", async () => {
  const { key, userId } = await api.createProgram({ credits: 10 });
  const client = new QuickScale({ url, key });
  const input = { text: "The quick brown fox." };
  expect(await client.quote("text-statistics", input)).toMatchObject({ quote: "1", missing: "0" });
  failures = 2;
  const run = await client.run<{ words: number }>("text-statistics", input, { maxCredits: "5" });
  expect(run).toMatchObject({ status: "succeeded", charged: "1", output: { words: 4 } });
  expect(await client.balance()).toMatchObject({ available: "9" });
  expect(await api.db.prisma.serviceRun.count({ where: { userId } })).toBe(1);
});

test("it tells what was refused by its code, and repeats nothing that stays as it is", async () => {
  const { key } = await api.createProgram();
  const client = new QuickScale({ url, key });
  const refused = await client.run("text-statistics", { text: "One." }).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(ApiError);
  expect(refused).toMatchObject({ problem: { code: "credits.insufficient", missing: "1" } });
});

test("it waits for no limit of a day or a month", async () => {
  const problem = {
    code: "quotas.exceeded",
    title: "",
    status: 429,
    requestId: "",
    retryAfterSeconds: 3_600,
  };
  const fetch = vi.fn(() => Promise.resolve(Response.json(problem, { status: 429 })));
  vi.stubGlobal("fetch", fetch);
  await expect(new QuickScale({ url, key: "" }).balance()).rejects.toMatchObject({ problem });
  expect(fetch).toHaveBeenCalledTimes(1);
  vi.unstubAllGlobals();
});
