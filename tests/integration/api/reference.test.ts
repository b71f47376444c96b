import { expect, test } from "vitest";
import { problemKinds } from "@/lib/api/problems";
import { readReference } from "@/app/(marketing)/api/docs/_reference/read-reference";

const reference = readReference();
const operations = reference.groups.flatMap((group) => group.operations);
const find = (id: string) => operations.find((operation) => operation.id === id)!;

test("the page has every operation by group, and every problem that there is", () => {
  expect(reference.groups.map(({ name }) => name)).toEqual(["Services", "Runs", "Credits", "Usage"]);
  expect(operations).toHaveLength(9);
  const unreachable = ["api.not_found"];
  expect([...reference.problems.map(({ code }) => code), ...unreachable].sort()).toEqual(
    Object.keys(problemKinds).sort(),
  );
  expect(reference.problems.find(({ code }) => code === "credits.insufficient")).toEqual({
    ...{ code: "credits.insufficient", status: "402", facts: ["available", "required", "missing"] },
    title: "There are not enough credits. Nothing was taken.",
  });
});

test("a run is shown with its call, its fields and a whole answer", () => {
  const run = find("runService");
  expect(run.curl).toBe(
    [
      'curl "$QUICKSCALE_URL/api/v1/services/text-statistics/run" \\',
      '  -H "Authorization: Bearer $QUICKSCALE_KEY" \\',
      '  -H "Idempotency-Key: $(uuidgen)" \\',
      '  -H "Content-Type: application/json" \\',
      `  -d '{"input":{"text":"The quick brown fox."},"maxCredits":"5"}'`,
    ].join("\n"),
  );
  expect(run.parameters.map(({ name, place }) => `${place} ${name}`)).toEqual([
    "path slug",
    "header Idempotency-Key",
  ]);
  expect(run.body).toMatchObject([
    { name: "input", required: true },
    { name: "maxCredits", required: false },
  ]);
  expect(run.answer.status).toBe("201");
  expect(JSON.parse(run.answer.example ?? "")).toMatchObject({
    status: "succeeded",
    charged: "1",
    output: { words: 4 },
  });
  expect(run.problems).toContain("api.idempotency_key_reused");
});

test("a file is saved, and lists and choices are told in words", () => {
  expect(find("getRunFile").curl).toMatch(/-o result$/);
  expect(find("getRunFile").answer.example).toBeNull();
  const { fields } = find("listEntries").answer;
  expect(fields).toMatchObject([
    { name: "data", type: "list of object" },
    { name: "nextCursor", type: "string | null" },
  ]);
  expect(find("getRun").answer.fields[2]?.type).toContain('"succeeded" | "failed"');
});
