"use client";

import { useEffect, useState } from "react";

/**
 * Changes when the browser brings the page back out of its cache, as it does on the way back from Stripe: what
 * was pending then is pending no more.
 */
export function useVisit(): number {
  const [visit, setVisit] = useState(0);
  useEffect(() => {
    const onShow = (event: PageTransitionEvent) => {
      if (event.persisted) setVisit((count) => count + 1);
    };
    window.addEventListener("pageshow", onShow);
    return () => {
      window.removeEventListener("pageshow", onShow);
    };
  }, []);
  return visit;
}
