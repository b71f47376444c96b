import { z } from "zod";
import { contactLimits } from "./types";

const text = (ask: string, longest: number) =>
  z
    .string(ask)
    .trim()
    .min(1, ask)
    .max(longest, `Use at most ${longest.toLocaleString("en-US")} characters.`);

/** What the contact form sends. Whether the address is one is decided by the domain. */
export const contactSchema = z.object({
  name: text("Tell us your name.", contactLimits.name),
  email: text("Enter your email address.", contactLimits.email),
  subject: text("Say in a few words what it is about.", contactLimits.subject),
  body: text("Write your message.", contactLimits.body).min(10, "Write a little more, so that we can help."),
  formKey: z.uuid(),
  /** A field that people do not see. */
  website: z.string().max(1_000).optional(),
});

const answer = "Write your answer.";

export const answerSchema = z.object({
  id: z.uuid(),
  formKey: z.uuid(),
  /** How many answers there were when the page was made. */
  seen: z.coerce.number().int().min(0).max(10_000),
  body: text(answer, contactLimits.body),
});
