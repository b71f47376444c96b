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
  if (!check) return { ...item, waits: false, story: "Not checked yet: it is checked every night." };
  const { at, problems } = check;
  const words = problems === 0 ? "Checked, and as it should be" : `${many(problems, "problem")} found`;
  const story = (
    <>
      {words}, <DateTime value={at} show="time" />
    </>
  );
  return { ...item, waits: problems > 0, story };
}

/** A figure that should be zero. */
function countItem(
  figure: number,
  {
    key,
    noun,
    none,
    story,
    calm,
    href,
  }: Record<"key" | "noun" | "none" | "story" | "calm", string> & { href: Route },
): AttentionItem {
  const waits = figure > 0;
  return { key, waits, title: waits ? many(figure, noun) : none, story: waits ? story : calm, href };
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

/** What waits first; what is well after it, in one order. */
export function attentionItems(overview: SupportOverview): AttentionItem[] {
  const { deadWebhooks, failedJobs, openMessages, refundRequests, pastDuePlans } = overview;
  const { ledgerChecked, auditChecked } = overview;
  const items = [
    checkItem(ledgerChecked, { key: "ledger", title: "Ledger", href: "/admin/ledger" }),
    disputeItem(overview),
    countItem(deadWebhooks, {
      ...{ key: "webhooks", noun: "webhook that was given up", none: "No webhook was given up" },
      story: "What Stripe told by them has not been applied.",
      calm: "Everything that Stripe told was worked off or is tried again.",
      href: "/admin/webhooks?status=dead",
    }),
    countItem(refundRequests, {
      ...{ key: "refunds", noun: "refund to approve", none: "No refund waits for approval" },
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
      ...{ story: "Nothing starts them again by itself.", calm: "What fails is tried again." },
      href: "/admin/jobs?state=failed",
    }),
    countItem(pastDuePlans, {
      ...{ key: "past-due", noun: "plan past due", none: "No plan is past due" },
      ...{ story: "Their last payment failed; Stripe tries again.", calm: "Every plan is paid." },
      href: "/admin/users?status=past_due",
    }),
    checkItem(auditChecked, { key: "audit", title: "Record of what admins did", href: "/admin/audit" }),
  ];
  return items.toSorted((a, b) => Number(b.waits) - Number(a.waits));
}
