import type { OutputBlock } from "../types";
import { toReadingLevel } from "./readability";
import { readingTime } from "./reading-time";
import type { TextStatistics } from "./statistics-output";

const count = new Intl.NumberFormat("en-US");

export function presentStatistics(output: TextStatistics): OutputBlock[] {
  return [presentReadability(output), presentFigures(output), ...presentTopWords(output)];
}

function presentReadability({ readability }: TextStatistics): OutputBlock {
  if (!readability) {
    return { kind: "note", text: "Reading ease and grade are defined for English, so this text has none." };
  }
  const { readingEase, grade } = readability;
  const school = grade < 1 ? "readable before grade 1" : `US school grade ${grade}`;
  const words = `${toReadingLevel(readingEase)}, ${school}`;
  return { kind: "scale", label: "Reading ease", value: readingEase, max: 100, words };
}

function presentFigures(output: TextStatistics): OutputBlock {
  return {
    kind: "figures",
    items: [
      {
        label: "Reading time",
        value: readingTime(output.readingSeconds),
        note: `${readingTime(output.speakingSeconds)} aloud`,
      },
      {
        label: "Words",
        value: count.format(output.words),
        note: `${count.format(output.uniqueWords)} different`,
      },
      {
        label: "Sentences",
        value: count.format(output.sentences),
        note: `${output.wordsPerSentence} words each, longest ${count.format(output.longestSentenceWords)}`,
      },
      { label: "Paragraphs", value: count.format(output.paragraphs) },
      {
        label: "Characters",
        value: count.format(output.characters),
        note: `${count.format(output.charactersWithoutSpaces)} without spaces`,
      },
      {
        label: "Syllables",
        value: count.format(output.syllables),
        note: `${output.syllablesPerWord} a word`,
      },
    ],
  };
}

function presentTopWords({ topWords }: TextStatistics): OutputBlock[] {
  if (topWords.length === 0) return [];
  const items = topWords.map(({ word, count: times }) => ({ label: word, count: times }));
  return [{ kind: "ranking", title: "Most used words", items }];
}
