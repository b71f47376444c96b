const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });
const plainAscii = /^[\x20-\x7e\n\t]*$/;

/** Characters as a reader sees them: an accented letter or a family emoji is one, whatever it is made of. */
export function countCharacters(text: string): number {
  if (plainAscii.test(text)) return text.length;
  return Array.from(graphemes.segment(text)).length;
}
