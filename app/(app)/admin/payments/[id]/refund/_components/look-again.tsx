"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** Stripe mostly answers within seconds. Few looks, as each is written down. */
const looksAfterMs = [1_500, 5_000, 15_000];

/** Reads the page again a few times while it waits for Stripe. */
export function LookAgain() {
  const router = useRouter();
  useEffect(() => {
    const timers = looksAfterMs.map((after) => setTimeout(() => router.refresh(), after));
    return () => timers.forEach(clearTimeout);
  }, [router]);
  return null;
}
