import type { EmailMessage } from "./types";

const app = "https://quickscale.example";
const settingsUrl = `${app}/credits/auto-top-up`;
const pack = { packName: "500 credits", amount: "$45.00" };

/** Of the mails about auto top-up. */
export const topUpFixtures: readonly EmailMessage[] = [
  {
    template: "top-up-refused",
    props: {
      ...{ ...pack, card: "Visa •••• 0341", reason: "Your card has insufficient funds." },
      ...{ refusedAt: "22 Nov 2026, 08:30 UTC", billingUrl: `${app}/billing` },
    },
  },
  {
    template: "top-up-needs-you",
    props: { ...pack, card: "Visa •••• 3184", buyUrl: `${app}/credits/buy` },
  },
  {
    template: "top-up-off",
    props: {
      ...{ threshold: "50", why: "500 credits no longer cost the $45.00 that you agreed to" },
      ...{ next: "Look at the new price; if it suits you, switch it on again.", settingsUrl },
    },
  },
  {
    template: "top-up-capped",
    props: {
      ...{ packName: "500 credits", cap: "$135.00", threshold: "50", resumesAt: "1 Dec 2026" },
      settingsUrl,
    },
  },
];
