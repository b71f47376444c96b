"use client";

import { useEffect, useState } from "react";

/** Seconds left of a wait that starts anew whenever `start` changes. */
export function useCountdown(seconds: number, start: number): number {
  const [left, setLeft] = useState(seconds);
  useEffect(() => {
    const end = performance.now() + seconds * 1000;
    const tick = () => {
      setLeft(Math.max(0, Math.ceil((end - performance.now()) / 1000)));
    };
    tick();
    const timer = setInterval(tick, 250);
    return () => {
      clearInterval(timer);
    };
  }, [seconds, start]);
  return left;
}
