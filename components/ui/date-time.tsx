"use client";

import { createContext, use, useSyncExternalStore, type ReactNode } from "react";

import { cn } from "./cn";
import { formatDate, formatDateTime } from "@/lib/shared/format";

type DateTimeProps = {
  value: Date;
  /** "date" shows the day and keeps the exact time for hover; "time" shows it all. */
  show?: "date" | "time";
  className?: string;
};

const TimeZone = createContext<string | null>(null);

type TimeZoneProviderProps = { value: string | null; children: ReactNode };

/** Gives the times within it the zone of the person's profile; null leaves them in that of the device. */
export function TimeZoneProvider({ value, children }: TimeZoneProviderProps) {
  return <TimeZone value={value}>{children}</TimeZone>;
}

const subscribe = () => () => undefined;
const deviceZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;
const serverZone = () => "UTC";

/** In the zone of the person's profile; without one, in that of their device once the page runs there. */
export function DateTime({ value, show = "date", className }: DateTimeProps) {
  const timeZone = use(TimeZone);
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
