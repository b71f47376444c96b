"use client";

import { createContext, use, useSyncExternalStore, type ReactNode } from "react";

import { cn } from "./cn";
import { formatClock, formatDate, formatDateTime, formatMinute } from "@/lib/shared/format";

const formats = {
  date: formatDate,
  clock: formatClock,
  minute: formatMinute,
  time: formatDateTime,
} as const;

type DateTimeProps = {
  value: Date;
  /** "date" shows the day, "clock" the hour and "minute" both; the exact time is kept for hover, which "time" shows. */
  show?: keyof typeof formats;
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
  return (
    <time
      dateTime={value.toISOString()}
      title={formatDateTime(value, zone)}
      className={cn("whitespace-nowrap", className)}
    >
      {formats[show](value, zone)}
    </time>
  );
}
