const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** Steer how others look and are nothing by themselves. */
const invisible = /^[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\uFE00-\uFE0F]$/u;

/** What the fonts can show of a text. */
export interface Drawable {
  text: string;
  /** Letters or digits had to be left out, not only pictures and signs: what is left reads differently. */
  mutilated: boolean;
}

/**
 * Leaves out what no font has, whole characters at a time, so that nothing is drawn as an empty box: emoji, and scripts
 * of which we have no font.
 */
export function toDrawable(text: string, hasGlyph: (codePoint: number) => boolean): Drawable {
  let mutilated = false;
  const kept = Array.from(graphemes.segment(text.normalize("NFC")), ({ segment }) => {
    if (/^\s+$/u.test(segment)) return " ";
    const visible = Array.from(segment).filter((sign) => !invisible.test(sign));
    if (visible.every((sign) => hasGlyph(sign.codePointAt(0) ?? 0))) return visible.join("");
    mutilated ||= /[\p{L}\p{N}]/u.test(segment);
    return "";
  });
  return { text: kept.join("").replace(/ +/g, " ").trim(), mutilated };
}
