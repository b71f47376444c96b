import { accountFixtures } from "./account-fixtures";
import { alertFixtures } from "./alert-fixtures";
import { topUpFixtures } from "./top-up-fixtures";
import type { EmailMessage } from "./types";

const app = "https://quickscale.example";

/** One believable message of each kind, for previews and tests. */
export const fixtures: readonly EmailMessage[] = [
  ...accountFixtures,
  ...alertFixtures,
  ...topUpFixtures,
  {
    template: "purchase-receipt",
    props: {
      packName: "500 credits",
      credits: "500",
      amount: "$45.00",
      paidAt: "22 Nov 2026, 08:30 UTC",
      card: "Visa •••• 4242",
      balance: "1,250",
      number: "R-2026-000042",
      receiptUrl: `${app}/receipt`,
      creditsUrl: `${app}/credits`,
    },
  },
  {
    template: "subscription-started",
    props: {
      planName: "Basic",
      price: "$50.00 a month",
      amount: "$50.00",
      card: "Visa •••• 4242",
      credits: "1,000",
      renewsAt: "22 Dec 2026, 08:30 UTC",
      trialEndsAt: null,
      number: "INV-2026-000017",
      planUrl: `${app}/billing/plans`,
    },
  },
  {
    template: "subscription-changed",
    props: {
      fromPlan: "Basic",
      toPlan: "Pro",
      price: "$100.00 a month",
      amount: "$24.86",
      card: "Visa •••• 4242",
      credits: "745.5",
      renewsAt: "22 Dec 2026, 08:30 UTC",
      number: "INV-2026-000018",
      planUrl: `${app}/billing/plans`,
    },
  },
  {
    template: "subscription-change-planned",
    props: {
      fromPlan: "Pro",
      toPlan: "Basic",
      startsAt: "22 Dec 2026, 08:30 UTC",
      price: "$50.00 a month",
      credits: "1,000",
      planUrl: `${app}/billing/plans`,
    },
  },
  {
    template: "subscription-change-undone",
    props: {
      planName: "Pro",
      droppedPlan: "Basic",
      price: "$100.00 a month",
      renewsAt: "22 Dec 2026, 08:30 UTC",
      planUrl: `${app}/billing/plans`,
    },
  },
  {
    template: "subscription-canceled",
    props: { planName: "Basic", endsAt: "22 Dec 2026, 08:30 UTC", planUrl: `${app}/billing/plans` },
  },
  {
    template: "subscription-resumed",
    props: {
      planName: "Basic",
      price: "$50.00 a month",
      renewsAt: "22 Dec 2026, 08:30 UTC",
      planUrl: `${app}/billing/plans`,
    },
  },
  {
    template: "subscription-ended",
    props: {
      planName: "Basic",
      endedAt: "22 Dec 2026, 08:30 UTC",
      unpaid: true,
      plansUrl: `${app}/billing/plans`,
    },
  },
  {
    template: "renewal-receipt",
    props: {
      planName: "Basic",
      amount: "$50.00",
      paidAt: "22 Dec 2026, 09:31 UTC",
      card: "Visa •••• 4242",
      credits: "1,000",
      renewsAt: "22 Jan 2027, 08:30 UTC",
      number: "INV-2026-000019",
      invoiceUrl: `${app}/hosted-invoice`,
      creditsUrl: `${app}/credits`,
    },
  },
  {
    template: "payment-failed",
    props: {
      planName: "Basic",
      amount: "$50.00",
      card: "Visa •••• 0341",
      failedAt: "22 Dec 2026, 09:31 UTC",
      reason: "The card has insufficient funds.",
      nextAttemptAt: "25 Dec 2026, 09:31 UTC",
      updateUrl: `${app}/billing`,
    },
  },
  {
    template: "payment-action-required",
    props: {
      planName: "Basic",
      amount: "$50.00",
      card: "Visa •••• 3184",
      confirmUrl: `${app}/hosted-invoice`,
    },
  },
  {
    template: "trial-ending",
    props: {
      planName: "Pro",
      trialEndsAt: "29 Nov 2026, 08:30 UTC",
      price: "$100.00 a month",
      card: "Visa •••• 4242",
      credits: "2,500",
      planUrl: `${app}/billing/plans`,
    },
  },
  {
    template: "trial-extended",
    props: {
      planName: "Pro",
      trialEndsAt: "13 Dec 2026, 08:30 UTC",
      price: "$100.00 a month",
      planUrl: `${app}/billing/plans`,
    },
  },
  {
    template: "refund",
    props: {
      purchase: "500 credits",
      amount: "$45.00",
      refundedAt: "24 Nov 2026, 10:02 UTC",
      card: "Visa •••• 4242",
      credits: "500",
      debt: "120",
      number: "CN-2026-000003",
      historyUrl: `${app}/billing/history`,
    },
  },
  {
    template: "refund-failed",
    props: {
      purchase: "500 credits",
      amount: "$45.00",
      failedAt: "26 Nov 2026, 10:02 UTC",
      credits: "500",
      number: "CN-2026-000004",
      historyUrl: `${app}/billing/history`,
    },
  },
  {
    template: "dispute-opened",
    props: {
      purchase: "500 credits",
      amount: "$45.00",
      memberEmail: "ada@example.com",
      openedAt: "24 Nov 2026, 10:02 UTC",
      reason: "the cardholder did not make this payment",
      dueBy: "3 Dec 2026, 23:59 UTC",
      inquiry: false,
      credits: "500",
      disputeUrl: `${app}/admin/payments/1`,
    },
  },
  {
    template: "fraud-warning",
    props: {
      purchase: "500 credits",
      amount: "$45.00",
      memberEmail: "ada@example.com",
      warnedAt: "24 Nov 2026, 10:02 UTC",
      reason: "Made with a stolen card",
      actionable: true,
      paymentUrl: `${app}/admin/payments/1`,
    },
  },
  {
    template: "contact-message",
    props: {
      ...{ name: "Ada Lovelace", email: "ada@example.com", subject: "Invoices for my company" },
      body: "Can our VAT number stand on the invoices? We need it for last month too.",
      ...{ sentAt: "22 Nov 2026, 08:30 UTC", messageUrl: `${app}/admin/messages/1` },
    },
  },
  {
    template: "contact-copy",
    props: {
      sentAt: "22 Nov 2026, 08:30 UTC",
      written: {
        ...{ name: "Ada Lovelace", subject: "Invoices for my company" },
        body: "Can our VAT number stand on the invoices? We need it for last month too.",
      },
    },
  },
  {
    template: "contact-answer",
    props: {
      ...{ name: "Ada Lovelace", subject: "Invoices for my company", contactUrl: `${app}/contact` },
      body: "It can. Tell us the number and we issue last month’s invoice again.",
      written: "Can our VAT number stand on the invoices? We need it for last month too.",
    },
  },
  {
    template: "usage-report",
    props: {
      ...{ month: "October 2026", zone: "Europe/Vienna", balance: "1,250 credits" },
      figures: [
        { label: "Runs", value: "812, 12.4% more than in September" },
        { label: "API calls", value: "1,604, none in September" },
        { label: "Credits used", value: "1,930.5, 4% less than in September" },
        { label: "Failed", value: "7, as in September" },
      ],
      services: [
        { label: "Image optimiser", value: "1,410 credits, 282 runs" },
        { label: "Text statistics", value: "520.5 credits, 347 runs" },
        { label: "Word counter", value: "free, 183 runs" },
      ],
      meters: [{ label: "Runs a month", value: "812 of 1,000 (81.2%)" }],
      usageUrl: `${app}/usage?from=2026-10-01&to=2026-10-31`,
      pdfUrl: `${app}/usage/export?format=pdf&from=2026-10-01&to=2026-10-31`,
    },
  },
  {
    template: "admin-usage-report",
    props: {
      ...{ period: "16 Nov 2026 – 22 Nov 2026", zone: "Europe/Vienna", why: "each week, as you chose" },
      figures: [
        { label: "People", value: "48, 6.7% more than the week before" },
        { label: "Runs", value: "3,120, 2% less than the week before" },
        { label: "API calls", value: "11,840, as the week before" },
        { label: "Credits spent", value: "9,480.5, 1.5% more than the week before" },
        { label: "Failed", value: "31, none the week before" },
        { label: "Refused at a limit", value: "12 times, 3 people" },
      ],
      services: [{ label: "Image optimiser", value: "7,100 credits, 1,420 runs, 31 people" }],
      people: [{ label: "ada@example.com", value: "1,930.5 credits, 812 runs, 1,604 API calls" }],
      pageUrl: `${app}/admin/usage`,
      downloads: [
        { label: "People as CSV", url: `${app}/admin/usage/export?what=people` },
        { label: "Services as CSV", url: `${app}/admin/usage/export?what=services` },
      ],
    },
  },
];
