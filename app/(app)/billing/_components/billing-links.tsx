import { ChevronRight, Layers, ReceiptText, RefreshCw, type LucideIcon } from "lucide-react";
import type { Route } from "next";
import Link from "next/link";
import { Card } from "@/components/ui/card";

const places: { href: Route; Icon: LucideIcon; title: string; text: string }[] = [
  {
    href: "/billing/history",
    Icon: ReceiptText,
    title: "Payment history",
    text: "Payments, refunds, receipts and invoices",
  },
  {
    href: "/billing/plans",
    Icon: Layers,
    title: "Plans",
    text: "Compare them, change or cancel yours",
  },
  {
    href: "/credits/auto-top-up",
    Icon: RefreshCw,
    title: "Auto top-up",
    text: "Credits are bought before you run out",
  },
];

/** Where the rest of billing is. */
export function BillingLinks() {
  return (
    <Card aria-label="More about billing">
      <ul className="divide-y divide-line">
        {places.map(({ href, Icon, title, text }) => (
          <li key={href}>
            <Link
              href={href}
              className="flex items-center gap-3.5 px-5 py-4 -outline-offset-2! hover:bg-hover"
            >
              <Icon aria-hidden="true" className="size-4 shrink-0 text-ink-muted" />
              <span className="min-w-0 flex-1">
                <span className="block font-medium">{title}</span>
                <span className="block text-[0.8125rem] text-ink-muted">{text}</span>
              </span>
              <ChevronRight aria-hidden="true" className="size-4 shrink-0 text-ink-faint" />
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}
