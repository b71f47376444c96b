import {
  ArrowDownLeft,
  ArrowUpRight,
  CalendarX,
  Check,
  HandCoins,
  Hourglass,
  Lock,
  LockOpen,
  RotateCcw,
  Undo2,
  type LucideIcon,
} from "lucide-react";

import { type Entry, type EntryReason } from "@/lib/credits/types";

type EntryWords = {
  /** The title, when the entry brings no description of its own. */
  title: string;
  /** What this kind of entry means, under the title. */
  meaning: string;
  Icon: LucideIcon;
};

/** How each reason reads to the person whose credits they are. */
export const entryWords: Record<EntryReason, EntryWords> = {
  grant: { title: "Credits", meaning: "Added", Icon: ArrowDownLeft },
  spend: { title: "Service", meaning: "Used", Icon: ArrowUpRight },
  hold: { title: "Service", meaning: "Set aside while it runs", Icon: Hourglass },
  capture: { title: "Service", meaning: "Run finished", Icon: Check },
  release: { title: "Service", meaning: "Given back, you were not charged", Icon: Undo2 },
  expire: { title: "Credits", meaning: "Expired", Icon: CalendarX },
  revoke: { title: "Refund", meaning: "Taken back with the money", Icon: RotateCcw },
  restore: { title: "Refund", meaning: "Given back, the refund did not go through", Icon: Undo2 },
  freeze: { title: "Payment dispute", meaning: "Blocked until it is settled", Icon: Lock },
  unfreeze: { title: "Payment dispute", meaning: "Settled, free to use again", Icon: LockOpen },
  forgive: { title: "Credits owed", meaning: "Forgiven", Icon: HandCoins },
};

/** How entries read that an admin made: their references name the change. */
const supportMeanings: Partial<Record<EntryReason, string>> = {
  grant: "Added by our support",
  revoke: "Taken back by our support",
  restore: "Given back by our support",
  forgive: "Forgiven by our support",
};

export function entryMeaning({ reason, reference }: Pick<Entry, "reason" | "reference">): string {
  const bySupport = reference.startsWith("admin:") ? supportMeanings[reason] : undefined;
  return bySupport ?? entryWords[reason].meaning;
}

export function entryTitle({ description, reason }: Pick<Entry, "description" | "reason">): string {
  return description || entryWords[reason].title;
}
