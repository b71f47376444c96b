import { CalendarClock, Check } from "lucide-react";
import type { ReactNode } from "react";
import { PendingLinkButton } from "@/components/ui/pending-link-button";
import type { PlanForSale } from "@/lib/catalog/types";
import { isUpgrade } from "@/lib/subscriptions";
import type { Plan } from "@/lib/subscriptions/types";
import { toObstacle, toOfferAction, type ChangeObstacle, type OfferAction } from "../offer-action";
import { toPlansHref } from "../search-params";
import { toPlanTitle } from "./plan-words";
import { SubscribeForm } from "./subscribe-form";

const labels: Readonly<Record<Exclude<OfferAction, "subscribe" | "current" | "planned">, string>> = {
  upgrade: "Upgrade",
  downgrade: "Downgrade",
  yearly: "Change to yearly",
  monthly: "Change to monthly",
};

const obstacles: Readonly<Record<ChangeObstacle, string>> = {
  past_due: "Pay what is open first, then change.",
  canceling: "Resume your plan first, then change.",
  paused: "Your plan is paused and cannot be changed now.",
};

const later = "At the end of what you have paid for.";

/** What this price is to the member, as the one thing to press or to know. */
export function OfferButton({ price, plan }: { price: PlanForSale; plan: Plan | null }) {
  const action = toOfferAction(plan, price);
  const title = toPlanTitle({ planName: price.name, interval: price.interval });
  if (!plan || action === "subscribe") {
    return <SubscribeForm lookupKey={price.price.lookupKey} planTitle={title} />;
  }
  if (action === "current")
    return <Settled icon={<Check />} label="Current plan" note="What you have now." />;
  if (action === "planned") return <Settled icon={<CalendarClock />} label="Planned" note={later} />;
  const obstacle = toObstacle(plan);
  if (obstacle) return <p className="min-h-11 content-center text-ink-muted">{obstacles[obstacle]}</p>;
  const now = isUpgrade(plan, price);
  return (
    <>
      <PendingLinkButton
        href={toPlansHref({ interval: price.interval, to: price.price.lookupKey })}
        prefetch={false}
        scroll={false}
        variant={action === "upgrade" ? "primary" : "secondary"}
        size="lg"
        className="w-full"
      >
        {labels[action]}
        <span className="sr-only"> to {title}</span>
      </PendingLinkButton>
      <Note>{now ? "At once. You see the price first." : later}</Note>
    </>
  );
}

function Note({ children }: { children: string }) {
  return <p className="mt-2 text-center text-[0.8125rem] text-ink-muted">{children}</p>;
}

function Settled({ icon, label, note }: { icon: ReactNode; label: string; note: string }) {
  return (
    <>
      <p className="flex h-11 items-center justify-center gap-2 rounded-md bg-sunken font-medium text-ink-muted [&_svg]:size-4">
        <span aria-hidden="true">{icon}</span>
        {label}
      </p>
      <Note>{note}</Note>
    </>
  );
}
