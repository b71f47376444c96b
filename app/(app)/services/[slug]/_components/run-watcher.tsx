"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { Alert } from "@/components/ui/alert";

const everyMs = 1500;

/** Looks again until the run has ended: the page then shows how. */
export function RunWatcher() {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), everyMs);
    return () => clearInterval(timer);
  }, [router]);
  return (
    <Alert tone="info" title="This run is still going on">
      The result appears here by itself. Nothing is taken unless it succeeds.
    </Alert>
  );
}
