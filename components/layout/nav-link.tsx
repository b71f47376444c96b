"use client";

import { usePathname } from "next/navigation";

import { cn } from "@/components/ui/cn";
import { Tooltip } from "@/components/ui/tooltip";

import { IntentLink } from "./intent-link";
import { findDestination, type Destination } from "./navigation";

type NavLinkProps = { item: Destination; collapsed?: boolean; onNavigate?: () => void };

/** A row of the sidebar or the drawer. In a collapsed sidebar the label stays for screen readers and as a tooltip. */
export function NavLink({ item, collapsed = false, onNavigate }: NavLinkProps) {
  const current = findDestination(usePathname())?.href === item.href;
  const { Icon, label, href } = item;
  const link = (
    <IntentLink
      href={href}
      aria-current={current ? "page" : undefined}
      {...(onNavigate ? { onClick: onNavigate } : {})}
      className={cn(
        "flex h-9 items-center gap-3 rounded-md px-2.5 text-ink-muted group-data-[collapsed=true]/sidebar:justify-center group-data-[collapsed=true]/sidebar:px-0 hover:bg-hover hover:text-ink",
        current && "bg-hover font-medium text-ink",
      )}
    >
      <Icon aria-hidden="true" className={cn("size-4 shrink-0", current && "text-accent-ink")} />
      <span className="truncate group-data-[collapsed=true]/sidebar:sr-only">{label}</span>
    </IntentLink>
  );
  return collapsed ? (
    <Tooltip text={label} side="right">
      {link}
    </Tooltip>
  ) : (
    link
  );
}
