import { createSafeActionClient } from "next-safe-action";
import { z } from "zod";
import type { AppContext } from "@/lib/context";
import { clientIp, requireSameOrigin } from "@/lib/http";
import { toActionFailure } from "./to-action-failure";

/** What an action declares about itself. */
export const actionMetadata = z.object({
  /** Unique; names the action in logs and limits. */
  name: z.string().min(1),
  /** How often one person (or, signed out, one address) may call it. */
  limit: z.object({ points: z.int().positive(), windowSeconds: z.int().positive() }).optional(),
  /** Also for an admin who looks as somebody else; to those all other actions are closed. */
  whileViewing: z.boolean().optional(),
});

export interface ActionSurroundings {
  getContext: () => AppContext;
  readHeaders: () => Promise<Pick<Headers, "get">>;
  /** The header in which the proxy in front of us names the caller, if there is one. */
  getIpHeader: () => string | undefined;
}

/** Who was signed in, when it got that far. */
function callerOf({ app }: { app?: Pick<AppContext, "actor"> }): { userId?: string } {
  return app?.actor.kind === "user" ? { userId: app.actor.userId } : {};
}

/** The root of every server action: from our own pages only, with the context and the caller's address. */
export function createPublicAction({ getContext, readHeaders, getIpHeader }: ActionSurroundings) {
  return createSafeActionClient({
    defineMetadataSchema: () => actionMetadata,
    defaultValidationErrorsShape: "flattened",
    handleServerError: async (error, { metadata, ctx }) => {
      const ip = clientIp(await readHeaders(), getIpHeader());
      return toActionFailure(error, getContext().log, { action: metadata.name, ip, ...callerOf(ctx) });
    },
  }).use(async ({ next }) => {
    const app = getContext();
    const headers = await readHeaders();
    requireSameOrigin(headers, app.appUrl);
    return next({ ctx: { app, ip: clientIp(headers, getIpHeader()) } });
  });
}
