"use client";

import { X } from "lucide-react";
import { Dialog } from "radix-ui";

import { buttonStyles } from "@/components/ui/button-styles";

import { Brand } from "./brand";
import { NavGroups } from "./nav-groups";

type NavDrawerProps = { isAdmin: boolean; open: boolean; onOpenChange: (open: boolean) => void };

export function NavDrawer({ isAdmin, open, onOpenChange }: NavDrawerProps) {
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 animate-appear bg-black/45" />
        <Dialog.Content
          aria-describedby={undefined}
          className="fixed inset-y-0 left-0 z-50 flex w-72 max-w-[85vw] animate-slide-in flex-col overflow-y-auto border-r border-line bg-raised p-4 shadow-raised"
        >
          <div className="mb-6 flex items-center justify-between">
            <Dialog.Title asChild>
              <div>
                <Brand />
                <span className="sr-only"> menu</span>
              </div>
            </Dialog.Title>
            <Dialog.Close
              aria-label="Close menu"
              className={buttonStyles({ variant: "ghost", size: "icon" })}
            >
              <X aria-hidden="true" />
            </Dialog.Close>
          </div>
          <NavGroups isAdmin={isAdmin} onNavigate={() => onOpenChange(false)} />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
