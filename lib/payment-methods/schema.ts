import { z } from "zod";

const idOf = (...prefixes: string[]) =>
  z.string().regex(new RegExp(`^(${prefixes.join("|")})_[a-zA-Z0-9_]{1,200}$`));

/** Older accounts have cards and sources from before there were payment methods. */
export const paymentMethodSchema = z.object({ paymentMethodId: idOf("pm", "card", "src", "ba") });

/** Made by the page each time the dialog opens: asked twice, one setup is opened. */
export const beginAddingSchema = z.object({ attemptId: z.uuid() });

/** What Stripe's script or Stripe's page has finished. */
export const finishAddingSchema = z.union([
  z.strictObject({ setupIntentId: idOf("seti") }),
  z.strictObject({ sessionId: idOf("cs") }),
]);

export type FinishedAdding = z.infer<typeof finishAddingSchema>;
