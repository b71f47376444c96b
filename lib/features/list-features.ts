import type { Env } from "@/lib/env";
import type { Feature } from "./types";

const stateOf = (set: unknown, standIn: unknown): Feature["state"] =>
  set ? (standIn ? "local" : "on") : "off";

/** Which integrations this installation has. The one place that says what is off because of one that is missing. */
export function listFeatures(env: Env): Feature[] {
  return [
    {
      id: "google",
      name: "Sign-in by Google",
      state: stateOf(env.AUTH_GOOGLE_ID, env.AUTH_GOOGLE_BASE_URL),
      keys: ["AUTH_GOOGLE_ID", "AUTH_GOOGLE_SECRET"],
      without: "Its buttons are not there; who linked it signs in another way.",
    },
    {
      id: "github",
      name: "Sign-in by GitHub",
      state: stateOf(env.AUTH_GITHUB_ID, env.AUTH_GITHUB_BASE_URL),
      keys: ["AUTH_GITHUB_ID", "AUTH_GITHUB_SECRET"],
      without: "Its buttons are not there; who linked it signs in another way.",
    },
    {
      id: "cards",
      name: "Adding cards in place",
      state: stateOf(env.STRIPE_PUBLISHABLE_KEY, env.STRIPE_API_BASE),
      keys: ["STRIPE_PUBLISHABLE_KEY"],
      without: "Cards are added on Stripe's own page.",
    },
    {
      id: "mail",
      name: "Mail",
      state: stateOf(env.RESEND_API_KEY, env.RESEND_BASE_URL),
      keys: ["RESEND_API_KEY"],
      without: "The app does not start.",
    },
    {
      id: "storage",
      name: "Pictures and exports",
      state: stateOf(env.S3_BUCKET ?? env.STORAGE_DIR, !env.S3_BUCKET),
      keys: ["S3_ENDPOINT", "S3_BUCKET", "S3_REGION", "S3_ACCESS_KEY_ID", "S3_SECRET_ACCESS_KEY"],
      without: "Nobody can upload a picture or export their data.",
    },
    {
      id: "cron",
      name: "Jobs by a scheduler",
      state: stateOf(env.CRON_SECRET, false),
      keys: ["CRON_SECRET"],
      without: "/api/cron answers nobody; jobs run in the server or by `npm run worker`.",
    },
  ];
}
