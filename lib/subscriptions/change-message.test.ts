import { describe, expect, test } from "vitest";
import { buildNextPlan, buildPlan, periodEnd } from "@/tests/factories/plan";
import { toChangeMessage, toTrialMessage } from "./change-message";

const planUrl = "http://localhost:3000/billing/plans";
const plan = buildPlan({ planName: "Pro", amountMinor: 10_000n });
const next = buildNextPlan();
const tell = (before: Partial<typeof plan>, after: Partial<typeof plan>) =>
  toChangeMessage(planUrl, { ...plan, ...before }, { ...plan, ...after });
const facts = { planName: "Pro", price: "$100.00 a month", renewsAt: "22 Dec 2026, 00:00 UTC", planUrl };

describe("what a member is told of their plan", () => {
  test("nothing where nothing changed", () => {
    expect(tell({}, {})).toBeNull();
    expect(tell({ next }, { next: { ...next } })).toBeNull();
  });

  test("that it will end when it was canceled, and that it goes on after all", () => {
    expect(tell({}, { cancelsAt: periodEnd })).toEqual({
      template: "subscription-canceled",
      props: { planName: "Pro", endsAt: "22 Dec 2026, 00:00 UTC", planUrl },
    });
    expect(tell({ cancelsAt: periodEnd }, {})).toEqual({ template: "subscription-resumed", props: facts });
  });

  test("that it ended, and whether that was because nothing was paid", () => {
    const ended = { status: "canceled", endedAt: new Date("2026-12-01T08:30:00Z") } as const;
    const message = (unpaid: boolean) => ({
      template: "subscription-ended",
      props: { planName: "Pro", endedAt: "1 Dec 2026, 08:30 UTC", unpaid, plansUrl: planUrl },
    });
    expect(tell({}, ended)).toEqual(message(false));
    expect(tell({ status: "past_due" }, ended)).toEqual(message(true));
    expect(tell({ status: "unpaid" }, ended)).toEqual(message(true));
    expect(tell({ status: "past_due", cancelsAt: periodEnd }, ended)).toEqual(message(false));
  });

  test("what it becomes at the end of its period, and that it stays as it is after all", () => {
    expect(tell({}, { next: { ...next, interval: null } })).toEqual({
      template: "subscription-change-planned",
      props: {
        ...{ fromPlan: "Pro", toPlan: "Basic", price: "$50.00 a period", credits: "1,000" },
        ...{ startsAt: "22 Dec 2026, 00:00 UTC", planUrl },
      },
    });
    expect(tell({ next }, {})).toEqual({
      template: "subscription-change-undone",
      props: { ...facts, droppedPlan: "Basic" },
    });
  });
});

test("that a trial lasts longer, once; a shorter one, or one that began, is no such news", () => {
  const [soon, late] = [new Date("2026-11-29T00:00:00Z"), new Date("2026-12-13T08:30:00Z")];
  const trial = { status: "trialing", trialEndsAt: soon } as const;
  expect(tell(trial, { ...trial, trialEndsAt: late })).toEqual({
    template: "trial-extended",
    props: { planName: "Pro", trialEndsAt: "13 Dec 2026, 08:30 UTC", price: "$100.00 a month", planUrl },
  });
  expect(tell({ ...trial, trialEndsAt: late }, trial)).toBeNull();
  expect(tell(trial, trial)).toBeNull();
  expect(tell({ status: "active" }, trial)).toBeNull();
  expect(tell(trial, { status: "active", trialEndsAt: soon })).toBeNull();
});

test("the end of a trial is told while the trial lasts", () => {
  const trial = { ...plan, status: "trialing" as const, trialEndsAt: new Date("2026-11-29T00:00:00Z") };
  expect(toTrialMessage(planUrl, trial)).toEqual({
    template: "trial-ending",
    props: {
      ...{ planName: "Pro", trialEndsAt: "29 Nov 2026, 00:00 UTC", price: "$100.00 a month", card: null },
      ...{ credits: "1,000", planUrl },
    },
  });
  expect(toTrialMessage(planUrl, { ...trial, status: "active" })).toBeNull();
  expect(toTrialMessage(planUrl, { ...trial, trialEndsAt: null })).toBeNull();
});
