import { inflateSync } from "node:zlib";

interface PdfObject {
  head: string;
  stream: string;
}

/** The objects of a PDF as our renderer writes it: each by itself, only streams compressed. */
function objectsOf(pdf: Buffer): Map<string, PdfObject> {
  const text = pdf.toString("latin1");
  const objects = new Map<string, PdfObject>();
  for (const match of text.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)(?:stream\n|endobj)/g)) {
    const [whole, id = "", head = ""] = match;
    const start = match.index + whole.length;
    const length = Number(/\/Length (\d+)/.exec(head)?.[1] ?? 0);
    const packed = whole.endsWith("stream\n") && head.includes("/FlateDecode");
    const stream = packed ? inflateSync(pdf.subarray(start, start + length)).toString("latin1") : "";
    objects.set(id, { head, stream });
  }
  return objects;
}

/** What each glyph of a font says: ranges of the map that lets readers copy text. */
function toLetters(map: string): Map<string, string> {
  const letters = new Map<string, string>();
  const decode = (hex: string) => Buffer.from(hex, "hex").swap16().toString("utf16le");
  for (const [, from = "", list = ""] of map.matchAll(/<(\w{4})> <\w{4}> \[([^\]]*)\]/g))
    [...list.matchAll(/<(\w+)>/g)].forEach(([, hex = ""], index) => {
      letters.set((parseInt(from, 16) + index).toString(16).padStart(4, "0"), decode(hex));
    });
  return letters;
}

/** The texts that a PDF shows, in the order in which they are drawn. */
export function readPdfText(pdf: Buffer): string[] {
  const objects = objectsOf(pdf);
  const fonts = new Map<string, Map<string, string>>();
  for (const { head } of objects.values())
    for (const [, name = "", id = ""] of head.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const map = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id)?.head ?? "")?.[1];
      if (map) fonts.set(name, toLetters(objects.get(map)?.stream ?? ""));
    }
  const contents = [...objects.values()]
    .map(({ stream }) => stream)
    .filter((stream) => stream.includes("BT\n"));
  return contents.flatMap((stream) =>
    Array.from(stream.matchAll(/\/(F\d+) [\d.]+ Tf[\s\S]*?\[([^\]]*)\] TJ/g), ([, font = "", shown = ""]) =>
      (shown.match(/<(\w+)>/g) ?? [])
        .flatMap((run) => run.slice(1, -1).match(/\w{4}/g) ?? [])
        .map((glyph) => fonts.get(font)?.get(glyph) ?? "?")
        .join(""),
    ),
  );
}
