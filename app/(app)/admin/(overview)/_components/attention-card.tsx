import { ChevronRight, CircleCheck, TriangleAlert } from "lucide-react";
import Link from "next/link";
import { Card, CardHeader } from "@/components/ui/card";
import type { SupportOverview } from "@/lib/support/types";
import { attentionItems, type AttentionItem } from "./attention-items";

/** What waits first; each leads to the list of it. */
export function AttentionCard({ overview }: { overview: SupportOverview }) {
  return (
    <Card aria-labelledby="attention">
      <CardHeader id="attention" title="What needs attention" />
      <ul className="mt-2 divide-y divide-line">
        {attentionItems(overview).map((item) => (
          <AttentionRow key={item.key} item={item} />
        ))}
      </ul>
    </Card>
  );
}

function AttentionRow({ item: { waits, title, story, href } }: { item: AttentionItem }) {
  return (
    <li className="group relative flex items-center gap-3 px-5 py-3 hover:bg-sunken">
      {waits ? (
        <TriangleAlert aria-hidden="true" className="size-4 shrink-0 text-warning" />
      ) : (
        <CircleCheck aria-hidden="true" className="size-4 shrink-0 text-positive" />
      )}
      <div className="min-w-0 flex-1">
        <Link
          href={href}
          prefetch={false}
          className="font-medium -outline-offset-2! after:absolute after:inset-0"
        >
          {title}
        </Link>
        <p className="break-words text-ink-muted">{story}</p>
      </div>
      <ChevronRight
        aria-hidden="true"
        className="size-4 shrink-0 text-ink-faint group-hover:text-accent-ink"
      />
    </li>
  );
}
