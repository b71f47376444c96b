import type { Prisma } from "@/lib/db";
import { imageOptimiser } from "@/lib/services/definitions/image-optimiser";
import { textStatistics } from "@/lib/services/definitions/text-statistics";
import { wordCounter } from "@/lib/services/definitions/word-counter";
import { pricePerStarted } from "@/lib/services/policy";
import type { Chance } from "./chance";

/** A run whose result is ready: the story needs what a run leaves behind, not a year of computing time. */
export interface CannedRun {
  service: { slug: string; title: string };
  quoteMilli: bigint;
  inputBytes: number;
  tookMs: number;
  outcome:
    | { status: "succeeded"; output: Prisma.InputJsonObject }
    | { status: "failed" | "timed_out"; problem: string };
}

/** Statistics of a text. */
export function cannedText(chance: Chance, characters: number): CannedRun {
  const words = Math.round(characters / 5.9);
  const sentences = Math.max(1, Math.round(words / chance.between(14, 21)));
  const wordsPerSentence = words / sentences;
  const output = {
    ...{ words, sentences, characters, syllables: Math.round(words * 1.45) },
    uniqueWords: Math.round(words * 0.38),
    charactersWithoutSpaces: Math.round(characters * 0.84),
    paragraphs: Math.max(1, Math.round(sentences / 4)),
    wordsPerSentence: Number(wordsPerSentence.toFixed(1)),
    syllablesPerWord: 1.45,
    longestSentenceWords: chance.between(32, 58),
    readingSeconds: Math.round((words / 238) * 60),
    speakingSeconds: Math.round((words / 150) * 60),
    readability: {
      readingEase: Number((206.835 - 1.015 * wordsPerSentence - 84.6 * 1.45).toFixed(1)),
      grade: Number((0.39 * wordsPerSentence + 11.8 * 1.45 - 15.59).toFixed(1)),
    },
    topWords: ["customer", "report", "market", "quarter", "team"].map((word, index) => ({
      word,
      count: Math.max(1, Math.round(words / (60 + 25 * index))),
    })),
  };
  return {
    service: textStatistics,
    quoteMilli: pricePerStarted(characters, 1_000, 1_000n),
    inputBytes: characters,
    tookMs: 20 + Math.round(characters / 900),
    outcome: { status: "succeeded", output },
  };
}

type Size = readonly [width: number, height: number];

const sizes: readonly [Size, ...Size[]] = [
  [1920, 1080],
  [3024, 4032],
  [4000, 3000],
  [5472, 3648],
  [6000, 4000],
];

function cannedImage(chance: Chance): CannedRun {
  const [width, height] = chance.pick(sizes);
  const sourceBytes = Math.round(width * height * (0.22 + chance.next() * 0.14));
  const output = {
    ...{ sourceMediaType: "image/jpeg", sourceWidth: width, sourceHeight: height, sourceBytes },
    ...{
      format: "webp",
      width,
      height,
      frames: 1,
      bytes: Math.round(sourceBytes * (0.2 + chance.next() * 0.25)),
    },
  };
  const run = {
    service: imageOptimiser,
    quoteMilli: pricePerStarted(width * height, 1_000_000, 2_000n),
    inputBytes: sourceBytes,
  };
  const fate = chance.next();
  if (fate < 0.08) return { ...run, tookMs: 60, outcome: { status: "failed", problem: "image.damaged" } };
  if (fate < 0.13)
    return { ...run, tookMs: 90_000, outcome: { status: "timed_out", problem: "services.timed_out" } };
  return { ...run, tookMs: Math.round((width * height) / 9_000), outcome: { status: "succeeded", output } };
}

/** Words counted, which is free. */
export function cannedCount(characters: number): CannedRun {
  const words = Math.round(characters / 5.9);
  const output = {
    ...{ words, characters, charactersWithoutSpaces: Math.round(characters * 0.84) },
    sentences: Math.max(1, Math.round(words / 17)),
    paragraphs: Math.max(1, Math.round(words / 70)),
    readingSeconds: Math.round((words / 238) * 60),
  };
  const outcome = { status: "succeeded", output } as const;
  return { service: wordCounter, quoteMilli: 0n, inputBytes: characters, tookMs: 4, outcome };
}

/** Any one run: mostly texts and pictures, now and then a free count. */
export function cannedRun(chance: Chance, longestText: number): CannedRun {
  const which = chance.next();
  if (which < 0.1) return cannedCount(chance.between(300, 6_000));
  return which < 0.55 ? cannedText(chance, chance.between(900, longestText)) : cannedImage(chance);
}
