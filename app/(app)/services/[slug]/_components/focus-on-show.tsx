"use client";

import { useEffect, useRef, type ReactNode } from "react";

/** Takes the reader to what just appeared: eyes by scrolling, screen readers by focus. */
export function FocusOnShow({ label, children }: { label: string; children: ReactNode }) {
  const region = useRef<HTMLElement>(null);
  useEffect(() => {
    region.current?.focus({ preventScroll: true });
    region.current?.scrollIntoView({ block: "start" });
  }, []);
  return (
    <section
      ref={region}
      tabIndex={-1}
      aria-label={label}
      className="mb-6 scroll-mt-24 rounded-lg outline-none"
    >
      {children}
    </section>
  );
}
