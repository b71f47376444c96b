"use client";

import { Bell } from "lucide-react";
import Link from "next/link";
import { usePathname, useRouter } from "next/navigation";
import { useState } from "react";

import { buttonStyles } from "@/components/ui/button-styles";
import { cn } from "@/components/ui/cn";
import { mostCounted } from "@/lib/inbox/types";

import { useUnread } from "./use-unread";

const toWords = (unread: number) =>
  unread < mostCounted ? `${unread} unread` : `more than ${mostCounted - 1} unread`;

/** Leads to what happened, with the number of what is unread. The page of it is drawn anew when there is more. */
export function NotificationBell({ unread: drawn }: { unread: number }) {
  const [news, setNews] = useState("");
  const router = useRouter();
  const pathname = usePathname();
  const unread = useUnread(drawn, (now) => {
    setNews(`Notifications: ${toWords(now)}`);
    if (pathname === "/notifications") router.refresh();
  });
  return (
    <>
      <Link
        href="/notifications"
        aria-label={unread > 0 ? `Notifications, ${toWords(unread)}` : "Notifications"}
        className={cn(buttonStyles({ variant: "ghost", size: "icon" }), "relative")}
      >
        <Bell aria-hidden="true" />
        {unread > 0 ? (
          <span
            aria-hidden="true"
            data-figures
            className="absolute top-0 right-0 flex h-4 min-w-4 items-center justify-center rounded-full bg-accent px-1 text-[0.625rem] font-semibold text-on-accent"
          >
            {unread < mostCounted ? unread : `${mostCounted - 1}+`}
          </span>
        ) : null}
      </Link>
      <span role="status" className="sr-only">
        {news}
      </span>
    </>
  );
}
