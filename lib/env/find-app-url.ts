import { appSchema } from "./schema";

/** The public address, or null where a page is built without an environment: metadata then stays relative. */
export function findAppUrl(): URL | null {
  const parsed = appSchema.APP_URL.safeParse(process.env.APP_URL);
  return parsed.success ? new URL(parsed.data) : null;
}
