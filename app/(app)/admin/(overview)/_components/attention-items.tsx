import type { Route } from "next";
import type { ReactNode } from "react";
import { DateTime } from "@/components/ui/date-time";
import type { SupportOverview } from "@/lib/support/types";

/** One thing that may wait for somebody, and the page that shows it. */
export interface AttentionItem {
  key: string;
  waits: boolean;
  title: string;
  story: ReactNode;
  href: Route;
}

const many = (figure: number, noun: string) =>
  `${figure.toLocaleString("en-US")} ${noun}${figure === 1 ? "" : "s"}`;

type Check = { at: Date; problems: number } | null;

function checkItem(check: Check, item: Pick<AttentionItem, "key" | "title" | "href">): AttentionItem {
  if (!check)
    return { ...item, waits: true, story: "Not checked yet. It is checked every night, or now if you ask." };
  const { at, problems } = check;
  const words = problems === 0 ? "Checked, and as it should be" : `${many(problems, "problem")} found`;
  const story = (
    <>
      {words}, <DateTime value={at} show="time" />
    </>
  );
  return { ...item, waits: problems > 0, story };
}

interface Counted {
  key: string;
  /** "3 webhooks given up": what is counted, and how it is. */
  noun: string;
  how?: string;
  none: string;
  story: string;
  calm: string;
  href: Route;
}

/** A figure that should be zero. */
function countItem(figure: number, { key, noun, how, none, story, calm, href }: Counted): AttentionItem {
  if (figure === 0) return { key, waits: false, title: none, story: calm, href };
  return { key, waits: true, title: how ? `${many(figure, noun)} ${how}` : many(figure, noun), story, href };
}

function disputeItem({ openDisputes, disputesDue, nextDisputeDueAt }: SupportOverview): AttentionItem {
  const open = openDisputes === 0 ? "No open dispute" : many(openDisputes, "open dispute");
  const due = disputesDue === 1 ? "1 dispute wants an answer" : `${disputesDue} disputes want an answer`;
  return {
    ...{ key: "disputes", waits: disputesDue > 0, title: disputesDue > 0 ? due : open },
    href: disputesDue > 0 ? "/admin/disputes?stage=due" : "/admin/disputes?stage=open",
    story: nextDisputeDueAt ? (
      <>
        The next is due <DateTime value={nextDisputeDueAt} show="time" />
      </>
    ) : (
      "Nothing has to be answered."
    ),
  };
}

function usageItem({ peopleAtLimit, usageSpikes }: SupportOverview): AttentionItem {
  const spikes = many(usageSpikes, "spike");
  const people = peopleAtLimit === 1 ? "1 person" : `${peopleAtLimit.toLocaleString("en-US")} people`;
  const title =
    peopleAtLimit > 0 ? `${people} at a limit` : usageSpikes > 0 ? spikes : "Nobody is at a limit";
  return {
    ...{ key: "usage", waits: peopleAtLimit + usageSpikes > 0, title, href: "/admin/usage?period=last-7" },
    story:
      peopleAtLimit > 0
        ? `Since midnight UTC${usageSpikes > 0 ? `, and ${spikes} in use` : ""}. A larger plan or an own limit helps.`
        : usageSpikes > 0
          ? "Somebody used far more today than they usually do."
          : "Nobody was refused today, and nothing stands out.",
  };
}

/** What waits first; what is well after it, in one order. */
export function attentionItems(overview: SupportOverview): AttentionItem[] {
  const { deadWebhooks, failedJobs, openMessages, refundRequests, pastDuePlans } = overview;
  const { ledgerChecked, auditChecked } = overview;
  const items = [
    checkItem(ledgerChecked, { key: "ledger", title: "Ledger", href: "/admin/ledger" }),
    disputeItem(overview),
    countItem(deadWebhooks, {
      ...{ key: "webhooks", noun: "webhook", how: "given up", none: "No webhook was given up" },
      story: "What Stripe told was not applied.",
      calm: "Everything that Stripe told was worked off or is tried again.",
      href: "/admin/webhooks?status=dead",
    }),
    countItem(refundRequests, {
      ...{ key: "refunds", noun: "refund", how: "to approve", none: "No refund waits for approval" },
      ...{ story: "A second admin decides.", calm: "Large refunds wait here for a second admin." },
      href: "/admin/refunds",
    }),
    countItem(openMessages, {
      ...{ key: "messages", noun: "open message", none: "No open message" },
      ...{ story: "Somebody waits for an answer.", calm: "Everybody who wrote has an answer." },
      href: "/admin/messages?status=open",
    }),
    countItem(failedJobs, {
      ...{ key: "jobs", noun: "failed job", none: "No job failed for good" },
      ...{ story: "Only a retry starts again what failed for good.", calm: "What fails is tried again." },
      href: "/admin/jobs?state=failed",
    }),
    countItem(pastDuePlans, {
      ...{ key: "past-due", noun: "plan", how: "past due", none: "No plan is past due" },
      ...{ story: "The last payment failed; Stripe tries again.", calm: "Every plan is paid." },
      href: "/admin/users?status=past_due",
    }),
    usageItem(overview),
    checkItem(auditChecked, { key: "audit", title: "Record of what admins did", href: "/admin/audit" }),
  ];
  return items.toSorted((a, b) => Number(b.waits) - Number(a.waits));
}
