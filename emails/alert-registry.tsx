import type { AlertEmailProps } from "./alert-props";
import { CreditsExpiring } from "./credits-expiring";
import { CreditsLow } from "./credits-low";
import { QuotaNear } from "./quota-near";
import { QuotaReached } from "./quota-reached";
import type { Templates } from "./template";
import { UsageSpike } from "./usage-spike";

/** Mails about limits, unusual use, and credits that are few or expire: all of them can be switched off. */
export const alertRegistry: Templates<keyof AlertEmailProps> = {
  "quota-near": {
    subject: ({ percent, what }) => `You have used ${percent} of your ${what}`,
    body: (props, footer) => <QuotaNear {...props} footer={footer} />,
  },
  "quota-reached": {
    subject: ({ what }) => `You have used all your ${what}`,
    body: (props, footer) => <QuotaReached {...props} footer={footer} />,
  },
  "usage-spike": {
    subject: () => "You used far more than usual",
    body: (props, footer) => <UsageSpike {...props} footer={footer} />,
  },
  "credits-low": {
    subject: ({ balance }) => `You have ${balance} credits left`,
    body: (props, footer) => <CreditsLow {...props} footer={footer} />,
  },
  "credits-expiring": {
    subject: ({ credits }) => `${credits} credits expire soon`,
    body: (props, footer) => <CreditsExpiring {...props} footer={footer} />,
  },
};
