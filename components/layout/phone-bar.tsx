"use client";

import { Menu } from "lucide-react";
import { usePathname } from "next/navigation";
import { useState } from "react";

import { cn } from "@/components/ui/cn";

import { IntentLink } from "./intent-link";
import { findDestination, navigationAt } from "./navigation";
import { NavDrawer } from "./nav-drawer";

const slot = "flex h-14 flex-col items-center justify-center gap-1 rounded-md text-xs -outline-offset-2!";

/** Navigation at the foot of a phone, where the thumb is: three pages and a menu with the rest. */
export function PhoneBar({ isAdmin }: { isAdmin: boolean }) {
  const [menuOpen, setMenuOpen] = useState(false);
  const pathname = usePathname();
  const here = findDestination(pathname);
  const items = navigationAt(pathname, isAdmin)
    .flatMap((group) => group.items)
    .filter((item) => item.onPhoneBar);

  return (
    <nav
      aria-label="Main"
      className="fixed inset-x-0 bottom-0 z-30 border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] lg:hidden"
    >
      <ul className="grid grid-cols-4">
        {items.map(({ href, label, Icon }) => (
          <li key={href}>
            <IntentLink
              href={href}
              aria-current={here?.href === href ? "page" : undefined}
              className={cn(slot, here?.href === href ? "font-medium text-accent-ink" : "text-ink-muted")}
            >
              <Icon aria-hidden="true" className="size-5" />
              {label}
            </IntentLink>
          </li>
        ))}
        <li>
          <button
            type="button"
            aria-haspopup="dialog"
            onClick={() => setMenuOpen(true)}
            className={cn(slot, "w-full text-ink-muted")}
          >
            <Menu aria-hidden="true" className="size-5" />
            Menu
          </button>
        </li>
      </ul>
      <NavDrawer isAdmin={isAdmin} open={menuOpen} onOpenChange={setMenuOpen} />
    </nav>
  );
}
