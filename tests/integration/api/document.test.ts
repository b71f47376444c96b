import { expect, test } from "vitest";
import { findDeviations } from "@/tests/setup/api-document";

const headers = { "x-request-id": "r", "ratelimit-policy": "p", ratelimit: "l" };
const balance = { available: "1", subscription: "1", payAsYouGo: "0", held: "0", frozen: "0", debt: "0" };
const deviationsOf = (body: unknown, init: ResponseInit = {}) =>
  findDeviations("get /balance", Response.json(body, { headers, ...init }));

test("an answer as documented is none to complain of", async () => {
  expect(await deviationsOf(balance)).toEqual([]);
});

test.each([
  ["a figure where a text belongs", { ...balance, held: 0 }, {}],
  ["an amount with an idle zero", { ...balance, held: "1.50" }, {}],
  ["a field too few", { available: "1" }, {}],
  ["a field that the document does not know", { ...balance, milli: "1" }, {}],
  ["a status that it does not name", balance, { status: 418, headers }],
  ["a missing header", balance, { headers: { "x-request-id": "r" } }],
  ["another media type", balance, { headers: { ...headers, "content-type": "text/html" } }],
  ["a problem of another status", { code: "internal" }, { status: 500, headers }],
])("%s is a deviation", async (_what, body, init) => {
  expect(await deviationsOf(body, init)).not.toEqual([]);
});
