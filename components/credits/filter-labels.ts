import { type kindChoices, type Movement } from "./history-search";

export const movementLabels: Record<Movement, string> = {
  added: "Added",
  used: "Used",
  returned: "Given back",
  expired: "Expired",
  refunds: "Refunds and disputes",
  reserved: "Set aside",
};

export const kindLabels: Record<(typeof kindChoices)[number], string> = {
  subscription: "Subscription",
  payg: "Pay-as-you-go",
};
