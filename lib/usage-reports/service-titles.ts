import { describeServices } from "@/lib/services";

/** What services are called, by slug. */
export const serviceTitles = (): ReadonlyMap<string, string> =>
  new Map(describeServices().map(({ slug, title }) => [slug, title]));
