const hyphen = /^[-‐‑]$/;
const segmenter = new Intl.Segmenter("en", { granularity: "word" });

/**
 * Words in any script, in order. A hyphenated compound is one word, as word processors count it; punctuation,
 * spaces and emoji are none.
 */
export function segmentWords(text: string): string[] {
  const words: string[] = [];
  const last = { wordEnd: -1, hyphenEnd: -1 };
  for (const { segment, index, isWordLike } of segmenter.segment(text)) {
    const end = index + segment.length;
    if (isWordLike) {
      if (last.hyphenEnd === index) words.push(`${words.pop() ?? ""}-${segment}`);
      else words.push(segment);
      last.wordEnd = end;
    } else if (last.wordEnd === index && hyphen.test(segment)) last.hyphenEnd = end;
  }
  return words;
}
