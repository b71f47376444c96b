import { expect, test } from "vitest";
import type { Plan } from "@/lib/subscriptions/types";
import { buildNextPlan, buildPlan, periodEnd } from "@/tests/factories/plan";
import type { Done } from "../search-params";
import { toDoneWords } from "./done-words";

const planned = { next: buildNextPlan() };

test.each<[Done, Partial<Plan>, string | undefined]>([
  ["changed", {}, "You are on Basic, monthly now."],
  ["planned", planned, "The change is planned."],
  ["planned", {}, undefined],
  ["undone", {}, "You stay on Basic, monthly."],
  ["undone", planned, undefined],
  ["canceled", { cancelsAt: periodEnd }, "Your plan is canceled."],
  ["canceled", {}, undefined],
  ["resumed", {}, "Welcome back."],
  ["resumed", { cancelsAt: periodEnd }, undefined],
])("%s is told of a plan that is %o only where it is so", (done, change, title) => {
  expect(toDoneWords(done, buildPlan(change))?.title).toBe(title);
});

test("nothing is told of no plan", () => {
  expect(toDoneWords("resumed", null)).toBeNull();
});
