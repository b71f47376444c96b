import { z } from "zod";
import { toMilli } from "@/lib/shared/credits";
import { defineService } from "../define-service";
import { UnusableInput } from "../errors";
import { pricePerStarted } from "../policy";
import { countCharacters } from "../text/count-characters";
import { measureText, type TextMeasure } from "../text/measure-text";
import { plainText } from "../text/plain-text";
import { presentStatistics } from "../text/present-statistics";
import { fleschKincaidGrade, fleschReadingEase } from "../text/readability";
import { readingWordsPerMinute, speakingWordsPerMinute } from "../text/reading-time";
import { textStatisticsOutput, type TextStatistics } from "../text/statistics-output";
import { topWords } from "../text/top-words";

const maxLength = 200_000;
const unit = 1_000;
const priceMilli = toMilli(1);

/** Readability and make-up of a text, paid by its length. */
export const textStatistics = defineService({
  slug: "text-statistics",
  title: "Text statistics",
  summary: "How hard a text is to read, how long it takes, and what it is made of.",
  icon: "chart",
  price: { creditsMilli: priceMilli, per: "started 1,000 characters" },
  costPerRunMilli: 250n,
  timeoutMs: 20_000,
  fields: [
    {
      control: "text",
      name: "text",
      label: "Text",
      placeholder: "Paste an article, a letter or a chapter.",
      maxLength,
    },
  ],
  problems: { "text.no_words": "There is not a single word in this text." },
  input: z.object({ text: plainText(maxLength) }),
  output: textStatisticsOutput,
  quote: ({ text }) => pricePerStarted(countCharacters(text), unit, priceMilli),
  run: async ({ input, signal }) => ({ output: toStatistics(await measureText(input.text, signal)) }),
  present: presentStatistics,
});

function toStatistics(measure: TextMeasure): TextStatistics {
  const { words, sentences, syllables } = measure;
  if (words.length === 0) throw new UnusableInput("text", "text.no_words");
  const counts = { sentences, syllables, words: words.length };
  return {
    ...counts,
    characters: measure.characters,
    charactersWithoutSpaces: measure.charactersWithoutSpaces,
    paragraphs: measure.paragraphs,
    uniqueWords: new Set(words.map((word) => word.toLowerCase())).size,
    wordsPerSentence: round(words.length / sentences, 1),
    syllablesPerWord: round(syllables / words.length, 2),
    longestSentenceWords: measure.longestSentenceWords,
    readingSeconds: Math.round((words.length / readingWordsPerMinute) * 60),
    speakingSeconds: Math.round((words.length / speakingWordsPerMinute) * 60),
    readability: measure.mostlyLatin
      ? { readingEase: round(fleschReadingEase(counts), 1), grade: round(fleschKincaidGrade(counts), 1) }
      : null,
    topWords: topWords(words, 10),
  };
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
