import { z } from "zod";

/** Whether the address is good is decided by the domain; here only that something sensible came. */
export const emailChangeSchema = z.object({
  email: z
    .string("Enter your new address.")
    .trim()
    .min(1, "Enter your new address.")
    .max(320, "This address is too long."),
});
