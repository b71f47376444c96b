import { Card, CardBody, CardFooter } from "@/components/ui/card";
import { CopyButton } from "@/components/ui/copy-button";
import { DateTime } from "@/components/ui/date-time";
import { Figure } from "@/components/ui/figure";
import { findComplimentaryPlan } from "@/lib/complimentary-plans";
import type { AppContext } from "@/lib/context";
import { getBalance } from "@/lib/credits";
import { formatCredits } from "@/lib/shared/format";
import { getPlan } from "@/lib/subscriptions";
import type { Person } from "@/lib/support/types";
import { PersonBadges } from "../../_components/person-badges";
import { planStateWords } from "../../_components/plan-state-words";

/** Who it is and how they stand, over every part of their page. */
export async function PersonSummary({ ctx, person }: { ctx: AppContext; person: Person }) {
  const [balance, plan, given] = await Promise.all([
    getBalance(ctx, person.id),
    getPlan(ctx.db, person.id),
    findComplimentaryPlan(ctx.db, person.id, ctx.clock.now()),
  ]);
  return (
    <Card aria-label="Summary" className="mb-8">
      <CardBody className="grid grid-cols-2 gap-5 lg:grid-cols-4">
        <Figure
          label="Can spend"
          value={formatCredits(balance.totalMilli)}
          note={balance.debtMilli > 0n ? `Owes ${formatCredits(balance.debtMilli)}` : "Owes nothing"}
        />
        <Figure
          label="Plan"
          value={plan?.planName ?? given?.planName ?? "None"}
          note={
            plan ? (
              planStateWords(plan.cancelsAt ? "ending" : plan.status)
            ) : given ? (
              <GivenUntil endsAt={given.endsAt} />
            ) : undefined
          }
        />
        <Figure
          label="Last seen"
          value={person.lastSeenAt ? <DateTime value={person.lastSeenAt} /> : "—"}
          note={person.lastSeenAt ? undefined : "Signed in nowhere"}
        />
        <Figure label="Joined" value={<DateTime value={person.joinedAt} />} />
      </CardBody>
      <CardFooter className="justify-start gap-x-5">
        <span className="flex flex-wrap gap-1">
          <PersonBadges person={person} />
        </span>
        {person.name ? <span className="min-w-0 wrap-anywhere">{person.name}</span> : null}
        {person.company ? <span className="min-w-0 wrap-anywhere">{person.company}</span> : null}
        <Name label="User id" value={person.id} />
        {person.stripeCustomerId ? <Name label="Stripe customer" value={person.stripeCustomerId} /> : null}
        {person.anonymisedAt ? <span>Anonymised</span> : <Deletion askedAt={person.deletionAskedAt} />}
      </CardFooter>
    </Card>
  );
}

function GivenUntil({ endsAt }: { endsAt: Date }) {
  return (
    <>
      Complimentary, until <DateTime value={new Date(endsAt.getTime() - 1)} />
    </>
  );
}

function Name({ label, value }: { label: string; value: string }) {
  return (
    <span className="flex min-w-0 items-center gap-1">
      <span className="font-mono text-[0.8125rem] break-all">{value}</span>
      <CopyButton value={value} label={`Copy: ${label}`} />
    </span>
  );
}

function Deletion({ askedAt }: { askedAt: Date | null }) {
  if (!askedAt) return null;
  return (
    <span>
      Asked for deletion on <DateTime value={askedAt} />
    </span>
  );
}
