const maxStem = 80;
// Path separators, wildcards, control and invisible formatting characters (a right-to-left override can make
// "gpj.exe" look like "exe.jpg"), and broken surrogates.
const unsafe = /[\\/:*?"<>|\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+/gu;

/** Name of the result: the sender's own words where they are harmless, never longer than file systems take. */
export function toOutputName(sourceName: string, extension: string): string {
  const base = sourceName.split(/[\\/]/).at(-1) ?? "";
  const stem = base
    .replace(/\.[^.]{1,8}$/u, "")
    .replace(unsafe, " ")
    .replace(/\s+/gu, " ")
    .replace(/^[\s.]+|[\s.]+$/gu, "");
  const short = Array.from(stem).slice(0, maxStem).join("").trim();
  return `${short || "image"}.${extension}`;
}
