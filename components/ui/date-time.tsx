"use client";

import { useSyncExternalStore } from "react";

import { cn } from "./cn";
import { formatDate, formatDateTime } from "@/lib/shared/format";

type DateTimeProps = {
  value: Date;
  /** Of the person's profile; without it, the zone of their device once the page runs there. */
  timeZone?: string;
  /** "date" shows the day and keeps the exact time for hover; "time" shows it all. */
  show?: "date" | "time";
  className?: string;
};

const subscribe = () => () => undefined;
const deviceZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;
const serverZone = () => "UTC";

export function DateTime({ value, timeZone, show = "date", className }: DateTimeProps) {
  const zone = useSyncExternalStore(
    subscribe,
    timeZone ? () => timeZone : deviceZone,
    timeZone ? () => timeZone : serverZone,
  );
  const exact = formatDateTime(value, zone);
  return (
    <time dateTime={value.toISOString()} title={exact} className={cn("whitespace-nowrap", className)}>
      {show === "time" ? exact : formatDate(value, zone)}
    </time>
  );
}
