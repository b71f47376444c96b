import { z } from "zod";

export const textStatisticsOutput = z.object({
  words: z.int(),
  uniqueWords: z.int(),
  characters: z.int(),
  charactersWithoutSpaces: z.int(),
  sentences: z.int(),
  paragraphs: z.int(),
  syllables: z.int(),
  wordsPerSentence: z.number(),
  syllablesPerWord: z.number(),
  longestSentenceWords: z.int(),
  readingSeconds: z.int(),
  speakingSeconds: z.int(),
  /** Null where the formulas say nothing: texts that are not in Latin letters. */
  readability: z.object({ readingEase: z.number(), grade: z.number() }).nullable(),
  topWords: z.array(z.object({ word: z.string(), count: z.int() })),
});

export type TextStatistics = z.infer<typeof textStatisticsOutput>;
