"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { cn } from "@/components/ui/cn";
import { askPulse } from "./ask-pulse";

type LiveMarkProps = {
  zone: string;
  /** The pulse that was read before the figures of this page. */
  pulse: string;
};

const everyMs = 3_000;
const slowestMs = 60_000;

/** Asks whether anything has happened, while somebody looks, and has the figures drawn anew when it has. */
export function LiveMark({ zone, pulse }: LiveMarkProps) {
  const router = useRouter();
  const known = useRef(pulse);
  const [lost, setLost] = useState(false);
  useEffect(() => {
    known.current = pulse;
  }, [pulse]);
  useEffect(() => {
    let waitMs = everyMs;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stopped = new AbortController();
    const look = async () => {
      const now = await askPulse(zone, stopped.signal);
      if (stopped.signal.aborted) return;
      setLost(now === null);
      waitMs = now === null ? Math.min(waitMs * 2, slowestMs) : everyMs;
      if (now !== null && now !== known.current) {
        known.current = now;
        router.refresh();
      }
      plan();
    };
    const plan = () => {
      clearTimeout(timer);
      if (document.visibilityState === "visible") timer = setTimeout(() => void look(), waitMs);
    };
    // Who comes back sees at once what happened meanwhile.
    const turn = () => {
      clearTimeout(timer);
      if (document.visibilityState === "visible") void look();
    };
    document.addEventListener("visibilitychange", turn);
    plan();
    return () => {
      stopped.abort();
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", turn);
    };
  }, [router, zone]);
  return (
    <p role="status" className="flex items-center gap-2 text-[0.8125rem] text-ink-muted print:hidden">
      <span
        aria-hidden="true"
        className={cn("size-2 rounded-full", lost ? "bg-warning" : "animate-pulse bg-positive")}
      />
      {lost ? "Not reached, tried again" : "Live, as it happens"}
    </p>
  );
}
