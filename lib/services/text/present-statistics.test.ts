import { expect, test } from "vitest";
import { presentStatistics } from "./present-statistics";
import type { TextStatistics } from "./statistics-output";

const output: TextStatistics = {
  ...{ words: 1_200, uniqueWords: 400, characters: 6_000, charactersWithoutSpaces: 4_900, sentences: 80 },
  ...{
    paragraphs: 9,
    syllables: 1_700,
    wordsPerSentence: 15,
    syllablesPerWord: 1.4,
    longestSentenceWords: 31,
  },
  ...{ readingSeconds: 300, speakingSeconds: 480, readability: { readingEase: 95, grade: 4 }, topWords: [] },
};
const present = (values: Partial<TextStatistics>) => presentStatistics({ ...output, ...values });

test("shows grades of school, and what is easier than the first", () => {
  expect(present({})[0]).toMatchObject({
    kind: "scale",
    value: 95,
    words: expect.stringMatching(/, US school grade 4$/) as string,
  });
  expect(present({ readability: { readingEase: 119, grade: 0.4 } })[0]).toMatchObject({
    words: expect.stringMatching(/, readable before grade 1$/) as string,
  });
  expect(present({ readability: null })[0]).toMatchObject({ kind: "note" });
});

test("ranks words only where there are some", () => {
  expect(present({}).map(({ kind }) => kind)).toEqual(["scale", "figures"]);
  expect(present({ topWords: [{ word: "credit", count: 7 }] }).at(-1)).toEqual({
    kind: "ranking",
    title: "Most used words",
    items: [{ label: "credit", count: 7 }],
  });
});
