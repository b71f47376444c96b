import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { drawGraph, placeGraph } from "@/scripts/graph.mjs";

test("the dependency graph in docs/architecture.md is the one of the code (npm run docs:graph)", async () => {
  const text = readFileSync("docs/architecture.md", "utf8");
  expect(text).toBe(placeGraph(text, await drawGraph()));
}, 60_000);
