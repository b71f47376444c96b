import type { AppContext } from "@/lib/context";

export type MemberContext = Pick<AppContext, "db" | "payments" | "clock" | "log" | "actor" | "appUrl">;
