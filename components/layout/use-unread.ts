"use client";

import { useEffect, useRef, useState } from "react";

const everyMs = 12_000;
const slowestMs = 120_000;

/** Null where the server could not be asked, or nobody is signed in any more. */
async function askUnread(signal: AbortSignal): Promise<number | null> {
  try {
    const answer = await fetch("/notifications/unread", { signal, cache: "no-store", redirect: "error" });
    if (!answer.ok) return null;
    const { unread } = (await answer.json()) as { unread: number };
    return unread;
  } catch {
    return null;
  }
}

/**
 * How many notifications are unread: as the page was drawn, then asked every few seconds while somebody looks, and at
 * once when they come back. `onMore` hears of each rise.
 */
export function useUnread(drawn: number, onMore: (unread: number) => void): number {
  const [known, setKnown] = useState({ drawn, unread: drawn });
  if (known.drawn !== drawn) setKnown({ drawn, unread: drawn });
  const latest = useRef({ unread: known.unread, onMore });
  useEffect(() => {
    latest.current = { unread: known.unread, onMore };
  });
  useEffect(() => {
    let waitMs = everyMs;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let asking: AbortController | undefined;
    const look = async () => {
      clearTimeout(timer);
      asking?.abort();
      asking = new AbortController();
      const { signal } = asking;
      const unread = await askUnread(signal);
      if (signal.aborted) return;
      waitMs = unread === null ? Math.min(waitMs * 2, slowestMs) : everyMs;
      if (unread !== null) {
        if (unread > latest.current.unread) latest.current.onMore(unread);
        setKnown((before) => ({ ...before, unread }));
      }
      plan();
    };
    const plan = () => {
      clearTimeout(timer);
      if (document.visibilityState === "visible") timer = setTimeout(() => void look(), waitMs);
    };
    const turn = () => {
      clearTimeout(timer);
      if (document.visibilityState === "visible") void look();
    };
    document.addEventListener("visibilitychange", turn);
    window.addEventListener("focus", turn);
    plan();
    return () => {
      asking?.abort();
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", turn);
      window.removeEventListener("focus", turn);
    };
  }, []);
  return known.unread;
}
