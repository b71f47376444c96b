import {
  CreditCard,
  History,
  House,
  LayoutGrid,
  LifeBuoy,
  Plus,
  Settings,
  Users,
  Wallet,
  type LucideIcon,
} from "lucide-react";
import { type Route } from "next";

export type Destination = {
  label: string;
  href: Route;
  Icon: LucideIcon;
  /** Other words people look for this page by. */
  keywords: string[];
  /** Has a place in the bar at the foot of a phone; there is room for three beside the menu. */
  onPhoneBar?: boolean;
};

type DestinationGroup = { heading: string; items: Destination[] };

/** Every page a member can go to, in the order of the sidebar, the drawer and the command palette. */
export const memberNavigation: DestinationGroup[] = [
  {
    heading: "Work",
    items: [
      {
        label: "Dashboard",
        href: "/dashboard",
        Icon: House,
        keywords: ["home", "start", "overview"],
        onPhoneBar: true,
      },
      {
        label: "Services",
        href: "/services",
        Icon: LayoutGrid,
        keywords: ["run", "tools", "catalogue"],
        onPhoneBar: true,
      },
    ],
  },
  {
    heading: "Money",
    items: [
      {
        label: "Credits",
        href: "/credits",
        Icon: Wallet,
        keywords: ["balance", "expiry", "why"],
        onPhoneBar: true,
      },
      {
        label: "Buy credits",
        href: "/credits/buy",
        Icon: Plus,
        keywords: ["pack", "top up", "pay", "purchase"],
      },
      {
        label: "History",
        href: "/credits/history",
        Icon: History,
        keywords: ["entries", "ledger", "export", "csv"],
      },
      {
        label: "Billing",
        href: "/billing",
        Icon: CreditCard,
        keywords: ["card", "payment method", "plan", "invoice", "portal"],
      },
    ],
  },
  {
    heading: "Account",
    items: [
      {
        label: "Settings",
        href: "/settings",
        Icon: Settings,
        keywords: ["profile", "security", "password", "sessions", "account", "email"],
      },
    ],
  },
];

/** Every page that only admins can go to. */
export const adminNavigation: readonly Destination[] = [
  {
    label: "Overview",
    href: "/admin",
    Icon: LifeBuoy,
    keywords: ["admin", "support", "attention", "today"],
  },
  {
    label: "Users",
    href: "/admin/users",
    Icon: Users,
    keywords: ["admin", "find", "search", "people", "customer", "member"],
  },
];

/** What somebody sees in the sidebar, the drawer and the command palette. */
export function navigationFor(isAdmin: boolean): DestinationGroup[] {
  if (!isAdmin) return memberNavigation;
  return [...memberNavigation, { heading: "Admin", items: [...adminNavigation] }];
}

/** The destination that holds this page: the longest one that its path starts with. */
export function findDestination(pathname: string): Destination | null {
  const holders = navigationFor(true)
    .flatMap((group) => group.items)
    .filter((item) => pathname === item.href || pathname.startsWith(`${item.href}/`))
    .sort((a, b) => b.href.length - a.href.length);
  return holders[0] ?? null;
}
