import type { Route } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";

/** Script goes to another site itself: Next's redirect would first fetch it as if it were ours. */
export async function leadTo({ url }: { url: string }): Promise<{ url: string }> {
  if (!(await headers()).has("next-action")) redirect(url as Route);
  return { url };
}
