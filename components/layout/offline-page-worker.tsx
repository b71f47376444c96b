"use client";

import { useEffect } from "react";

/** Registers the worker that shows /offline without a connection. Not in development, where files change. */
export function OfflinePageWorker({ enabled }: { enabled: boolean }) {
  useEffect(() => {
    if (!enabled || !("serviceWorker" in navigator)) return;
    // A browser may forbid workers (private windows, policies); the site works without.
    navigator.serviceWorker.register("/sw.js").catch(() => undefined);
  }, [enabled]);
  return null;
}
