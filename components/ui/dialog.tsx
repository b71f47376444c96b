"use client";

import { X } from "lucide-react";
import { Dialog as Radix } from "radix-ui";
import { type ReactNode } from "react";

import { buttonStyles } from "./button-styles";
import { cn } from "./cn";

export const Dialog = Radix.Root;
export const DialogTrigger = Radix.Trigger;
export const DialogClose = Radix.Close;

type DialogContentProps = { title: string; description: ReactNode; children?: ReactNode; className?: string };

/** Title and description are required: they are what a screen reader says when it opens. */
export function DialogContent({ title, description, children, className }: DialogContentProps) {
  return (
    <Radix.Portal>
      <Radix.Overlay className="fixed inset-0 z-50 animate-appear bg-black/45" />
      <Radix.Content
        className={cn(
          "fixed top-1/2 left-1/2 z-50 max-h-[calc(100dvh-2rem)] w-[calc(100vw-2rem)] max-w-md -translate-x-1/2 -translate-y-1/2 overflow-y-auto rounded-xl border border-line bg-raised p-6 shadow-raised",
          className,
        )}
      >
        <Radix.Title className="pr-8 text-base font-semibold">{title}</Radix.Title>
        <Radix.Description asChild>
          <div className="mt-1 text-ink-muted">{description}</div>
        </Radix.Description>
        {children}
        <Radix.Close
          aria-label="Close"
          className={cn(buttonStyles({ variant: "ghost", size: "icon" }), "absolute top-4 right-4 size-8")}
        >
          <X aria-hidden="true" />
        </Radix.Close>
      </Radix.Content>
    </Radix.Portal>
  );
}

export function DialogFooter({ children }: { children: ReactNode }) {
  return <div className="mt-6 flex flex-col-reverse gap-2 sm:flex-row sm:justify-end">{children}</div>;
}
