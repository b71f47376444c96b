import { z } from "zod";

export const maxNameLength = 60;

/** How a person tells their passkeys apart. */
export const passkeyNameSchema = z
  .string("Give the passkey a name.")
  .transform((text) => text.normalize("NFC").trim())
  .pipe(
    z
      .string()
      .min(1, "Give the passkey a name, such as the device that keeps it.")
      .max(maxNameLength, `At most ${maxNameLength} characters.`)
      .refine(
        (text) => text.isWellFormed() && !/\p{Cc}|\p{Cf}/u.test(text),
        "Use letters, figures and spaces.",
      ),
  );

export const renamePasskeySchema = z.object({ passkeyId: z.uuid(), name: passkeyNameSchema });
export const removePasskeySchema = z.object({ passkeyId: z.uuid() });
