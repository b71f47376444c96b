import { expect, test } from "vitest";
import { measureText } from "./measure-text";
import { fleschKincaidGrade, fleschReadingEase, toReadingLevel } from "./readability";

const measured = async (text: string) => {
  const { words, sentences, syllables } = await measureText(text, new AbortController().signal);
  return { words: words.length, sentences, syllables };
};

const gettysburg = `Four score and seven years ago our fathers brought forth on this continent, a new nation,
conceived in Liberty, and dedicated to the proposition that all men are created equal.

Now we are engaged in a great civil war, testing whether that nation, or any nation so conceived and so dedicated,
can long endure. We are met on a great battle-field of that war. We have come to dedicate a portion of that field,
as a final resting place for those who here gave their lives that that nation might live. It is altogether fitting
and proper that we should do this.`;

test("the cat on the mat: 6 words of one syllable score 116.1, the easiest text there is", async () => {
  const counts = await measured("The cat sat on the mat.");
  expect(counts).toEqual({ words: 6, sentences: 1, syllables: 6 });
  expect(fleschReadingEase(counts)).toBeCloseTo(116.145, 3);
  expect(fleschKincaidGrade(counts)).toBeCloseTo(-1.45, 3);
});

test("the formulas give the textbook's figures for 13 words of 24 syllables in one sentence", () => {
  const counts = { words: 13, sentences: 1, syllables: 24 };
  expect(fleschReadingEase(counts)).toBeCloseTo(37.5, 1);
  expect(fleschKincaidGrade(counts)).toBeCloseTo(11.3, 1);
});

test("a dictionary's syllables are found", async () => {
  const platypus = "The Australian platypus is seemingly a hybrid of a mammal and reptilian creature.";
  expect(await measured(platypus)).toEqual({ words: 13, sentences: 1, syllables: 26 });
});

test("the opening of the Gettysburg Address is fairly difficult", async () => {
  const counts = await measured(gettysburg);
  expect(counts.words).toBe(102);
  expect(counts.sentences).toBe(5);
  const ease = fleschReadingEase(counts);
  expect(ease).toBeGreaterThan(55);
  expect(ease).toBeLessThan(70);
  expect(fleschKincaidGrade(counts)).toBeCloseTo(9.5, 0);
});

test.each([
  [121, "Very easy"],
  [90, "Very easy"],
  [89.9, "Easy"],
  [60, "Plain English"],
  [59.9, "Fairly difficult"],
  [30, "Difficult"],
  [29.9, "Very difficult"],
  [-50, "Very difficult"],
])("%d reads as %s", (ease, words) => {
  expect(toReadingLevel(ease)).toBe(words);
});
