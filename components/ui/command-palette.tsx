"use client";

import { Command } from "cmdk";
import { type LucideIcon } from "lucide-react";
import { Dialog } from "radix-ui";
import { useEffect } from "react";

type PaletteItem = { label: string; keywords?: string[]; Icon: LucideIcon; onSelect: () => void };
export type PaletteGroup = { heading: string; items: PaletteItem[] };

type CommandPaletteProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  groups: PaletteGroup[];
};

/** Opens with Ctrl-K or Cmd-K from anywhere, typing included. */
export function CommandPalette({ open, onOpenChange, groups }: CommandPaletteProps) {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (event.key.toLowerCase() !== "k" || !(event.metaKey || event.ctrlKey)) return;
      event.preventDefault();
      onOpenChange(!open);
    }
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [open, onOpenChange]);

  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-50 animate-appear bg-black/45" />
        <Dialog.Content
          aria-describedby={undefined}
          className="fixed top-[12dvh] left-1/2 z-50 w-[calc(100vw-2rem)] max-w-lg -translate-x-1/2 overflow-hidden rounded-xl border border-line bg-raised shadow-raised"
        >
          <Dialog.Title className="sr-only">Go to a page or do something</Dialog.Title>
          <Command label="Commands" loop>
            <Command.Input
              placeholder="Where to, or what to do?"
              className="h-12 w-full border-b border-line bg-transparent px-4 text-base outline-none placeholder:text-ink-muted sm:text-sm"
            />
            <Command.List className="max-h-[min(22rem,60dvh)] overflow-y-auto p-2">
              <Command.Empty className="px-3 py-8 text-center text-ink-muted">
                Nothing by that name.
              </Command.Empty>
              {groups.map((group) => (
                <PaletteSection key={group.heading} group={group} onDone={() => onOpenChange(false)} />
              ))}
            </Command.List>
          </Command>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function PaletteSection({ group, onDone }: { group: PaletteGroup; onDone: () => void }) {
  return (
    <Command.Group
      heading={group.heading}
      className="[&_[cmdk-group-heading]]:px-3 [&_[cmdk-group-heading]]:py-2 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:text-ink-muted"
    >
      {group.items.map(({ label, keywords, Icon, onSelect }) => (
        <Command.Item
          key={label}
          {...(keywords ? { keywords } : {})}
          onSelect={() => {
            onDone();
            onSelect();
          }}
          className="flex h-10 items-center gap-3 rounded-sm px-3 data-[selected=true]:bg-hover"
        >
          <Icon aria-hidden="true" className="size-4 text-ink-muted" />
          {label}
        </Command.Item>
      ))}
    </Command.Group>
  );
}
