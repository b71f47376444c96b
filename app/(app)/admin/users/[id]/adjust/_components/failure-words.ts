import type { FailureWords } from "@/app/(app)/admin/_components/act-failure";

const anew = "Nothing was done. The preview above is new: look at it, then decide.";

/** What an admin reads when a change of credits did not happen. */
export const failureWords: FailureWords = {
  "adjustments.stale": { title: "The account has changed meanwhile.", detail: anew },
  "adjustments.below_zero": { title: "There are not enough credits any more.", detail: anew },
  "adjustments.beyond_used": { title: "As much cannot be owed any more.", detail: anew },
  "adjustments.no_debt": { title: "Nothing is owed any more.", detail: anew },
  "adjustments.beyond_debt": { title: "Less is owed now.", detail: anew },
  "adjustments.expired": {
    title: "That day is over by now.",
    detail: "Nothing was done. Choose a later one.",
  },
  "adjustments.nothing_left": { title: "Nothing of it is left to take back.", detail: anew },
  "adjustments.key_conflict": {
    title: "This form was used for another change.",
    detail: "Nothing was done. Preview the change again.",
  },
  "adjustments.not_reversible_reversed": {
    title: "Somebody has undone this already.",
    detail: "Nothing was done a second time.",
  },
  "adjustments.not_reversible_final": { title: "This cannot be undone.", detail: "Nothing was done." },
  "adjustments.not_found": { title: "This change is not here.", detail: "Nothing was done." },
  "users.own_account": {
    title: "These are your own credits.",
    detail: "Nothing was done. Ask another admin.",
  },
  "users.not_found": { title: "This account was deleted.", detail: "Nothing was done." },
  "users.actor_not_admin": { title: "You are no admin any more.", detail: "Nothing was done." },
};
