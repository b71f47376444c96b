export type FeatureId = "google" | "github" | "cards" | "mail" | "storage" | "cron";

/** Something that hangs on an integration, and what is so without it. */
export interface Feature {
  id: FeatureId;
  name: string;
  /** "local": a stand-in takes its place. */
  state: "on" | "local" | "off";
  /** The variables that turn it on. */
  keys: readonly string[];
  /** What people notice while it is off. */
  without: string;
}
