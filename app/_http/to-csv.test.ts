import { expect, test } from "vitest";
import { toCsv } from "./to-csv";

const columns = [
  { title: "subject", name: "subject" },
  { title: "credits", name: "costMilli" },
];

async function linesOf(...rows: { subject: string; costMilli: bigint }[]): Promise<string[]> {
  let csv = "";
  for await (const line of toCsv(columns, rows)) csv += line;
  return csv.split("\n");
}

test("there is a header that spreadsheets read as UTF-8, also without any row", async () => {
  expect(await linesOf()).toEqual(["\uFEFFsubject,credits", ""]);
});

test.each([
  ["=1+1", -36_050n, "'=1+1,-36.05"],
  ["@SUM(A1)", 1n, "'@SUM(A1),0.001"],
  ["-1", 0n, "'-1,0"],
  ['A "b", c', 1_000n, '"A ""b"", c",1'],
  ["two\nlines", 1_500n, '"two'],
])("%j with %s is %j", async (subject, costMilli, line) => {
  expect((await linesOf({ subject, costMilli }))[1]).toBe(line);
});
