import { describe, expect, test } from "vitest";
import type { GatewayPayment } from "@/lib/ports/payment-gateway";
import { buildPlan } from "@/tests/factories/plan";
import type { CreditedLine, MonthGrant } from "./invoice-grants";
import { toPaidMessage, toUnpaidMessage, type ToldInvoice } from "./invoice-message";

const appUrl = "http://localhost:3000";
const planUrl = `${appUrl}/billing/plans`;
const at = (text: string) => new Date(`${text}:00Z`);

const grant = (effectiveAt: string, creditsMilli: bigint) =>
  ({ effectiveAt: at(effectiveAt), creditsMilli }) as MonthGrant;
const line = (amountMinor: bigint, stripePriceId: string | null) =>
  ({ amountMinor, stripePriceId }) as CreditedLine;

function payment(values: Partial<GatewayPayment> = {}, attemptedAt?: Date): GatewayPayment {
  const card = { brand: "visa", last4: "4242" };
  const attempts = attemptedAt ? [{ card, attemptedAt }] : [];
  return { status: "succeeded", failure: null, attempts, ...values } as unknown as GatewayPayment;
}

const matter: ToldInvoice = {
  invoiceId: "i",
  invoice: {
    ...{ stripeInvoiceId: "in_1", stripeCustomerId: "cus_1", stripeSubscriptionId: "sub_1", number: "A-1" },
    ...{
      status: "paid",
      reason: "subscription_cycle",
      currency: "usd",
      totalMinor: 5_000n,
      paidMinor: 5_000n,
    },
    ...{ dueMinor: 0n, hostedUrl: "https://pay.test/in_1", attemptCount: 1, nextAttemptAt: null },
    ...{ issuedAt: at("2026-11-22T00:00"), paidAt: at("2026-11-22T01:00"), paymentIntentIds: [], lines: [] },
  },
  lines: [],
  payments: [payment({}, at("2026-11-22T01:00"))],
  terms: new Map([["price_old", { planName: "Pro" }]]),
  subscription: buildPlan(),
  grants: [grant("2026-11-22T00:30", 1_000_000n), grant("2026-12-22T00:30", 1_000_000n)],
  actionRequired: false,
};
const invoiceWith = (values: Partial<ToldInvoice["invoice"]>) => ({ ...matter.invoice, ...values });

describe("a paid invoice", () => {
  const paid = (values: Partial<ToldInvoice>) => toPaidMessage(appUrl, { ...matter, ...values }, "QS-1");
  const facts = { amount: "$50.00", renewsAt: "22 Dec 2026, 00:00 UTC", number: "QS-1" };

  test("of a next period is a receipt of the credits that count by now", () => {
    const card = "Visa •••• 4242";
    const receipt = { ...facts, planName: "Basic", card, credits: "1,000" };
    const links = { invoiceUrl: "https://pay.test/in_1", creditsUrl: `${appUrl}/credits` };
    expect(paid({})).toEqual({
      template: "renewal-receipt",
      props: { ...receipt, ...links, paidAt: "22 Nov 2026, 01:00 UTC" },
    });
    const unsaid = paid({ invoice: invoiceWith({ paidAt: null, hostedUrl: null }), payments: [] });
    expect(unsaid.props).toMatchObject({
      ...{ card: null, invoiceUrl: null, paidAt: "22 Nov 2026, 00:00 UTC", credits: "0" },
    });
  });

  test("of a plan that begins says what it brings a month, and until when nothing is charged", () => {
    const invoice = invoiceWith({ reason: "subscription_create" });
    const trialEndsAt = at("2026-11-29T00:00");
    expect(paid({ invoice })).toMatchObject({
      template: "subscription-started",
      props: {
        ...facts,
        planName: "Basic",
        price: "$50.00 a month",
        credits: "1,000",
        trialEndsAt: null,
        planUrl,
      },
    });
    const trial = (status: "trialing" | "active") =>
      paid({ invoice, subscription: buildPlan({ status, trialEndsAt }) }).props;
    expect(trial("trialing")).toMatchObject({ trialEndsAt: "29 Nov 2026, 00:00 UTC" });
    expect(trial("active")).toMatchObject({ trialEndsAt: null });
  });

  test("of a change names the plan before, by the line that gives it back", () => {
    const invoice = invoiceWith({ reason: "subscription_update" });
    const from = (...lines: CreditedLine[]) => paid({ invoice, lines });
    expect(from(line(9_000n, "price_new"), line(-100n, "price_old"))).toMatchObject({
      template: "subscription-changed",
      props: { ...facts, fromPlan: "Pro", toPlan: "Basic", credits: "1,000" },
    });
    for (const lines of [[], [line(-100n, "price_unknown")], [line(-100n, null)]])
      expect(from(...lines).props).toMatchObject({ fromPlan: "Basic" });
  });
});

describe("an invoice that is not paid", () => {
  const failure = { code: "card_declined", declineCode: "lost_card", message: "Your card was declined." };
  const failed = payment({ status: "failed", failure }, at("2026-11-23T02:00"));
  const open = invoiceWith({ status: "open", dueMinor: 5_000n, nextAttemptAt: at("2026-11-26T00:00") });
  const unpaid = (values: Partial<ToldInvoice>) =>
    toUnpaidMessage(appUrl, { ...matter, invoice: open, payments: [failed], ...values });
  const facts = { planName: "Basic", amount: "$50.00" };

  test("is told with the bank's reason and when it is tried again, once for each try", () => {
    expect(unpaid({})).toEqual({
      key: "payment-failed:i:1",
      message: {
        template: "payment-failed",
        props: {
          ...{
            ...facts,
            card: "Visa •••• 4242",
            failedAt: "23 Nov 2026, 02:00 UTC",
            reason: failure.message,
          },
          ...{ nextAttemptAt: "26 Nov 2026, 00:00 UTC", updateUrl: `${appUrl}/billing` },
        },
      },
    });
    expect(unpaid({ invoice: { ...open, attemptCount: 2 } })?.key).toBe("payment-failed:i:2");
  });

  test("is told without what nobody knows: a reason, a card, the time of a try, another try", () => {
    const unsaid = unpaid({
      invoice: { ...open, nextAttemptAt: null },
      payments: [payment({ status: "failed" })],
    });
    expect(unsaid?.message.props).toMatchObject({
      ...{ card: null, failedAt: "22 Nov 2026, 00:00 UTC", reason: null, nextAttemptAt: null },
    });
  });

  test("sends the member to their bank where it asks, once", () => {
    const confirm = {
      key: "action-required:i",
      message: {
        template: "payment-action-required",
        props: { ...facts, card: "Visa •••• 4242", confirmUrl: "https://pay.test/in_1" },
      },
    };
    expect(unpaid({ actionRequired: true })).toEqual(confirm);
    for (const field of ["code", "declineCode"]) {
      const asking = { ...failed, failure: { ...failure, [field]: "authentication_required" } };
      expect(unpaid({ payments: [asking] })).toEqual(confirm);
    }
    expect(unpaid({ actionRequired: true, payments: [] })?.message.props).toMatchObject({ card: null });
    const pageless = unpaid({ actionRequired: true, invoice: { ...open, hostedUrl: null } });
    expect(pageless?.key).toBe("payment-failed:i:1");
  });

  test("is no news before the first try, when nothing failed, when nothing is owed, and of a plan that is over", () => {
    expect(unpaid({ invoice: { ...open, attemptCount: 0 } })).toBeNull();
    expect(unpaid({ payments: [] })).toBeNull();
    expect(unpaid({ payments: [payment({ status: "processing" })] })).toBeNull();
    expect(unpaid({ invoice: { ...open, status: "void" } })).toBeNull();
    expect(unpaid({ subscription: buildPlan({ status: "canceled" }) })).toBeNull();
  });
});
