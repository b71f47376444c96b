import { Coins, CreditCard, FileText, Mail, ShieldUser, Webhook, type LucideIcon } from "lucide-react";
import type { Route } from "next";
import Link from "next/link";
import { Card, CardHeader } from "@/components/ui/card";
import { cn } from "@/components/ui/cn";
import { DateTime } from "@/components/ui/date-time";
import type { Step, StepKind } from "@/lib/transactions/types";

const icons: Readonly<Record<StepKind, LucideIcon>> = {
  money: CreditCard,
  credits: Coins,
  webhook: Webhook,
  mail: Mail,
  document: FileText,
  admin: ShieldUser,
};

const tones: Readonly<Record<Step["tone"], string>> = {
  neutral: "text-ink-muted",
  positive: "text-positive",
  warning: "text-warning",
  danger: "text-danger",
};

/** Everything that happened in one order, the latest first. */
export function TimelineCard({ steps }: { steps: readonly Step[] }) {
  return (
    <Card aria-labelledby="timeline">
      <CardHeader
        id="timeline"
        title="Timeline"
        description="Tries, credits, webhooks, mails, documents and what admins did, the latest first."
      />
      <ol className="mt-3 pb-2">
        {steps.map((step) => (
          <StepRow key={step.key} step={step} />
        ))}
      </ol>
    </Card>
  );
}

function StepRow({ step: { at, kind, title, detail, tone, href } }: { step: Step }) {
  const Icon = icons[kind];
  return (
    <li className="grid grid-cols-[1rem_minmax(0,1fr)] gap-x-3 px-5 py-2">
      <Icon aria-hidden="true" className={cn("mt-0.5 size-4", tones[tone])} />
      <div className="min-w-0">
        <p className="flex flex-wrap items-baseline justify-between gap-x-4">
          {href ? (
            <Link href={href as Route} prefetch={false} className="break-all underline underline-offset-4">
              {title}
            </Link>
          ) : (
            <span className="font-medium break-words">{title}</span>
          )}
          <DateTime value={at} show="time" className="text-[0.8125rem] text-ink-muted" />
        </p>
        {detail ? <p className="text-[0.8125rem] break-words text-ink-muted">{detail}</p> : null}
      </div>
    </li>
  );
}
