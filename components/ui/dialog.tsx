"use client";

import { X } from "lucide-react";
import { Dialog as Radix } from "radix-ui";
import { type ReactNode } from "react";

import { buttonStyles } from "./button-styles";
import { cn } from "./cn";

export function Dialog(props: { open: boolean; onOpenChange: (open: boolean) => void; children: ReactNode }) {
  return <Radix.Root {...props} />;
}

type DialogContentProps = {
  title: string;
  description?: ReactNode;
  children: ReactNode;
};

/** Stands in place, not at the end of the body: a dialog that is open from the start is in the first HTML, too. */
export function DialogContent({ title, description, children }: DialogContentProps) {
  return (
    <>
      <Radix.Overlay className="fixed inset-0 z-40 animate-appear bg-black/45" />
      <Radix.Content
        {...(description ? {} : { "aria-describedby": undefined })}
        className="fixed inset-4 z-50 m-auto h-fit max-h-[calc(100dvh-2rem)] max-w-lg animate-appear overflow-y-auto rounded-xl border border-line bg-raised p-5 shadow-raised outline-none sm:p-6"
      >
        <div className="flex items-start justify-between gap-4">
          <Radix.Title className="text-lg">{title}</Radix.Title>
          <Radix.Close
            aria-label="Close"
            className={cn(buttonStyles({ variant: "ghost", size: "icon" }), "-mt-1.5 -mr-2")}
          >
            <X aria-hidden="true" />
          </Radix.Close>
        </div>
        {description ? (
          <Radix.Description className="mt-1 text-ink-muted">{description}</Radix.Description>
        ) : null}
        {children}
      </Radix.Content>
    </>
  );
}
