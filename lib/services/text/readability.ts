export interface TextCounts {
  sentences: number;
  words: number;
  syllables: number;
}

/**
 * Flesch reading ease: 206.835 − 1.015 × words per sentence − 84.6 × syllables per word. Made for English.
 * Flesch, R. (1948), "A new readability yardstick".
 */
export function fleschReadingEase({ sentences, words, syllables }: TextCounts): number {
  return 206.835 - 1.015 * (words / sentences) - 84.6 * (syllables / words);
}

/**
 * Flesch–Kincaid grade: years of school in the United States that the text asks for.
 * Kincaid et al. (1975), Research Branch Report 8-75.
 */
export function fleschKincaidGrade({ sentences, words, syllables }: TextCounts): number {
  return 0.39 * (words / sentences) + 11.8 * (syllables / words) - 15.59;
}

const levels = [
  { from: 90, words: "Very easy" },
  { from: 80, words: "Easy" },
  { from: 70, words: "Fairly easy" },
  { from: 60, words: "Plain English" },
  { from: 50, words: "Fairly difficult" },
  { from: 30, words: "Difficult" },
] as const;

/** Flesch's own bands. */
export function toReadingLevel(readingEase: number): string {
  return levels.find(({ from }) => readingEase >= from)?.words ?? "Very difficult";
}
