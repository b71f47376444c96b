import { z } from "zod";

const words = "Say why, in 3 to 500 characters.";

/** Why an admin does something: it stays in the record. */
export const reasonSchema = z.string(words).trim().min(3, words).max(500, words);
