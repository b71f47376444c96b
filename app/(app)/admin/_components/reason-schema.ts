import { z } from "zod";

const words = "Say why, in 3 to 500 characters.";

/** Characters that no database keeps, or that show as nothing; lines and tabs are text. */
const noText = /(?![\t\n\r])\p{Cc}/u;

/** Why an admin does something: it stays in the record. */
export const reasonSchema = z
  .string(words)
  .trim()
  .min(3, words)
  .max(500, words)
  .refine((text) => text.isWellFormed() && !noText.test(text), words);
