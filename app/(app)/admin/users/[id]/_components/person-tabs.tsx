import Link from "next/link";
import { cn } from "@/components/ui/cn";
import { personTabs, type PersonTab } from "@/lib/support/types";
import { toPersonHref } from "../search-params";

const labels: Readonly<Record<PersonTab, string>> = {
  credits: "Credits",
  subscription: "Subscription",
  payments: "Payments",
  services: "Services",
  sessions: "Sessions",
  emails: "Mails",
  security: "Security log",
  history: "Admin history",
};

/** Scrolls sideways in itself where there is no room. Nothing is fetched ahead: each look is written down. */
export function PersonTabs({ userId, current }: { userId: string; current: PersonTab }) {
  return (
    <nav aria-label="About this user" className="mb-6 overflow-x-auto border-b border-line">
      <ul className="flex min-w-max gap-1">
        {personTabs.map((tab) => (
          <li key={tab}>
            <Link
              href={toPersonHref(userId, { tab })}
              prefetch={false}
              aria-current={tab === current ? "page" : undefined}
              className={cn(
                "flex h-10 items-center border-b-2 border-transparent px-3 text-ink-muted -outline-offset-2! hover:text-ink",
                tab === current && "border-accent font-medium text-ink",
              )}
            >
              {labels[tab]}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
