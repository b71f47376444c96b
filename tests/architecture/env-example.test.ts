import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import * as schemas from "@/lib/env/schema";

test(".env.example names exactly the variables of the schema", () => {
  const example = readFileSync(".env.example", "utf8").split("\n");
  const named = example.filter((line) => /^[A-Z]/.test(line)).map((line) => line.split("=", 1)[0]);
  const known = Object.values(schemas).flatMap((schema) => Object.keys(schema));
  expect(named.sort()).toEqual(known.sort());
});

test("every variable of .env.example is explained", () => {
  const lines = readFileSync(".env.example", "utf8").split("\n");
  const unexplained = lines.filter(
    (line, index) => /^[A-Z]/.test(line) && !/^(#|[A-Z])/.test(lines[index - 1] ?? ""),
  );
  expect(unexplained).toEqual([]);
});
