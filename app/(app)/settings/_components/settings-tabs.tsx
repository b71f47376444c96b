"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { cn } from "@/components/ui/cn";
import { settingsPages } from "./settings-pages";

/** Leads from one page of the settings to the next; scrolls sideways in itself where there is no room. */
export function SettingsTabs() {
  const pathname = usePathname();
  return (
    <nav aria-label="Settings" className="mb-8 overflow-x-auto border-b border-line">
      <ul className="flex min-w-max gap-1">
        {settingsPages.map(({ label, href }) => {
          const current = pathname === href || pathname.startsWith(`${href}/`);
          return (
            <li key={href}>
              <Link
                href={href}
                aria-current={current ? "page" : undefined}
                className={cn(
                  "flex h-10 items-center border-b-2 border-transparent px-3 text-ink-muted -outline-offset-2! hover:text-ink",
                  current && "border-accent font-medium text-ink",
                )}
              >
                {label}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
