"use client";

import { X } from "lucide-react";
import { Dialog } from "radix-ui";
import { useRef, type ReactNode } from "react";
import { buttonStyles } from "@/components/ui/button-styles";
import { cn } from "@/components/ui/cn";
import { useInertPage } from "./use-inert-page";

interface FrameDialogProps {
  title: string;
  description: ReactNode;
  /** It cannot be closed now: something is under way. */
  locked: boolean;
  onClose: () => void;
  children: ReactNode;
}

/**
 * A dialog that leaves room for another one above it: the bank's, which Stripe puts at the end of the page. A modal
 * one would pull the keyboard and the pointer back out of it. The page behind is switched off all the same.
 */
export function FrameDialog({ title, description, locked, onClose, children }: FrameDialogProps) {
  const backdrop = useRef<HTMLDivElement>(null);
  const opener = useInertPage(backdrop);
  const close = () => {
    if (!locked) onClose();
  };
  return (
    <Dialog.Root open modal={false} onOpenChange={close}>
      <Dialog.Portal>
        <div
          ref={backdrop}
          className="fixed inset-0 z-50 grid animate-appear place-items-center overflow-y-auto bg-black/45 p-4"
          onPointerDown={(event) => {
            if (event.target === event.currentTarget) close();
          }}
        >
          <Dialog.Content
            aria-modal="true"
            onInteractOutside={(event) => event.preventDefault()}
            onCloseAutoFocus={(event) => {
              event.preventDefault();
              opener.current?.focus();
            }}
            className="w-full max-w-lg rounded-xl border border-line bg-raised p-5 shadow-raised outline-none sm:p-6"
          >
            <div className="flex items-start justify-between gap-4">
              <Dialog.Title className="text-lg">{title}</Dialog.Title>
              <Dialog.Close
                aria-label="Close"
                disabled={locked}
                className={cn(buttonStyles({ variant: "ghost", size: "icon" }), "-mt-1.5 -mr-2")}
              >
                <X aria-hidden="true" />
              </Dialog.Close>
            </div>
            <Dialog.Description className="mt-1 text-ink-muted">{description}</Dialog.Description>
            {children}
          </Dialog.Content>
        </div>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
