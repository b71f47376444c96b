import type { AppContext } from "@/lib/context";

export type TopUpContext = Pick<AppContext, "db" | "payments" | "clock" | "log" | "appUrl">;
