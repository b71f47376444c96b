import { z } from "zod";
import { defineService } from "../define-service";
import { measureText } from "../text/measure-text";
import { plainText } from "../text/plain-text";
import { readingTime, readingWordsPerMinute } from "../text/reading-time";

const maxLength = 200_000;
const count = new Intl.NumberFormat("en-US");

/** Free: it shows what running a service is like before anybody pays. */
export const wordCounter = defineService({
  slug: "word-counter",
  title: "Word counter",
  summary: "Words, characters, sentences and reading time of any text, in any script.",
  icon: "count",
  price: null,
  timeoutMs: 10_000,
  fields: [
    {
      control: "text",
      name: "text",
      label: "Text",
      placeholder: "Write or paste your text here.",
      maxLength,
    },
  ],
  problems: {},
  input: z.object({ text: plainText(maxLength) }),
  output: z.object({
    words: z.int(),
    characters: z.int(),
    charactersWithoutSpaces: z.int(),
    sentences: z.int(),
    paragraphs: z.int(),
    readingSeconds: z.int(),
  }),
  quote: () => 0n,
  async run({ input, signal }) {
    const { words, characters, charactersWithoutSpaces, sentences, paragraphs } = await measureText(
      input.text,
      signal,
    );
    const readingSeconds = Math.round((words.length / readingWordsPerMinute) * 60);
    return {
      output: {
        words: words.length,
        characters,
        charactersWithoutSpaces,
        sentences,
        paragraphs,
        readingSeconds,
      },
    };
  },
  present: (output) => [
    {
      kind: "figures",
      items: [
        { label: "Words", value: count.format(output.words) },
        {
          label: "Characters",
          value: count.format(output.characters),
          note: `${count.format(output.charactersWithoutSpaces)} without spaces`,
        },
        { label: "Sentences", value: count.format(output.sentences) },
        { label: "Paragraphs", value: count.format(output.paragraphs) },
        { label: "Reading time", value: readingTime(output.readingSeconds) },
      ],
    },
  ],
});
