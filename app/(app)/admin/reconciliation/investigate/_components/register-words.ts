import type { FailureWords } from "@/app/(app)/admin/_components/act-failure";

/** Why a payment was not registered. Nothing was written in any of these. */
export const registerFailures: FailureWords = {
  "payments.unavailable": {
    title: "Stripe does not answer.",
    detail: "Nothing was changed here. Try again in a minute: what is registered is registered once.",
  },
  "users.own_account": {
    title: "You cannot register a payment to yourself.",
    detail: "Ask another admin. Nothing was changed.",
  },
  "users.not_found": { title: "That person is not there any more.", detail: "Nothing was changed." },
  "users.actor_not_admin": { title: "You are not an admin any more.", detail: "Nothing was changed." },
  "checkout.of_another": {
    title: "It was registered to somebody else meanwhile.",
    detail: "Load the page again to see to whom. Nothing was changed.",
  },
  "checkout.not_paid": {
    title: "Its money did not arrive.",
    detail: "Only what was paid can be registered.",
  },
  "checkout.has_checkout": { title: "One of our checkouts led to it.", detail: "Load the page again." },
  "reconciliation.checkout_of_another": {
    title: "The checkout that led to it is another member's.",
    detail: "It can be registered to them alone. Nothing was changed.",
  },
  "reconciliation.customer_of_another": {
    title: "Stripe's customer is another member's.",
    detail: "What its invoices bring goes to them alone. Nothing was changed.",
  },
  "reconciliation.pack_required": {
    title: "Choose what it paid for.",
    detail: "Neither a checkout nor an invoice says. Nothing was changed.",
  },
  "reconciliation.not_in_stripe": {
    title: "Stripe does not know this payment.",
    detail: "Nothing was changed.",
  },
  "catalog.not_for_sale": { title: "This pack is not sold.", detail: "Choose another. Nothing was changed." },
};

/** What became of a registration, or would. */
export const registerNotices = {
  registered: { tone: "positive", title: "Registered to its member, with credits, receipt and mail" },
  already: { tone: "positive", title: "It was registered already: nothing was done twice" },
  remains: { tone: "warning", title: "It was not registered: look at what differs, and repair that first" },
} as const;
