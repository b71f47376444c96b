import { expect, test } from "vitest";
import { GET as getDocument } from "@/app/api/v1/openapi.json/route";
import { GET as getNothing } from "@/app/api/v1/[...path]/route";
import { apiDocument } from "@/tests/setup/api-document";
import { apiHandlers } from "@/tests/setup/api-handlers";
import { openApiWorld } from "@/tests/setup/api-world";
import { createImage } from "@/tests/factories/image";

const api = await openApiWorld();
const text = "The quick brown fox jumps over the lazy dog. ".repeat(40);
const statistics = { params: { slug: "text-statistics" }, json: { input: { text } } };

test("the document is OpenAPI 3.1, and each of its operations has a handler", async () => {
  expect(apiDocument.openapi).toBe("3.1.0");
  const documented = Object.entries(apiDocument.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method} ${path}`),
  );
  expect(documented.sort()).toEqual(Object.keys(apiHandlers).sort());
  expect(await getDocument().json()).toEqual(apiDocument);
});

test("services are listed and described", async () => {
  const { key } = await api.createProgram();
  expect((await api.ask("get /services", { key })).body).toMatchObject({
    data: [
      { slug: "text-statistics", price: { credits: "1", per: "started 1,000 characters" } },
      { slug: "image-optimiser" },
      { slug: "word-counter", price: null },
    ],
  });
  const { body } = await api.ask("get /services/{slug}", { key, params: { slug: "image-optimiser" } });
  expect(body).toMatchObject({
    fields: [
      { name: "image", kind: "file", maxBytes: 10_000_000 },
      { name: "format", kind: "choice", options: ["webp", "avif", "jpeg"] },
      { name: "quality", kind: "number", minimum: 1, maximum: 100 },
      { name: "maxDimension", kind: "number" },
    ],
  });
  const unknown = await api.ask("get /services/{slug}", { key, params: { slug: "nothing" } });
  expect(unknown).toMatchObject({ status: 404, body: { code: "services.not_found" } });
});

test("a quote says what a run would cost and how it would be paid, and takes nothing", async () => {
  const { key, userId } = await api.createProgram({ credits: 1 });
  const { body } = await api.ask("post /services/{slug}/quote", { key, ...statistics });
  expect(body).toEqual({ quote: "2", available: "1", missing: "1", payment: null });
  const short = { ...statistics, json: { input: { text: "One word." } } };
  expect((await api.ask("post /services/{slug}/quote", { key, ...short })).body).toMatchObject({
    payment: { subscription: "0", payAsYouGo: "1" },
  });
  expect(await api.balanceOf(userId)).toBe(1_000n);
});

test("a run is answered with its result and its price, and found again; entries and usage tell of it", async () => {
  const { key } = await api.createProgram({ credits: 10 });
  const response = await api.call("post /services/{slug}/run", { key, ...statistics });
  const run = (await response.json()) as { id: string };
  expect(response.status).toBe(201);
  expect(response.headers.get("location")).toBe(`/api/v1/runs/${run.id}`);
  expect(run).toMatchObject({
    ...{ status: "succeeded", service: "text-statistics", quoted: "2", charged: "2", balanceAfter: "8" },
    output: { words: 360 },
  });
  expect((await api.ask("get /runs/{id}", { key, params: { id: run.id } })).body).toEqual(run);
  expect((await api.ask("get /balance", { key })).body).toMatchObject({ available: "8", payAsYouGo: "8" });
  const page = (await api.ask("get /entries", { key, query: "?limit=1" })).body as { nextCursor: string };
  expect(page).toMatchObject({ data: [{ reason: "capture", change: "-2", reference: `run:${run.id}` }] });
  const older = await api.ask("get /entries", { key, query: `?limit=200&cursor=${page.nextCursor}` });
  expect(older.body).toMatchObject({ data: [{ reason: "grant", change: "10" }], nextCursor: null });
  const today = api.clock.now().toISOString().slice(0, 10);
  expect((await api.ask("get /usage", { key })).body).toMatchObject({
    to: today,
    data: [{ day: today, service: "text-statistics", runs: 1, succeeded: 1, credits: "2" }],
    total: { runs: 1, credits: "2" },
  });
  const past = await api.ask("get /usage", { key, query: "?from=2020-01-01&to=2020-12-31" });
  expect(past.body).toMatchObject({ from: "2020-01-01", to: "2020-12-31", data: [] });
});

test("a file is sent as a form and comes back from its run", async () => {
  const { key } = await api.createProgram({ credits: 10 });
  const body = new FormData();
  body.append(
    "image",
    new File([new Uint8Array(await createImage("jpeg", { width: 40, height: 30 }))], "kéks (1).jpg"),
  );
  for (const [name, value] of Object.entries({ format: "webp", quality: "60", maxCredits: "2.000" }))
    body.append(name, value);
  const params = { slug: "image-optimiser" };
  const { status, body: run } = await api.ask("post /services/{slug}/run", { key, params, body });
  expect({ status, run }).toMatchObject({
    status: 201,
    run: { charged: "2", file: { mediaType: "image/webp" } },
  });
  const file = await api.call("get /runs/{id}/file", { key, params: { id: (run as { id: string }).id } });
  expect(file.headers.get("content-disposition")).toBe(
    "attachment; filename*=UTF-8''k%C3%A9ks%20%281%29.webp",
  );
  expect(new Uint8Array(await file.arrayBuffer()).subarray(8, 12)).toEqual(new TextEncoder().encode("WEBP"));
});

test("a run that fails is an answer that says why, and costs nothing", async () => {
  const { key, userId } = await api.createProgram({ credits: 10 });
  const json = { input: { text: "!!! ???" } };
  const { status, body } = await api.ask("post /services/{slug}/run", { key, ...statistics, json });
  expect({ status, body }).toMatchObject({
    status: 201,
    body: { status: "failed", problem: "text.no_words", charged: "0", output: null },
  });
  expect(await api.balanceOf(userId)).toBe(10_000n);
});

test("too few credits are a 402 with the shortage, and a price above maxCredits a 409", async () => {
  const { key } = await api.createProgram({ credits: 1 });
  const run = (json: object) => api.ask("post /services/{slug}/run", { key, ...statistics, json });
  expect(await run({ input: { text } })).toMatchObject({
    status: 402,
    body: { code: "credits.insufficient", available: "1", required: "2", missing: "1" },
  });
  expect(await run({ input: { text }, maxCredits: "1.5" })).toMatchObject({
    status: 409,
    body: { code: "services.quote_changed", quote: "2", maxCredits: "1.5" },
  });
});

test("an address that is none is a problem, too", async () => {
  const response = getNothing();
  expect(response.status).toBe(404);
  expect(await response.json()).toMatchObject({ code: "api.not_found" });
});
