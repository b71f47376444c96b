import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countCharacters } from "./count-characters";
import { measureText } from "./measure-text";
import { readingTime } from "./reading-time";
import { segmentSentences } from "./segment-sentences";
import { segmentWords } from "./segment-words";
import { topWords } from "./top-words";

// Every code point, lone surrogates included; the library's own "binary" unit takes seconds to set up.
const anyText = fc
  .array(fc.nat(0x10ffff), { maxLength: 200 })
  .map((points) => String.fromCodePoint(...points));
const signal = new AbortController().signal;

test.each([
  ["", 0],
  ["hello", 5],
  ["e\u0301", 1], // a letter and its accent
  ["👨‍👩‍👧", 1],
  ["🇩🇪🇫🇷", 2],
  ["नमस्ते", 3],
  ["a\r\nb", 3],
  ["\u202bمرحبا\u202c", 7],
])("%j has %i characters for a reader", (text, expected) => {
  expect(countCharacters(text)).toBe(expected);
});

test("the fast count of plain text equals the careful one", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(countCharacters(text)).toBe(countCharacters(`${text}é`) - 1);
    }),
  );
});

test.each([
  ["It's a well-known fact: 3.14 isn't 3!", ["It's", "a", "well-known", "fact", "3.14", "isn't", "3"]],
  ["state-of-the-art", ["state-of-the-art"]],
  ["a - b", ["a", "b"]],
  ["-5 - x-", ["5", "x"]],
  ["one--two", ["one", "two"]],
  ["日本語です", ["日本語", "です"]],
  ["مرحبا بالعالم", ["مرحبا", "بالعالم"]],
  ["👍 🎉 … —", []],
])("%j is made of the words %j", (text, expected) => {
  expect(segmentWords(text)).toEqual(expected);
});

test.each([
  ["Dr. Smith met Mr. J. R. Jones. They talked, e.g. about No. 5. Then they left!", 3],
  ["Really?! Yes. “No.” Why…", 4],
  ["This line is\nwrapped by hand\nin the middle.", 1],
  ["A heading\nAnd a sentence under it.", 2],
  ["***\n---", 0],
  ["これは文です。これも文です。", 2],
  ["No full stop at the end", 1],
])("%j has %i sentences", (text, expected) => {
  expect(segmentSentences(text)).toHaveLength(expected);
});

describe("measuring", () => {
  test("counts paragraphs that say something", async () => {
    const { paragraphs, sentences } = await measureText("One.\n\nTwo. Three.\n\n \n***\n\nFour", signal);
    expect({ paragraphs, sentences }).toEqual({ paragraphs: 3, sentences: 4 });
  });

  test("says whether a text is in Latin letters", async () => {
    expect((await measureText("Ein Satz, ganz gewöhnlich.", signal)).mostlyLatin).toBe(true);
    expect((await measureText("Это предложение.", signal)).mostlyLatin).toBe(false);
    expect((await measureText("12345", signal)).mostlyLatin).toBe(false);
  });

  test("of any text never breaks, and no word has less than a syllable", async () => {
    await fc.assert(
      fc.asyncProperty(anyText, async (text) => {
        const measure = await measureText(text, signal);
        expect(measure.syllables).toBeGreaterThanOrEqual(measure.words.length);
        expect(measure.charactersWithoutSpaces).toBeLessThanOrEqual(measure.characters);
        expect(measure.longestSentenceWords).toBeLessThanOrEqual(measure.words.length);
      }),
      { numRuns: 200 },
    );
  });

  test.each([
    ["one word", "x".repeat(200_000)],
    ["one word of vowels", "ea".repeat(100_000)],
    ["one hyphenated word", "a-".repeat(100_000)],
    ["one line", "All of it in one line, again and again. ".repeat(5_000)],
    ["dots", ".".repeat(200_000)],
    ["spaces", " \t".repeat(100_000)],
    ["abbreviations", "Dr. ".repeat(50_000)],
    ["short lines", "a\nb".repeat(66_000)],
  ])("200,000 characters of %s are measured in a moment", async (_name, text) => {
    const startedAt = performance.now();
    await measureText(text, signal);
    expect(performance.now() - startedAt).toBeLessThan(8_000); // a tenth of that alone; tests share the machine
  });

  test("60,000 paragraphs let others have their turn", async () => {
    let turns = 0;
    const others = setInterval(() => (turns += 1), 1);
    await measureText("a\n\n".repeat(60_000), signal);
    clearInterval(others);
    expect(turns).toBeGreaterThan(5);
  });

  test("stops when nobody waits for it any more", async () => {
    const abort = new AbortController();
    const work = measureText("A long sentence of several words, again.\n\n".repeat(3_000), abort.signal);
    abort.abort(new Error("given up"));
    await expect(work).rejects.toThrow("given up");
  });
});

test("the top words leave out filler and numbers, ignore case, and keep the text's order among equals", () => {
  const words = "The Market and the MARKET of 2026 grew: growth, growth and a price for 12 prices x".split(
    /[^\p{L}\d]+/u,
  );
  expect(topWords(words, 3)).toEqual([
    { word: "market", count: 2 },
    { word: "growth", count: 2 },
    { word: "grew", count: 1 },
  ]);
});

test("a word as long as the text is shortened", () => {
  const [first] = topWords(["x".repeat(200_000)], 1);
  expect(first?.word).toHaveLength(40);
});

test.each([
  [0, "under 1 s"],
  [0.4, "under 1 s"],
  [42, "42 s"],
  [60, "1 min"],
  [95, "1 min 35 s"],
  [3600, "1 h 0 min"],
  [3700, "1 h 1 min"],
])("%d seconds read %s", (seconds, words) => {
  expect(readingTime(seconds)).toBe(words);
});
