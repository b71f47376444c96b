"use client";

import { usePathname } from "next/navigation";

import { navigationAt } from "./navigation";
import { NavLink } from "./nav-link";

type NavGroupsProps = { isAdmin: boolean; collapsed?: boolean; onNavigate?: () => void };

export function NavGroups({ isAdmin, collapsed = false, onNavigate }: NavGroupsProps) {
  const groups = navigationAt(usePathname(), isAdmin);
  return (
    <div className="flex flex-col gap-6">
      {groups.map((group) => (
        <div key={group.heading}>
          <p className="px-2.5 pb-1.5 text-xs font-medium text-ink-muted group-data-[collapsed=true]/sidebar:sr-only">
            {group.heading}
          </p>
          <ul className="flex flex-col gap-0.5">
            {group.items.map((item) => (
              <li key={item.href}>
                <NavLink item={item} collapsed={collapsed} {...(onNavigate ? { onNavigate } : {})} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}
