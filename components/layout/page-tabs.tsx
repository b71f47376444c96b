"use client";

import type { Route } from "next";
import Link from "next/link";
import { useEffect, useRef } from "react";
import { cn } from "@/components/ui/cn";

type PageTab = { href: Route; label: string; current: boolean };

type PageTabsProps = {
  label: string;
  tabs: readonly PageTab[];
  /** Off where each look at a page counts. */
  prefetch?: false;
  className?: string;
};

/** Leads from one page of a group to the next. Where there is no room it scrolls sideways, to the page one is on. */
export function PageTabs({ label, tabs, prefetch, className }: PageTabsProps) {
  const bar = useRef<HTMLElement>(null);
  const here = tabs.find(({ current }) => current)?.href;
  useEffect(() => {
    const tab = bar.current?.querySelector<HTMLElement>("[aria-current]");
    if (!bar.current || !tab) return;
    bar.current.scrollLeft = tab.offsetLeft + tab.offsetWidth / 2 - bar.current.clientWidth / 2;
  }, [here]);
  return (
    <nav
      ref={bar}
      aria-label={label}
      className={cn("relative mb-8 overflow-x-auto border-b border-line", className)}
    >
      <ul className="flex min-w-max gap-1">
        {tabs.map(({ href, label: name, current }) => (
          <li key={href}>
            <Link
              href={href}
              {...(prefetch === false ? { prefetch } : {})}
              aria-current={current ? "page" : undefined}
              className={cn(
                "flex h-10 items-center border-b-2 border-transparent px-3 text-ink-muted -outline-offset-2! hover:text-ink",
                current && "border-accent font-medium text-ink",
              )}
            >
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
