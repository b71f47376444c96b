import { expect, test } from "vitest";
import type { Plan } from "@/lib/subscriptions/types";
import { buildNextPlan, buildPlan, periodEnd as end } from "@/tests/factories/plan";
import { toPlanTitle, toPlanWords } from "./plan-words";

const later = new Date("2027-01-01T00:00:00Z");
const next = buildNextPlan({ interval: "year" });

test.each<[Partial<Plan>, string, string | null]>([
  [{}, "Active", "Renews on"],
  [{ status: "trialing", trialEndsAt: end }, "Trial", "First payment on"],
  [{ next }, "Change planned", "Changes to Basic, yearly on"],
  [{ cancelsAt: end, status: "trialing" }, "Canceled", "Ends on"],
  [{ paused: true, resumesAt: end }, "Paused", "Resumes on"],
  [{ status: "paused" }, "Paused", null],
])("a plan with %o is %s", (change, status, words) => {
  const said = toPlanWords(buildPlan(change), null);
  expect(said.status).toBe(status);
  expect(said.next).toEqual(words === null ? null : { words, at: end });
});

test("an open payment comes before all else, with the next try while there is one", () => {
  const due = buildPlan({ status: "past_due", cancelsAt: end });
  expect(toPlanWords(due, later)).toMatchObject({ tone: "danger", next: { at: later } });
  expect(toPlanWords({ ...due, status: "unpaid" }, null).next).toBeNull();
});

test("a plan is named with its rhythm, where that is known", () => {
  expect(toPlanTitle({ planName: "Basic", interval: "month" })).toBe("Basic, monthly");
  expect(toPlanTitle({ planName: "Old", interval: null })).toBe("Old");
});
