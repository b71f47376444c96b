/** How a person can be told of something. */
export const notificationChannels = ["email", "in_app"] as const;

export type NotificationChannel = (typeof notificationChannels)[number];

interface Group {
  label: string;
  /** Why nothing of it can be switched off; null where all of it can. */
  alwaysBecause: string | null;
}

/** In the order of the page that shows them. */
export const notificationGroups = {
  usage: { label: "Credits and usage", alwaysBecause: null },
  security: {
    label: "Security",
    alwaysBecause: "Nobody who gets into your account can hide it from you.",
  },
  money: {
    label: "Payments and plan",
    alwaysBecause: "You hear of everything that is charged or paid back.",
  },
  account: { label: "Account", alwaysBecause: "You hear of what ends or limits your account." },
} as const satisfies Record<string, Group>;

export type NotificationGroup = keyof typeof notificationGroups;

interface Kind {
  group: NotificationGroup;
  label: string;
  description: string;
  channels: readonly NotificationChannel[];
  /** Others never get it, and are not shown it. */
  audience?: "admins";
}

/** Everything that a person can be told of. Stored by name: a kind that goes leaves choices that mean nothing. */
export const notificationKinds = {
  credits_low: {
    group: "usage",
    label: "Credits low",
    description: "Your balance fell below your limit.",
    channels: ["email", "in_app"],
  },
  credits_expiring: {
    group: "usage",
    label: "Credits expiring",
    description: "Credits that you have not spent are about to expire.",
    channels: ["email", "in_app"],
  },
  usage_alerts: {
    group: "usage",
    label: "Limits and unusual use",
    description: "You are near a limit of your plan or have reached it, or use rose all of a sudden.",
    channels: ["email", "in_app"],
  },
  monthly_report: {
    group: "usage",
    label: "Monthly report",
    description: "What you used in the month that ended.",
    channels: ["email", "in_app"],
  },
  usage_reports: {
    group: "usage",
    label: "Reports on everybody’s use",
    description: "Those that you switched on for yourself, each week or month.",
    channels: ["email"],
    audience: "admins",
  },
  requested_links: {
    group: "security",
    label: "Links that you ask for",
    description: "To confirm an address, to sign in or to set a new password.",
    channels: ["email"],
  },
  account_safety: {
    group: "security",
    label: "Safety of your account",
    description: "A sign-in from a new device, a changed password or address.",
    channels: ["email", "in_app"],
  },
  receipts: {
    group: "money",
    label: "Receipts and refunds",
    description: "What you paid and what you got back, with its document.",
    channels: ["email", "in_app"],
  },
  plan_changes: {
    group: "money",
    label: "Your plan",
    description: "It begins, changes, ends, or a trial is about to be charged.",
    channels: ["email", "in_app"],
  },
  payment_problems: {
    group: "money",
    label: "Payments that need you",
    description: "A payment failed, or your bank wants you to confirm it.",
    channels: ["email", "in_app"],
  },
  disputes: {
    group: "money",
    label: "Disputes and fraud warnings",
    description: "A member’s bank disputes a payment, or warns of one.",
    channels: ["email", "in_app"],
    audience: "admins",
  },
  account_changes: {
    group: "account",
    label: "Your account",
    description: "It is suspended or restored, its deletion was asked for, or your data can be downloaded.",
    channels: ["email", "in_app"],
  },
  answers: {
    group: "account",
    label: "What you wrote to us",
    description: "That your message arrived, and our answer.",
    channels: ["email"],
  },
  contact_messages: {
    group: "account",
    label: "Messages to answer",
    description: "Somebody wrote to us on the contact page.",
    channels: ["email", "in_app"],
    audience: "admins",
  },
} as const satisfies Record<string, Kind>;

export type NotificationKind = keyof typeof notificationKinds;

/** One switch of a person. */
export interface NotificationSetting {
  kind: NotificationKind;
  channel: NotificationChannel;
}

/** How a switch is to stand. */
export interface NotificationChoice extends NotificationSetting {
  enabled: boolean;
}
