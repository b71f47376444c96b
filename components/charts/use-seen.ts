"use client";

import { useEffect, useState, type RefObject } from "react";

/** True from the moment when the element is about to come into view; what is drawn once stays. */
export function useSeen(element: RefObject<HTMLElement | null>): boolean {
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    const target = element.current;
    if (seen || !target) return;
    const watcher = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) setSeen(true);
      },
      { rootMargin: "160px" },
    );
    watcher.observe(target);
    return () => watcher.disconnect();
  }, [element, seen]);
  return seen;
}
