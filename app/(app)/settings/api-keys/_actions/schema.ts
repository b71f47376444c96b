import { z } from "zod";
import { createApiKeySchema, expiryChoices, rotateApiKeySchema } from "@/lib/api-keys/schema";
import { apiScopes } from "@/lib/api-keys/types";

const ticked = z.literal("on").optional();
const never = "never";
const expiry = z.enum([never, ...expiryChoices.map(String)]).catch(never);

/** The form of a new key, with one box for each scope. */
export const createFormSchema = z
  .looseObject({ name: z.string().default(""), expiresInDays: expiry.default(never) })
  .transform(({ name, expiresInDays, ...boxes }) => ({
    name,
    scopes: apiScopes.filter((scope) => ticked.safeParse(boxes[scope]).data === "on"),
    expiresInDays: expiresInDays === never ? null : Number(expiresInDays),
  }))
  .pipe(createApiKeySchema);

export const rotateFormSchema = z
  .object({ keyId: z.string(), graceHours: z.enum(["0", "24"]).transform(Number) })
  .pipe(rotateApiKeySchema);
