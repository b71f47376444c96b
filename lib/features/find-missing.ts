import type { Env } from "@/lib/env";
import { listFeatures } from "./list-features";
import type { Feature, FeatureId } from "./types";

/** Those of the named features that are off here, for a page to say so to who can turn them on. */
export function findMissing(env: Env, ids: readonly FeatureId[]): Feature[] {
  return listFeatures(env).filter(({ id, state }) => state === "off" && ids.includes(id));
}
