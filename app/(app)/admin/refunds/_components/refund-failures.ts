import type { FailureWords } from "@/app/(app)/admin/_components/act-failure";

const nothing = "Nothing was refunded.";

/** Why a refund did not happen, and what to do. */
export const refundFailures: FailureWords = {
  "refunds.not_paid": {
    title: "This payment brought no money.",
    detail: `It failed or is still on its way. ${nothing}`,
  },
  "refunds.disputed": {
    title: "The bank has this money.",
    detail: `The payment is disputed: a refund besides would pay it back twice. ${nothing} Answer the dispute instead.`,
  },
  "refunds.nothing_left": {
    title: "Nothing of this payment is left to refund.",
    detail: "It was refunded already, is about to be, or waits for a second admin.",
  },
  "refunds.too_large": {
    title: "That is more than is left of the payment.",
    detail: `Another refund or request may have come in between. ${nothing}`,
  },
  "refunds.currency_differs": {
    title: "The payment is in another currency.",
    detail: `${nothing} Reload the page.`,
  },
  "refunds.stale_preview": {
    title: "Something changed since you looked.",
    detail: `${nothing} The figures are the new ones: look at them, then confirm.`,
  },
  "refunds.id_reused": {
    title: "This form was used before for another refund.",
    detail: `${nothing} Reload the page and start again.`,
  },
  "refunds.own_payment": {
    title: "This is your own payment.",
    detail: "Another admin has to refund it.",
  },
  "refunds.own_request": {
    title: "You asked for this refund yourself.",
    detail: "Another admin decides about it. You can withdraw it.",
  },
  "refunds.not_requester": {
    title: "Somebody else asked for this refund.",
    detail: "Only they can withdraw it. You can decline it.",
  },
  "refunds.requester_no_admin": {
    title: "Who asked for it is no admin any more.",
    detail: "Two admins have to want a refund. Decline it, and ask for it anew if it is right.",
  },
  "users.actor_not_admin": { title: "You are no admin any more.", detail: nothing },
  "refunds.request_decided": {
    title: "It is decided already.",
    detail: "Another admin was faster, or it was withdrawn. Nothing was changed.",
  },
  "refunds.approval_required": {
    title: "This needs a second admin.",
    detail: `It is more than one admin may give back alone. ${nothing}`,
  },
  "refunds.payment_not_found": { title: "There is no such payment here." },
  "refunds.request_not_found": { title: "There is no such request." },
};
