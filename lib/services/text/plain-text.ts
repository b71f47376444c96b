import { z } from "zod";

// Tabs, line and page ends are text; every other C0 or C1 control character means binary data.
const controlCharacter = /[^\P{Cc}\t\n\r\f\u0085]/u;
const replacementCharacter = /�/g;
/** Bytes that are no UTF-8 arrive as U+FFFD; text that merely mentions one has few of them. */
const maxReplacementShare = 0.01;

function isReadable(text: string): boolean {
  if (!text.isWellFormed() || controlCharacter.test(text)) return false;
  const replaced = text.match(replacementCharacter)?.length ?? 0;
  return replaced <= 1 || replaced / text.length <= maxReplacementShare;
}

/** Input of a text field: real text, not blank, at most `maxLength` UTF-16 units; line ends become "\n". */
export function plainText(maxLength: number) {
  const limit = new Intl.NumberFormat("en-US").format(maxLength);
  return z
    .string({ error: "Write or paste some text." })
    .refine((text) => text.length <= maxLength, {
      error: `This text is too long. The limit is ${limit} characters.`,
      abort: true,
    })
    .refine((text) => text.trim() !== "", { error: "Write or paste some text.", abort: true })
    .refine(isReadable, {
      error: "This isn’t readable text: it holds binary data or broken characters. Paste plain text.",
    })
    .transform((text) => text.replace(/\r\n?/g, "\n"));
}
