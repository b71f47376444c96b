import type { FailureWords } from "@/app/(app)/admin/_components/act-failure";

/** What an admin reads when an act on a person did not happen. */
export const manageWords: FailureWords = {
  "users.own_account": {
    title: "This is your own account.",
    detail: "Nothing was done. Ask another admin, or use your own settings.",
  },
  "users.not_found": { title: "This account was deleted.", detail: "Nothing was done." },
  "users.actor_not_admin": { title: "You are no admin any more.", detail: "Nothing was done." },
  "users.last_admin": { title: "This is the last admin.", detail: "Make somebody else an admin first." },
  "users.admin_protected": {
    title: "This is another admin's account.",
    detail: "Take the role away first: whoever changes how an admin signs in could sign in as them.",
  },
  "users.email_invalid": { title: "That is no address.", detail: "Nothing was changed." },
  "users.email_taken": { title: "Somebody else has this address.", detail: "Nothing was changed." },
  "users.email_unchanged": { title: "That is the address they have.", detail: "Nothing was changed." },
  "complimentary_plans.plan_runs": {
    title: "They have a plan that is paid for.",
    detail: "Nothing was given. Extend its trial or pause it instead.",
  },
  "complimentary_plans.already_given": {
    title: "They have been given a plan already.",
    detail: "Nothing was done. End that one first.",
  },
  "complimentary_plans.end_refused": {
    title: "That day cannot be the last.",
    detail: "Nothing was given. Choose one ahead, at most two years from now.",
  },
  "complimentary_plans.not_found": { title: "There is no such plan.", detail: "Nothing was done." },
  "quota_overrides.end_refused": {
    title: "That day cannot be the last.",
    detail: "Nothing was set. Choose one ahead, at most five years from now.",
  },
  "quota_overrides.limit_refused": {
    title: "That cannot be a limit.",
    detail: "Nothing was set. At 0 nothing is allowed; for no limit at all, set a very large number.",
  },
  "quota_overrides.not_found": { title: "There is no such limit.", detail: "Nothing was done." },
  "users.suspended": { title: "The account is suspended.", detail: "Restore it first. Nothing was sent." },
};
