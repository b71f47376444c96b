import type { MailNotices } from "./types";

const settings = "/credits/auto-top-up";

/** Of mails about purchases that nobody clicked. */
export const topUpNotices = {
  "top-up-refused": ({ packName, amount, card }) => ({
    title: "Auto top-up is off: your card was refused",
    body: `${packName} for ${amount} could not be charged to ${card}. You were not charged.`,
    href: settings,
  }),
  "top-up-needs-you": ({ packName, amount }) => ({
    title: "Auto top-up is off: your bank wants you to confirm",
    body: `${packName} for ${amount} could not be bought without you. You were not charged.`,
    href: settings,
  }),
  "top-up-off": ({ why, next }) => ({
    title: "Auto top-up is off",
    body: `Nothing was bought, because ${why}. ${next}`,
    href: settings,
  }),
  "top-up-capped": ({ cap, resumesAt }) => ({
    title: "Auto top-up has reached your monthly cap",
    body: `${cap} in a month. It goes on by itself on ${resumesAt}.`,
    href: settings,
  }),
} satisfies MailNotices<"top-up-refused" | "top-up-needs-you" | "top-up-off" | "top-up-capped">;
