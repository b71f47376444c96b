import { stopWords } from "./stop-words";

export interface WordCount {
  word: string;
  count: number;
}

/** The most frequent words that carry meaning; of equally frequent ones, those that come first in the text. */
export function topWords(words: readonly string[], limit: number): WordCount[] {
  const counts = new Map<string, number>();
  for (const original of words) {
    const word = original.toLowerCase().replace(/’/g, "'");
    if (stopWords.has(word) || !/\p{L}{2}|[\p{Lo}]/u.test(word)) continue;
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [...counts]
    .map(([word, count]) => ({ word: shorten(word), count }))
    .sort((a, b) => b.count - a.count)
    .slice(0, limit);
}

/** A word can be the whole input; what is kept of it stays small. */
function shorten(word: string): string {
  const letters = Array.from(word);
  return letters.length > 40 ? `${letters.slice(0, 39).join("")}…` : word;
}
