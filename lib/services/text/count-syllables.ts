import { syllable } from "syllable";

/** No word of prose is longer; what is, would keep the library's patterns busy for minutes. */
const longestWord = 40;
const lettersPerSyllable = 3;

/** Syllables of English words, each distinct word looked at once. A number is read aloud as at least one. */
export function createSyllableCounter(): (word: string) => number {
  const known = new Map<string, number>();
  return (word) => {
    if (word.length > longestWord) return Math.ceil(word.length / lettersPerSyllable);
    let count = known.get(word);
    if (count === undefined) {
      count = Math.max(1, syllable(word));
      known.set(word, count);
    }
    return count;
  };
}
