/** What a person reads when Google or GitHub did not get them in. */
export const providerWords = {
  "linked_accounts.address_unverified": {
    title: "Your address there is not verified.",
    detail: "Verify it with Google or GitHub first, then try again. Nothing was changed.",
  },
  "linked_accounts.address_taken": {
    title: "Your address has an account here already.",
    detail:
      "Sign in as you did before, or by a link that we mail you. Then link Google or GitHub in Settings → Security.",
  },
  "linked_accounts.linked_elsewhere": {
    title: "That account signs somebody else in here.",
    detail: "Unlink it there first. Nothing was changed.",
  },
  "linked_accounts.provider_in_use": {
    title: "You have another account of that provider linked.",
    detail: "Unlink it first. Nothing was changed.",
  },
  "linked_accounts.last_way_in": {
    title: "This is the only way into your account.",
    detail: "Set a password or add another way in first. Nothing was changed.",
  },
  "linked_accounts.not_found": {
    title: "This account is unlinked already.",
    detail: "Reload the page to see which are left.",
  },
  "linked_accounts.not_yours": {
    title: "That account is not linked with yours.",
    detail: "Use the one that you linked, or confirm another way.",
  },
  "linked_accounts.flow_expired": {
    title: "That took too long, or was begun elsewhere.",
    detail: "Nothing was changed. Start again here.",
  },
  "two_factor.required": {
    title: "You sign in in two steps.",
    detail: "Google or GitHub alone is not enough to confirm that it is you.",
  },
  "auth.provider_off": {
    title: "Signing in that way is off here.",
    detail: "Choose another way in.",
  },
} as const;
