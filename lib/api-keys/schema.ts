import { z } from "zod";
import { apiScopes } from "./types";

/** Days until a new key ends; null is never. */
export const expiryChoices = [30, 90, 365] as const;

export const maxNameLength = 60;
const name = z
  .string()
  .transform((text) => text.normalize("NFC").trim())
  .pipe(
    z
      .string()
      .min(1, "Give the key a name, such as the program that will use it.")
      .max(maxNameLength, `At most ${maxNameLength} characters.`)
      .refine(
        (text) => text.isWellFormed() && !/\p{Cc}|\p{Cf}/u.test(text),
        "Use letters, figures and spaces.",
      ),
  );

export const createApiKeySchema = z.object({
  name,
  scopes: z
    .array(z.enum(apiScopes))
    .min(1, "Choose at least one thing that the key may do.")
    .transform((chosen) => apiScopes.filter((scope) => chosen.includes(scope))),
  expiresInDays: z.union([z.null(), z.literal(expiryChoices)]),
});

export const rotateApiKeySchema = z.object({ keyId: z.uuid(), graceHours: z.literal([0, 24]) });
export const revokeApiKeySchema = z.object({ keyId: z.uuid() });

export type CreateApiKeyInput = z.output<typeof createApiKeySchema>;
export type RotateApiKeyInput = z.output<typeof rotateApiKeySchema>;
