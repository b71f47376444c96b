import { setImmediate as nextTurn } from "node:timers/promises";
import { countCharacters } from "./count-characters";
import { createSyllableCounter } from "./count-syllables";
import { segmentSentences } from "./segment-sentences";

export interface TextMeasure {
  characters: number;
  charactersWithoutSpaces: number;
  paragraphs: number;
  sentences: number;
  longestSentenceWords: number;
  syllables: number;
  words: string[];
  /** Reading formulas are made for English; this is as near as a script comes to it. */
  mostlyLatin: boolean;
}

/** Time after which other requests get their turn. */
const sliceMs = 15;

/**
 * Counts what a text is made of, paragraph by paragraph, letting other requests have their turn.
 * @throws the signal's reason when it is aborted meanwhile
 */
export async function measureText(text: string, signal: AbortSignal): Promise<TextMeasure> {
  const measure: TextMeasure = {
    characters: countCharacters(text),
    charactersWithoutSpaces: countCharacters(text.replace(/\s/gu, "")),
    ...{ paragraphs: 0, sentences: 0, longestSentenceWords: 0, syllables: 0, words: [] },
    mostlyLatin: isMostlyLatin(text),
  };
  const countSyllables = createSyllableCounter();
  let turnAt = performance.now() + sliceMs;
  for (const paragraph of toParagraphs(text)) {
    addParagraph(measure, paragraph, countSyllables);
    if (performance.now() < turnAt) continue;
    await nextTurn();
    signal.throwIfAborted();
    turnAt = performance.now() + sliceMs;
  }
  return measure;
}

function toParagraphs(text: string): string[] {
  return text.split(/\n[ \t]*\n+/u).filter((paragraph) => /\S/u.test(paragraph));
}

function addParagraph(
  measure: TextMeasure,
  paragraph: string,
  countSyllables: (word: string) => number,
): void {
  const sentences = segmentSentences(paragraph);
  if (sentences.length === 0) return;
  measure.paragraphs += 1;
  measure.sentences += sentences.length;
  for (const { words } of sentences) {
    measure.longestSentenceWords = Math.max(measure.longestSentenceWords, words.length);
    for (const word of words) {
      measure.words.push(word);
      measure.syllables += countSyllables(word);
    }
  }
}

function isMostlyLatin(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return letters > 0 && latin / letters >= 0.9;
}
