"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { adminNavigation, findDestination } from "@/components/layout/navigation";
import { cn } from "@/components/ui/cn";

/** Where there is no sidebar, leads from one admin page to the next; scrolls sideways in itself. */
export function AdminTabs() {
  const here = findDestination(usePathname());
  return (
    <nav aria-label="Admin" className="mb-8 overflow-x-auto border-b border-line lg:hidden">
      <ul className="flex min-w-max gap-1">
        {adminNavigation.map(({ label, href }) => (
          <li key={href}>
            <Link
              href={href}
              aria-current={here?.href === href ? "page" : undefined}
              className={cn(
                "flex h-10 items-center border-b-2 border-transparent px-3 text-ink-muted -outline-offset-2! hover:text-ink",
                here?.href === href && "border-accent font-medium text-ink",
              )}
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
