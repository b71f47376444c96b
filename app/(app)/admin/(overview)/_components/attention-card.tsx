import { CircleCheck, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { Card, CardHeader } from "@/components/ui/card";
import { DateTime } from "@/components/ui/date-time";
import type { SupportOverview } from "@/lib/support/types";

const many = (figure: number, noun: string) => `${figure} ${noun}${figure === 1 ? "" : "s"}`;

interface Item {
  key: string;
  waits: boolean;
  title: string;
  story: ReactNode;
}

function auditItem({ auditChecked }: SupportOverview): Item {
  const title = "Record of what admins did";
  if (!auditChecked)
    return { key: "audit", waits: false, title, story: "Not checked yet: it is checked every night." };
  const { at, problems } = auditChecked;
  const words = problems === 0 ? "Checked, and as it was written" : `${many(problems, "problem")} found`;
  const story = (
    <>
      {words}, <DateTime value={at} show="time" />
    </>
  );
  return { key: "audit", waits: problems > 0, title, story };
}

function itemsOf(overview: SupportOverview): Item[] {
  const { openDisputes, nextDisputeDueAt, deadWebhooks } = overview;
  return [
    {
      ...{ key: "disputes", waits: openDisputes > 0 },
      title: openDisputes === 0 ? "No open dispute" : many(openDisputes, "open dispute"),
      story: nextDisputeDueAt ? (
        <>
          The next answer is due <DateTime value={nextDisputeDueAt} show="time" />
        </>
      ) : (
        "Nothing has to be answered."
      ),
    },
    {
      ...{ key: "webhooks", waits: deadWebhooks > 0 },
      title: deadWebhooks === 0 ? "No webhook was given up" : `${many(deadWebhooks, "webhook")} given up`,
      story:
        deadWebhooks === 0
          ? "Everything that Stripe told was worked off or is tried again."
          : "quickscale webhooks list --status dead tells why, quickscale webhooks replay tries again.",
    },
    auditItem(overview),
  ];
}

/** What waits first. */
export function AttentionCard({ overview }: { overview: SupportOverview }) {
  const items = itemsOf(overview).toSorted((a, b) => Number(b.waits) - Number(a.waits));
  return (
    <Card aria-labelledby="attention">
      <CardHeader id="attention" title="What needs attention" />
      <ul className="mt-2 divide-y divide-line">
        {items.map(({ key, waits, title, story }) => (
          <li key={key} className="flex gap-3 px-5 py-3">
            {waits ? (
              <TriangleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-warning" />
            ) : (
              <CircleCheck aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-positive" />
            )}
            <div className="min-w-0">
              <p className="font-medium">{title}</p>
              <p className="break-words text-ink-muted">{story}</p>
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}
