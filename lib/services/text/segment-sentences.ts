import { segmentWords } from "./segment-words";

const segmenter = new Intl.Segmenter("en", { granularity: "sentence" });
// Unicode's rule ends a sentence at "Dr. Smith"; these never end one.
const abbreviation =
  /(?:^|[\s(])(?:mr|mrs|ms|dr|prof|sr|jr|st|vs|etc|e\.g|i\.e|cf|no|fig|approx|dept|gen|col|capt|rev|hon|\p{Lu})\.\s*$/iu;
const hardWrap = /(?<=\S)[ \t]*\n[ \t]*(?=\p{Ll})/gu;

export interface Sentence {
  text: string;
  words: readonly string[];
}

/** Sentences of one paragraph that say something: a line of dashes is none. Hard-wrapped lines are joined. */
export function segmentSentences(paragraph: string): Sentence[] {
  const sentences: Sentence[] = [];
  let pending = "";
  for (const { segment } of segmenter.segment(paragraph.replace(hardWrap, " "))) {
    pending += segment;
    if (abbreviation.test(segment)) continue;
    pushSentence(sentences, pending);
    pending = "";
  }
  pushSentence(sentences, pending);
  return sentences;
}

function pushSentence(sentences: Sentence[], text: string): void {
  const words = segmentWords(text);
  if (words.length > 0) sentences.push({ text: text.trim(), words });
}
