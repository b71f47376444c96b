import type { AppContext } from "@/lib/context";
import type { EventOrigin } from "@/lib/security-log";

export type PasskeysContext = Pick<AppContext, "db" | "systemClock" | "appUrl" | "log">;

/** What a browser brings back from a device. */
export interface Answer {
  /** Straight from the request: anything at all. JSON text, as browsers write it. */
  response: unknown;
  /** Of the cookie that the browser got when it asked; null without one. */
  browserToken: string | null;
  origin: EventOrigin;
}
