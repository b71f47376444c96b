const segmenter = new Intl.Segmenter("en", { granularity: "word" });

/**
 * Words in any script, in order. A hyphenated compound is one word, as word processors count it; punctuation,
 * spaces and emoji are none.
 */
export function segmentWords(text: string): string[] {
  const words: string[] = [];
  let joining = false;
  let previousEnd = -1;
  for (const { segment, index, isWordLike } of segmenter.segment(text)) {
    if (isWordLike) {
      const adjacent = index === previousEnd;
      if (joining && adjacent) words.push(`${words.pop() ?? ""}-${segment}`);
      else words.push(segment);
      joining = false;
      previousEnd = index + segment.length;
    } else {
      joining = /^[-‐‑]$/.test(segment) && index === previousEnd;
      if (joining) previousEnd = index + segment.length;
    }
  }
  return words;
}
