import type { Route } from "next";
import Link from "next/link";
import { Facts } from "@/app/(app)/admin/_components/facts";
import { Badge } from "@/components/ui/badge";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { CopyButton } from "@/components/ui/copy-button";
import { DateTime } from "@/components/ui/date-time";
import type { EventDetail } from "@/lib/stripe-events/schema";
import { toWebhooksHref } from "../search-params";
import { eventStates } from "./event-words";

const link = "rounded-xs break-all underline underline-offset-4";

function Id({ id, what }: { id: string; what: string }) {
  return (
    <span className="flex items-center gap-1">
      <span className="font-mono text-[0.8125rem] break-all">{id}</span>
      <CopyButton value={id} label={`Copy: ${what}`} />
    </span>
  );
}

/** What became of it, and of whom and what it tells. */
export function EventFacts({ event }: { event: EventDetail }) {
  const { id, status, attempts, error, note, objectId, stripeCustomerId, userId, userEmail } = event;
  const { tone, label } = eventStates[status];
  const facts = [
    {
      label: "State",
      value: (
        <>
          <Badge tone={tone}>{label}</Badge> after {attempts} {attempts === 1 ? "try" : "tries"}
        </>
      ),
    },
    { label: "Error", value: error ? <span className="text-danger">{error}</span> : null },
    { label: "Note", value: note },
    { label: "Event", value: <Id id={id} what="Event" /> },
    {
      label: "About",
      value: objectId ? (
        <Link href={toWebhooksHref({ object: objectId })} className={`${link} font-mono text-[0.8125rem]`}>
          {objectId}
        </Link>
      ) : null,
    },
    { label: "Customer", value: stripeCustomerId ? <Id id={stripeCustomerId} what="Customer" /> : null },
    {
      label: "Member",
      value: userId ? (
        <Link href={`/admin/users/${userId}` as Route} prefetch={false} className={link}>
          {userEmail ?? userId}
        </Link>
      ) : null,
    },
    { label: "API version", value: event.apiVersion },
  ];
  return (
    <Card aria-labelledby="event">
      <CardHeader id="event" title="What became of it" />
      <CardBody>
        <Facts facts={facts} />
      </CardBody>
    </Card>
  );
}

/** What happened when, in the order in which it did. */
export function EventTimeline({ event }: { event: EventDetail }) {
  const { occurredAt, receivedAt, replayedAt, processedAt, source, replayedBy, replayedByEmail } = event;
  const steps = [
    { at: occurredAt, words: "It happened at Stripe" },
    { at: receivedAt, words: source === "sweep" ? "The sweep found it" : "Stripe’s webhook came in" },
    {
      at: replayedAt,
      words: `${replayedByEmail ?? replayedBy?.replace("system:", "") ?? "Somebody"} put it back`,
    },
    { at: processedAt, words: event.status === "ignored" ? "It was ignored" : "Its effects were applied" },
  ].filter((step): step is { at: Date; words: string } => step.at !== null);
  return (
    <Card aria-labelledby="timeline">
      <CardHeader id="timeline" title="Timeline" />
      <CardBody>
        <ol className="flex flex-col gap-3 border-l border-line pl-4">
          {steps.map(({ at, words }) => (
            <li key={words}>
              <p className="break-words">{words}</p>
              <p className="text-[0.8125rem] text-ink-muted">
                <DateTime value={at} show="time" />
              </p>
            </li>
          ))}
        </ol>
      </CardBody>
    </Card>
  );
}
