"use client";

import { Moon, Search, Sun } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTheme } from "next-themes";
import { useState } from "react";

import { CommandPalette, type PaletteGroup } from "@/components/ui/command-palette";

import { allDestinations } from "./navigation";

/** The search-shaped button in the header and the palette behind it. */
export function AppCommands({ isAdmin }: { isAdmin: boolean }) {
  const [open, setOpen] = useState(false);
  const router = useRouter();
  const { setTheme } = useTheme();

  const groups: PaletteGroup[] = [
    ...allDestinations(isAdmin).map((group) => ({
      heading: group.heading,
      items: group.items.map(({ label, keywords, Icon, href }) => ({
        label,
        keywords,
        Icon,
        onSelect: () => router.push(href),
      })),
    })),
    {
      heading: "Appearance",
      items: [
        { label: "Use the light theme", Icon: Sun, onSelect: () => setTheme("light") },
        { label: "Use the dark theme", Icon: Moon, onSelect: () => setTheme("dark") },
      ],
    },
  ];

  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K"
        onClick={() => setOpen(true)}
        className="flex h-9 items-center gap-2.5 rounded-md px-2.5 text-ink-muted hover:bg-hover hover:text-ink sm:w-64 sm:border sm:border-line sm:bg-surface sm:shadow-flat"
      >
        <Search aria-hidden="true" className="size-4" />
        <span className="sr-only sm:not-sr-only">Go to…</span>
        <kbd className="ml-auto hidden rounded-xs border border-line px-1.5 font-sans text-xs sm:inline">
          Ctrl K
        </kbd>
      </button>
      <CommandPalette open={open} onOpenChange={setOpen} groups={groups} />
    </>
  );
}
