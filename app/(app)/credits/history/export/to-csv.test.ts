import { describe, expect, it } from "vitest";

import { type Entry } from "@/lib/credits/types";

import { toCsv } from "./to-csv";
import { toDecimal } from "./to-csv-record";

const entry: Entry = {
  seq: 12n,
  reason: "capture",
  deltaMilli: -36_500n,
  balanceAfterMilli: 1_250_000n,
  debtDeltaMilli: 0n,
  at: new Date("2026-11-20T10:00:00Z"),
  countsFrom: null,
  reference: "run:1",
  description: "Image optimiser",
  parts: [
    { lotNo: 1, kind: "subscription", creditsMilli: 6_500n, lotDescription: "Basic" },
    { lotNo: 2, kind: "payg", creditsMilli: 30_000n, lotDescription: "" },
  ],
};

async function linesOf(...entries: Partial<Entry>[]): Promise<string[]> {
  async function* source(): AsyncGenerator<Entry> {
    for (const change of entries) yield await Promise.resolve({ ...entry, ...change });
  }
  let csv = "";
  for await (const line of toCsv(source())) csv += line;
  return csv.split("\n");
}

describe("the CSV of a history", () => {
  it("has a header that spreadsheets read as UTF-8, also without any entry", async () => {
    expect(await linesOf()).toEqual([
      "\uFEFFnumber,time,movement,description,reference,credits,balance,owed_change,lots",
      "",
    ]);
  });

  it("writes amounts as plain decimals and names the lots", async () => {
    expect((await linesOf({}))[1]).toBe(
      "12,2026-11-20T10:00:00.000Z,capture,Image optimiser,run:1,-36.5,1250,0,Basic (subscription): 6.5; payg (payg): 30",
    );
  });

  it.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1"])(
    "keeps %j from becoming a formula",
    async (description) => {
      expect((await linesOf({ description }))[1]).toContain(`,'${description},`);
    },
  );

  it("quotes what would break a line", async () => {
    expect((await linesOf({ description: 'A "b", c' }))[1]).toContain(',"A ""b"", c",');
  });
});

it.each([
  [0n, "0"],
  [1n, "0.001"],
  [-1n, "-0.001"],
  [1_500n, "1.5"],
  [-36_050n, "-36.05"],
  [9_223_372_036_854_775_807n, "9223372036854775.807"],
])("%s milli-credits are %s credits", (milli, decimal) => {
  expect(toDecimal(milli)).toBe(decimal);
});
