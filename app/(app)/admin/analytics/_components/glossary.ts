/** What a word of the page means. */
export type Term = readonly [word: string, meaning: string];

const mrr: Term = [
  "MRR",
  "Monthly recurring revenue: what all subscriptions bring in a month at their present prices, before coupons. A yearly price counts a twelfth a month; trials, paused and complimentary plans count nothing.",
];
const churn: Term = [
  "Churn rate, a month",
  "The share of the subscribers at the start of the range who left, brought to one month.",
];
const active: Term = ["Active", "Different people who ran a service, whatever came of it."];
const outstanding: Term = [
  "Outstanding credits",
  "What people can still spend, less what they owe: what you are still to deliver.",
];

/** The words of each block, as docs/guides/analytics.md defines them. */
export const glossary = {
  headline: [
    ["Net revenue", "What was charged, less refunds and lost disputes of these days."],
    mrr,
    ["Subscribers", "People with MRR above zero at the end of the range."],
    churn,
    ["Active people", active[1]],
    outstanding,
  ],
  revenue: [
    ["Gross", "All that was charged: subscriptions and packs, with taxes, before Stripe's fees."],
    ["Given back", "Refunds on the day they were made, and lost disputes on the day they were closed."],
    ["Net", "Gross less what was given back. It can be below zero."],
  ],
  recurring: [
    mrr,
    ["Per subscriber", "MRR divided by subscribers, at the end of the range. Also called ARPU."],
    churn,
    ["Lifetime value", "MRR per subscriber divided by the churn rate (LTV). Rough over short ranges."],
    ["New, reactivation", "MRR of people who had none: never before, or not any more."],
    ["Expansion, contraction", "More or less MRR of people who stay, by a change of plan or price."],
    ["Churn", "MRR of people who have none any more."],
  ],
  people: [
    ["Signed up", "Accounts made in the range, confirmed or not."],
    ["Verified", "Addresses that were confirmed in the range."],
    active,
    ["Bought a pack, paid", "Different people who paid for a pack, or for anything, in the range."],
    ["Sign-ups who paid", "Of those who signed up in the range, the share that has paid until today."],
  ],
  services: [
    ["Failed", "Failed and timed-out runs, as a share of all that ended. They cost people nothing."],
    ["Margin", "Credits less what the runs cost you, as a share of the credits."],
  ],
  credits: [
    ["Issued", "All that was granted: plans, packs, gifts and adjustments."],
    ["Spent", "Taken for services that succeeded."],
    ["Expired", "Lapsed at the end of its time."],
    ["Taken back", "For refunds, lost disputes and by admins, less what was put back."],
    outstanding,
  ],
  collections: [
    ["Refused payments", "Payments whose first try was refused in the range."],
    ["Recovered", "Those of them that were paid since, however much later."],
  ],
} as const satisfies Readonly<Record<string, readonly Term[]>>;
