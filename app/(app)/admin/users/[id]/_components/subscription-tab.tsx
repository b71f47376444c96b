import { CalendarSync } from "lucide-react";
import { Alert } from "@/components/ui/alert";
import { Badge } from "@/components/ui/badge";
import { Card, CardHeader } from "@/components/ui/card";
import { DateTime } from "@/components/ui/date-time";
import { EmptyState } from "@/components/ui/empty-state";
import { Money } from "@/components/ui/money";
import { getPlan } from "@/lib/subscriptions";
import { listPersonSubscriptions } from "@/lib/support";
import type { PersonSubscription } from "@/lib/support/types";
import { planStateWords } from "../../_components/plan-state-words";
import { PlanActs } from "../subscription/_components/plan-acts";
import { loadActed, toActedWords } from "../subscription/acted";
import { PlanFacts } from "./plan-facts";
import type { TabProps } from "./tab-props";

export async function SubscriptionTab({ ctx, userId, search }: TabProps) {
  const [plan, subscriptions] = await Promise.all([
    getPlan(ctx.db, userId),
    listPersonSubscriptions(ctx, userId),
  ]);
  const { acted } = loadActed(search);
  const words = acted && toActedWords(acted, plan);
  const own = ctx.actor.kind === "user" && ctx.actor.userId === userId;
  return (
    <div className="flex flex-col gap-6">
      {words ? (
        <Alert tone={words.tone} title={words.title}>
          {words.text}
        </Alert>
      ) : null}
      {plan ? (
        <PlanFacts plan={plan}>{own ? null : <PlanActs userId={userId} plan={plan} />}</PlanFacts>
      ) : null}
      <Card aria-labelledby="subscriptions">
        <CardHeader id="subscriptions" title="Every subscription" description="The latest first." />
        {subscriptions.length === 0 ? (
          <EmptyState icon={CalendarSync} title="Never had a plan">
            Plans that begin, change and end will stand here.
          </EmptyState>
        ) : (
          <ul className="mt-3 divide-y divide-line">
            {subscriptions.map((subscription) => (
              <SubscriptionRow key={subscription.id} subscription={subscription} />
            ))}
          </ul>
        )}
      </Card>
    </div>
  );
}

function SubscriptionRow({ subscription }: { subscription: PersonSubscription }) {
  const { planName, interval, status, surplus, amountMinor, currency } = subscription;
  const { startedAt, endedAt, cancelReason, problem, stripeSubscriptionId } = subscription;
  return (
    <li className="px-5 py-4">
      <p className="flex flex-wrap items-center gap-2 font-medium">
        {planName}
        <Badge>{planStateWords(status)}</Badge>
        {surplus ? <Badge tone="warning">One too many: paid back</Badge> : null}
      </p>
      <p className="text-[0.8125rem] text-ink-muted">
        <Money amountMinor={amountMinor} currency={currency} />
        {interval ? ` a ${interval}` : ""} · from <DateTime value={startedAt} />
        {endedAt ? (
          <>
            {" "}
            to <DateTime value={endedAt} />
          </>
        ) : null}{" "}
        · <span className="font-mono break-all">{stripeSubscriptionId}</span>
      </p>
      {cancelReason ? (
        <p className="break-words text-ink-muted">Said when canceling: {cancelReason.replaceAll("_", " ")}</p>
      ) : null}
      {problem ? <p className="break-words text-warning">Brings no credits: {problem}</p> : null}
    </li>
  );
}
