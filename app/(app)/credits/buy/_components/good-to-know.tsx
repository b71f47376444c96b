import { CalendarClock, Infinity as Never, Lock, Receipt, type LucideIcon } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";

const facts: { Icon: LucideIcon; title: string; text: ReactNode }[] = [
  { Icon: Never, title: "They never expire", text: "Pay-as-you-go credits stay until you spend them." },
  {
    Icon: CalendarClock,
    title: "Used last",
    text: (
      <>
        Credits of a plan are spent first, because they do expire.{" "}
        <Link href="/billing/plans" className="rounded-xs text-accent-ink underline underline-offset-4">
          Compare the plans
        </Link>
      </>
    ),
  },
  { Icon: Lock, title: "Paid at Stripe", text: "Your card's number goes to Stripe and never reaches us." },
  { Icon: Receipt, title: "Receipt by mail", text: "It comes as soon as the payment went through." },
];

export function GoodToKnow() {
  return (
    <ul className="mt-10 grid gap-x-6 gap-y-5 border-t border-line pt-8 sm:grid-cols-2 lg:grid-cols-4">
      {facts.map(({ Icon, title, text }) => (
        <li key={title} className="flex gap-3">
          <Icon aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-ink-muted" />
          <div>
            <p className="font-medium">{title}</p>
            <p className="mt-0.5 text-[0.8125rem] text-ink-muted">{text}</p>
          </div>
        </li>
      ))}
    </ul>
  );
}
