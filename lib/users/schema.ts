import { z } from "zod";

/** Control characters, and those that turn the direction of text: they could make a name look like other words. */
const invisible = /[\p{Cc}\u202A-\u202E\u2066-\u2069\u200E\u200F\u2028\u2029\uFEFF]/u;

/** One line of text; empty means nothing. */
function line(label: string, max: number) {
  return z
    .string()
    .optional()
    .default("")
    .transform((text) => text.normalize("NFC").trim())
    .refine((text) => text.length <= max, `Use at most ${max} characters.`)
    .refine(
      (text) => text.isWellFormed() && !invisible.test(text),
      `${label} has characters that cannot be shown.`,
    )
    .transform((text) => text.replace(/\s+/g, " ") || null);
}

const bio = z
  .string()
  .optional()
  .default("")
  .transform((text) => text.normalize("NFC").replace(/\r\n?/g, "\n").trim())
  .refine((text) => text.length <= 500, "Use at most 500 characters.")
  .refine(
    (text) => text.isWellFormed() && !invisible.test(text.replaceAll("\n", "")),
    "Your bio has characters that cannot be shown.",
  )
  .transform((text) => text || null);

/** "example.com" is meant as an https address. */
function toWebsite(text: string): string | null {
  const full = /^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`;
  if (!URL.canParse(full)) return null;
  const url = new URL(full);
  const plain = url.protocol === "https:" && !url.username && !url.password && url.hostname.includes(".");
  return plain && url.href.length <= 300 ? url.href : null;
}

const website = line("The address", 300).transform((text, ctx) => {
  if (text === null) return null;
  const url = toWebsite(text);
  if (url) return url;
  ctx.addIssue({ code: "custom", message: "Enter an address that starts with https://." });
  return z.NEVER;
});

/** Every zone that this runtime knows, in order. */
export function listTimeZones(): string[] {
  return [...new Set(["UTC", ...Intl.supportedValuesOf("timeZone")])].sort();
}

const timeZone = z
  .string()
  .optional()
  .default("")
  .refine((zone) => zone === "" || listTimeZones().includes(zone), "Choose a time zone from the list.")
  .transform((zone) => zone || null);

/** What a person tells of themselves. */
export const profileSchema = z.object({
  name: line("Your name", 80),
  bio,
  company: line("The company", 100),
  jobTitle: line("The job title", 100),
  website,
  location: line("The location", 100),
  timeZone,
});

export type Profile = z.output<typeof profileSchema>;
