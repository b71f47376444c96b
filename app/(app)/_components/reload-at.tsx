"use client";

import { useEffect } from "react";

/** Loads the page anew at a time after which it would tell what is not so any more. */
export function ReloadAt({ time }: { time: Date }) {
  useEffect(() => {
    const timer = setTimeout(
      () => window.location.reload(),
      Math.max(0, time.getTime() - Date.now()) + 1_000,
    );
    return () => clearTimeout(timer);
  }, [time]);
  return null;
}
