import type { ListFilter } from "@/app/(app)/admin/_components/list-filters";
import type { FailureWords } from "@/app/(app)/admin/_components/act-failure";
import type { EventStatus } from "@/lib/stripe-events/schema";

/** How each state of an event is called and coloured. */
export const eventStates = {
  pending: { tone: "accent", label: "Waiting" },
  processed: { tone: "positive", label: "Applied" },
  ignored: { tone: "neutral", label: "Ignored" },
  failed: { tone: "warning", label: "Tried again" },
  dead: { tone: "danger", label: "Given up" },
} as const satisfies Record<EventStatus, { tone: string; label: string }>;

export const webhookFilters: readonly ListFilter[] = [
  {
    ...{ control: "choice", name: "status", label: "State", all: "Any state" },
    options: Object.fromEntries(Object.entries(eventStates).map(([key, { label }]) => [key, label])),
  },
  { control: "text", name: "type", label: "Type", placeholder: "Type: invoice.paid" },
  { control: "text", name: "object", label: "Id of an object", placeholder: "pi_…, in_…, cus_…, evt_…" },
  { control: "day", name: "from", label: "From" },
  { control: "day", name: "to", label: "To" },
];

export const replayFailures: FailureWords = {
  "stripe_events.replay_changed": {
    title: "This changed meanwhile.",
    detail: "Somebody replayed, or other webhooks were given up. Nothing was done; reload the page to see.",
  },
  "stripe_events.not_found": { title: "This webhook is not here any more." },
};

export const replayNotices = {
  replayed: { title: "It is processed again.", text: "Reload the page in a moment to see what came of it." },
  "replayed-many": {
    title: "They are processed again.",
    text: "Those that cannot be applied this time come back here, each with its reason.",
  },
  "replayed-none": { title: "They had been put back already.", text: "Nothing was done twice." },
};
