import type { AppContext } from "@/lib/context";

export type TopUpContext = Pick<AppContext, "db" | "payments" | "clock" | "systemClock" | "log" | "appUrl">;

/** Of whoever writes what became of a purchase, and asks for none. */
export type SettlingContext = Omit<TopUpContext, "systemClock">;
