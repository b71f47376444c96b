import {
  ArrowLeft,
  Bell,
  ChartColumn,
  CreditCard,
  Gauge,
  GitCompareArrows,
  History,
  House,
  LayoutGrid,
  LifeBuoy,
  Plus,
  Receipt,
  ScrollText,
  Settings,
  UserCheck,
  Users,
  Wallet,
  Webhook,
  Cog,
  Scale,
  ShieldAlert,
  Tags,
  ToggleLeft,
  MessageSquare,
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
const memberNavigation: DestinationGroup[] = [
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
      {
        label: "Usage",
        href: "/usage",
        Icon: Gauge,
        keywords: ["limits", "quota", "runs", "calls", "left", "projection", "report", "charts"],
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
        label: "Notifications",
        href: "/notifications",
        Icon: Bell,
        keywords: ["alerts", "unread", "inbox", "messages", "bell"],
      },
      {
        label: "Settings",
        href: "/settings",
        Icon: Settings,
        keywords: ["profile", "security", "password", "sessions", "account", "email"],
      },
    ],
  },
];

/** Every page that only admins can go to, in the order of the sidebar. */
const adminNavigation: DestinationGroup[] = [
  {
    heading: "Support",
    items: [
      {
        label: "Overview",
        href: "/admin",
        Icon: LifeBuoy,
        keywords: ["admin", "support", "attention", "today"],
        onPhoneBar: true,
      },
      {
        label: "Analytics",
        href: "/admin/analytics",
        Icon: ChartColumn,
        keywords: ["revenue", "mrr", "churn", "figures", "charts", "retention", "cohorts"],
      },
      {
        label: "Usage",
        href: "/admin/usage",
        Icon: Gauge,
        keywords: ["admin", "limits", "quota", "hits", "spikes", "top users", "reports", "runs"],
      },
      {
        label: "Users",
        href: "/admin/users",
        Icon: Users,
        keywords: ["admin", "find", "search", "people", "customer", "member"],
        onPhoneBar: true,
      },
      {
        label: "Payments",
        href: "/admin/payments",
        Icon: Receipt,
        keywords: ["admin", "transactions", "find", "charge", "failed", "declined", "stripe"],
        onPhoneBar: true,
      },
      {
        label: "Refund approvals",
        href: "/admin/refunds",
        Icon: UserCheck,
        keywords: ["admin", "refund", "approve", "second admin", "four eyes", "request"],
      },
      {
        label: "Disputes",
        href: "/admin/disputes",
        Icon: ShieldAlert,
        keywords: ["admin", "chargeback", "bank", "evidence", "deadline"],
      },
      {
        label: "Messages",
        href: "/admin/messages",
        Icon: MessageSquare,
        keywords: ["admin", "contact", "answer", "support", "inbox"],
      },
    ],
  },
  {
    heading: "Operations",
    items: [
      {
        label: "Reconciliation",
        href: "/admin/reconciliation",
        Icon: GitCompareArrows,
        keywords: ["admin", "stripe", "differences", "missing", "repair", "register", "investigate"],
      },
      {
        label: "Webhooks",
        href: "/admin/webhooks",
        Icon: Webhook,
        keywords: ["admin", "stripe", "events", "replay", "dead letter"],
      },
      {
        label: "Ledger",
        href: "/admin/ledger",
        Icon: Scale,
        keywords: ["admin", "drift", "verify", "balances", "check"],
      },
      {
        label: "Catalogue",
        href: "/admin/catalog",
        Icon: Tags,
        keywords: ["admin", "plans", "packs", "prices", "stripe", "sync"],
      },
      {
        label: "Services",
        href: "/admin/services",
        Icon: ToggleLeft,
        keywords: ["admin", "switch", "off", "on", "failures", "uses"],
      },
      {
        label: "Jobs",
        href: "/admin/jobs",
        Icon: Cog,
        keywords: ["admin", "queue", "worker", "cron", "background", "retry"],
      },
      {
        label: "Audit log",
        href: "/admin/audit",
        Icon: ScrollText,
        keywords: ["admin", "record", "who did what", "history"],
      },
    ],
  },
];

const wayIn: DestinationGroup = {
  heading: "Admin",
  items: [{ label: "Admin", href: "/admin", Icon: LifeBuoy, keywords: ["support"] }],
};

const wayBack: DestinationGroup = {
  heading: "QuickScale",
  items: [{ label: "Back to your account", href: "/dashboard", Icon: ArrowLeft, keywords: ["member"] }],
};

const isBelow = (pathname: string, href: string) => pathname === href || pathname.startsWith(`${href}/`);

/** What the sidebar, the drawer and the bar of a phone lead to from here: members' pages, or those of admins. */
export function navigationAt(pathname: string, isAdmin: boolean): DestinationGroup[] {
  if (!isAdmin) return memberNavigation;
  return isBelow(pathname, "/admin") ? [...adminNavigation, wayBack] : [...memberNavigation, wayIn];
}

/** Every page that somebody can go to. */
export function allDestinations(isAdmin: boolean): DestinationGroup[] {
  return isAdmin ? [...memberNavigation, ...adminNavigation] : memberNavigation;
}

/** The destination that holds this page: the longest one that its path starts with. */
export function findDestination(pathname: string): Destination | null {
  const holders = allDestinations(true)
    .flatMap((group) => group.items)
    .filter((item) => isBelow(pathname, item.href))
    .sort((a, b) => b.href.length - a.href.length);
  return holders[0] ?? null;
}
