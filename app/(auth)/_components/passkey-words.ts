/** What a person reads when a passkey did not do; also what their own browser says of it. */
export const passkeyWords = {
  "passkeys.refused": {
    title: "This passkey could not be verified.",
    detail: "Nothing was changed. Try again, or sign in another way.",
  },
  "passkeys.challenge_over": {
    title: "That took too long, or was begun in another browser.",
    detail: "Nothing was changed. Try again.",
  },
  "passkeys.unknown": {
    title: "No account has this passkey any more.",
    detail: "Sign in another way, and delete the passkey on your device.",
  },
  "passkeys.of_another": {
    title: "This passkey belongs to another account.",
    detail: "Nothing was changed. Use one of the account you are signed in to.",
  },
  "passkeys.copied": {
    title: "This passkey may have been copied, so it was refused.",
    detail: "Sign in another way, remove it under Security, and make a new one.",
  },
  "passkeys.too_many": {
    title: "You have as many passkeys as one can have.",
    detail: "Remove one that you no longer need.",
  },
  "passkeys.taken": {
    title: "This device has a passkey for your account already.",
    detail: "Nothing was added. You can sign in with the one it has.",
  },
  "passkeys.not_found": {
    title: "This passkey is removed already.",
    detail: "Reload the page to see which are left.",
  },
  "passkeys.last_way_in": {
    title: "This is the only way into your account.",
    detail: "Set a password or add another passkey first. Nothing was changed.",
  },
  "passkeys.cancelled": {
    title: "No passkey was used.",
    detail: "It was cancelled, took too long, or this device has none for you. Nothing was changed.",
  },
  "passkeys.wrong_place": {
    title: "Passkeys do not work at this address.",
    detail: "Open the site at its own address and try again.",
  },
  "passkeys.device_failed": {
    title: "Your device could not do this.",
    detail: "It may not keep passkeys, or its screen lock is off. Nothing was changed.",
  },
  "passkeys.no_answer": {
    title: "Our server did not answer.",
    detail: "Check your connection and try again. Nothing was changed.",
  },
};
