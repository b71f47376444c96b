"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** Looks again every other second while something goes on, and somebody looks. */
export function AutoRefresh() {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") router.refresh();
    }, 2_000);
    return () => clearInterval(timer);
  }, [router]);
  return null;
}
