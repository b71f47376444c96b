import type { ApiScope } from "@/lib/api-keys/types";

/** What each scope allows, in words. */
export const scopeWords: Readonly<Record<ApiScope, { label: string; hint: string }>> = {
  "services:read": { label: "See services", hint: "Which there are, their fields and prices." },
  "services:run": { label: "Run services", hint: "Spends your credits. Sees runs and their results." },
  "credits:read": { label: "See credits", hint: "Your balance and its history." },
  "usage:read": { label: "See usage", hint: "What you ran, by day and service." },
};
