import type { ActionFailure } from "@/lib/actions/types";
import type { PasswordProblem } from "@/lib/shared/password-strength";
import { passkeyWords } from "./passkey-words";
import { providerWords } from "./provider-words";

interface FailureWords {
  title: string;
  detail?: string;
}

const words: Record<string, FailureWords> = {
  ...passkeyWords,
  ...providerWords,
  "users.credentials_invalid": {
    title: "That email and password do not match.",
    detail: "Check both and try again. Caps Lock is a usual suspect.",
  },
  "auth.step_up_required": {
    title: "Confirm first that it is you.",
    detail: "Your last sign-in is a while ago. Reload the page; it leads you on.",
  },
  "auth.session_not_found": {
    title: "This session has ended already.",
    detail: "Reload the page to see which are left.",
  },
  "users.email_taken": {
    title: "This address belongs to another account meanwhile.",
    detail: "Nothing was changed. Write to support if it is yours.",
  },
  "account_deletion.plan_live": {
    title: "Your plan is still running.",
    detail: "Cancel it under Billing and let it end first. Nothing was changed.",
  },
  "two_factor.step_over": {
    title: "This sign-in is over.",
    detail: "The second step has to follow within ten minutes, in the same browser. Start again.",
  },
  "two_factor.secret_unreadable": {
    title: "Codes of authenticators cannot be checked right now.",
    detail: "It is our mistake. Use a recovery code, or write to support.",
  },
  "two_factor.off": {
    title: "Two-factor sign-in is off meanwhile.",
    detail: "Reload the page; nothing was changed.",
  },
  "two_factor.on": {
    title: "Two-factor sign-in is on already.",
    detail: "Reload the page; nothing was changed.",
  },
  "two_factor.setup_over": {
    title: "This setup is too old.",
    detail: "Reload the page and scan the new picture. Nothing was changed.",
  },
  "storage.off": {
    title: "This installation has no place for files.",
    detail: "Nothing was changed.",
  },
  "data_export.limit_reached": {
    title: "You asked for three exports within a day.",
    detail: "The last one is still there. You can ask for another tomorrow.",
  },
  "users.suspended": { title: "This account is suspended.", detail: "Write to support to find out why." },
  "users.link_invalid": {
    title: "This link no longer works.",
    detail: "It was used, replaced or is too old. Ask for a new one.",
  },
  "notification_preferences.link_invalid": {
    title: "This link no longer works.",
    detail: "Nothing was changed. Your notification settings switch emails off and on.",
  },
  "http.foreign_origin": {
    title: "This request did not come from our page.",
    detail: "Reload the page and try again.",
  },
  "auth.unavailable": {
    title: "Signing in is not possible right now.",
    detail: "Nothing was changed. Try again in a moment.",
  },
};

/** What a person reads about a failure of the whole form. */
export function toFailureWords({ code, reference }: ActionFailure): FailureWords {
  const known = words[code];
  if (known) return known;
  const detail = reference
    ? `Nothing was changed. If it happens again, tell support this reference: ${reference}`
    : "Try again.";
  return { title: "Something went wrong on our side.", detail };
}

const passwordProblems: Record<PasswordProblem, string> = {
  too_short: "Use at least 8 characters.",
  too_long: "Use at most 256 characters.",
  unreadable: "Some of these characters cannot be typed again. Use letters, digits, signs and spaces.",
  personal: "Leave your own name and address out of it.",
  common: "This is one of the first that attackers try. Choose another.",
  weak: "Make it longer: 12 characters, or 8 that are harder to guess.",
};

/** What is wrong with a chosen password. */
export function passwordProblemWords(problem: PasswordProblem): string {
  return passwordProblems[problem];
}

/** Failures that belong to one field are shown there: the field's name and the words, or null. */
export function toFieldWords(failure: ActionFailure | null): { field: string; text: string } | null {
  if (failure?.code === "users.email_invalid") {
    return { field: "email", text: "Enter one email address, such as ada@example.com." };
  }
  if (failure?.code === "users.email_unchanged") {
    return { field: "email", text: "This is your address already." };
  }
  if (failure?.code === "users.current_password_wrong") {
    return { field: "current", text: "This is not your current password." };
  }
  if (failure?.code === "two_factor.code_wrong") {
    return { field: "code", text: "This code is not right. Check that it is the one of now." };
  }
  if (failure?.code === "two_factor.code_used") {
    return { field: "code", text: "This code was used already. Wait for the next one." };
  }
  if (failure?.code === "users.password_refused") {
    return { field: "password", text: passwordProblems[failure.meta.problem as PasswordProblem] };
  }
  return null;
}
