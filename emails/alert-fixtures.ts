import type { EmailMessage } from "./types";

const app = "https://quickscale.example";
const quota = {
  ...{ what: "runs this month", limit: "1,000", refused: "New runs are", rhythm: "a month for each limit" },
  ...{ resetsAt: "1 Dec 2026, 01:00 CET", planName: "Free" },
  next: { planName: "Basic", limit: "20,000", credits: "1,000" },
  ...{ usageUrl: `${app}/usage`, plansUrl: `${app}/billing/plans` },
};

export const alertFixtures: readonly EmailMessage[] = [
  { template: "quota-near", props: { ...quota, percent: "80%", used: "800" } },
  { template: "quota-reached", props: { ...quota, percent: "100%", used: "1,000" } },
  {
    template: "usage-spike",
    props: {
      rises: [
        { what: "Credits", last: "412 credits", usual: "35 credits" },
        { what: "API calls", last: "12,840", usual: "1,020" },
      ],
      until: "23 Nov 2026, 09:00 CET",
      ...{ usageUrl: `${app}/usage`, keysUrl: `${app}/settings/api-keys` },
    },
  },
  {
    template: "credits-low",
    props: { balance: "48.5", threshold: "50", debt: "12", buyUrl: `${app}/credits/buy` },
  },
  {
    template: "credits-expiring",
    props: {
      ...{ credits: "640", expiresAt: "22 Dec 2026, 08:30 UTC", creditsUrl: `${app}/credits` },
      parts: [
        { expiresAt: "22 Dec 2026, 08:30 UTC", credits: "140" },
        { expiresAt: "24 Dec 2026, 10:00 UTC", credits: "500" },
      ],
    },
  },
];
