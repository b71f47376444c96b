import { z } from "zod";
import { passkeyNameSchema } from "@/lib/passkeys/schema";

/** `response` is what the device made, as JSON text: the domain decides whether it is good. */
export const addPasskeySchema = z.object({ name: passkeyNameSchema, response: z.string() });
