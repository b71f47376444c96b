import type { FailureWords } from "@/app/(app)/admin/_components/act-failure";

const nothing = "Nothing was changed.";

/** Why nothing was done to a plan, and what to do. */
export const planFailures: FailureWords = {
  "payments.unavailable": {
    title: "Stripe does not answer right now.",
    detail:
      "What you see is what is known here. Try again in a moment: should it have been done all the same, the plan shows it, and nothing is done twice.",
  },
  "payments.refused": {
    title: "Stripe refused it.",
    detail: `${nothing} The plan is in a state in which Stripe does not do this.`,
  },
  "payments.object_missing": {
    title: "Stripe does not know this subscription any more.",
    detail: `${nothing} A reconciliation tells what differs.`,
  },
  "users.actor_not_admin": { title: "You are no admin any more.", detail: nothing },
  "refunds.own_payment": { title: "These are your own payments.", detail: `${nothing} Ask another admin.` },
  "subscriptions.forbidden": {
    title: "This is your own plan, or you are no admin any more.",
    detail: `${nothing} Your own plan is under Billing.`,
  },
  "subscriptions.no_plan": { title: "There is no plan any more.", detail: `It ended meanwhile. ${nothing}` },
  "subscriptions.stale_preview": {
    title: "The plan or the figures changed since you looked.",
    detail: `${nothing} These are the new ones: look at them, then confirm.`,
  },
  "subscriptions.same_plan": { title: "This is the plan already.", detail: nothing },
  "subscriptions.past_due": {
    title: "The last payment is still open.",
    detail: `${nothing} It has to be paid first, or the plan ended.`,
  },
  "subscriptions.canceling": {
    title: "The plan is about to end.",
    detail: `${nothing} Take the cancellation back first.`,
  },
  "subscriptions.paused": {
    title: "The plan is paused.",
    detail: `${nothing} Let it be billed again first.`,
  },
  "subscriptions.not_planned": {
    title: "No change is planned any more.",
    detail: `It was taken back or has happened meanwhile. ${nothing}`,
  },
  "subscriptions.change_planned": {
    title: "A change of plan is planned.",
    detail: `It begins with the end of the trial as it is now. ${nothing} Take the change back first.`,
  },
  "subscriptions.needs_period_end": {
    title: "From yearly to monthly only at the end of the period.",
    detail: `The months that are paid would keep their credits though their money went back. ${nothing}`,
  },
  "subscriptions.not_on_trial": { title: "The plan is not on trial.", detail: nothing },
  "subscriptions.trial_not_later": {
    title: "A trial can only end later than it does.",
    detail: `${nothing} To end it sooner, end the plan.`,
  },
  "subscriptions.resumes_in_the_past": { title: "This day is over.", detail: nothing },
  "refunds.approval_required": {
    title: "So much needs a second admin.",
    detail: `${nothing} End the plan without a refund, and ask for the refund on its payment.`,
  },
  "catalog.not_for_sale": { title: "This plan is not for sale.", detail: nothing },
};
