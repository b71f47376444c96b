"use client";

import { Tooltip as Radix } from "radix-ui";
import { type ReactNode } from "react";

type TooltipProps = {
  /** Adds to what the child already says; never the only place of something a person needs. */
  text: ReactNode;
  side?: "top" | "right" | "bottom" | "left";
  /** A single focusable element. */
  children: ReactNode;
};

export function Tooltip({ text, side = "top", children }: TooltipProps) {
  return (
    <Radix.Provider delayDuration={300}>
      <Radix.Root>
        <Radix.Trigger asChild>{children}</Radix.Trigger>

        <Radix.Content
          side={side}
          sideOffset={6}
          collisionPadding={8}
          className="z-50 max-w-72 animate-appear rounded-sm bg-ink px-2.5 py-1.5 text-xs text-canvas shadow-raised"
        >
          {text}
        </Radix.Content>
      </Radix.Root>
    </Radix.Provider>
  );
}
