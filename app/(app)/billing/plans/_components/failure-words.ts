import type { ActionFailure } from "@/lib/actions/types";
import { toFailureWords as toBillingWords, type FailureWords } from "../../_components/failure-words";

const unchanged = "Nothing was changed, and you were not charged.";

const words: Readonly<Record<string, FailureWords>> = {
  "catalog.not_for_sale": {
    title: "This plan is no longer sold.",
    detail: `${unchanged} Reload the page to see what is.`,
  },
  "checkout.not_opened": {
    title: "The checkout could not be opened.",
    detail: "You were not charged. Try again in a moment.",
  },
  // An answer that is lost says nothing about what was done.
  "payments.unavailable": {
    title: "Stripe does not answer right now.",
    detail:
      "Try again in a moment. Should it have been done all the same, your plan shows it, and nothing is charged twice.",
  },
  "subscriptions.already_subscribed": {
    title: "You have a plan already.",
    detail: "You were not charged. Reload the page to change it.",
  },
  "subscriptions.no_plan": {
    title: "You have no plan any more.",
    detail: `It ended meanwhile. ${unchanged}`,
  },
  "subscriptions.stale_preview": {
    title: "The figures have changed since you saw them.",
    detail: `${unchanged} These are the new ones: look at them, then confirm.`,
  },
  "subscriptions.same_plan": {
    title: "This is your plan already.",
    detail: `You changed to it meanwhile, perhaps in another tab. ${unchanged}`,
  },
  "subscriptions.past_due": {
    title: "Your last payment is still open.",
    detail: `${unchanged} Pay it first, then change the plan.`,
  },
  "subscriptions.canceling": {
    title: "Your plan is about to end.",
    detail: `${unchanged} Resume it first, then change it.`,
  },
  "subscriptions.paused": {
    title: "Your plan is paused.",
    detail: `${unchanged} It can be changed when it goes on.`,
  },
  "subscriptions.not_planned": {
    title: "No change is planned any more.",
    detail: "It was taken back or has happened meanwhile. Reload the page to see your plan.",
  },
};

/** What to tell a member whose plan did not change as they asked. */
export function toFailureWords(failure: ActionFailure): FailureWords {
  return words[failure.code] ?? toBillingWords(failure);
}
