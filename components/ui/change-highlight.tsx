"use client";

import { useState, type ReactNode } from "react";

type ChangeHighlightProps = {
  /** When this differs from what was last shown, the figure lights up for a moment. */
  value: string;
  children: ReactNode;
};

export function ChangeHighlight({ value, children }: ChangeHighlightProps) {
  const [shown, setShown] = useState({ value, changes: 0 });
  if (shown.value !== value) setShown({ value, changes: shown.changes + 1 });
  // A new key restarts the animation when a second change comes before the first has faded.
  return (
    <span key={shown.changes} className={shown.changes > 0 ? "animate-changed rounded-xs" : undefined}>
      {children}
    </span>
  );
}
