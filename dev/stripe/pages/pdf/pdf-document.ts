/** A piece of text on a page of A4, in points from the bottom left corner. */
export interface PdfText {
  text: string;
  x: number;
  y: number;
  size: number;
  bold?: boolean;
  /** `x` is where it ends. */
  alignRight?: boolean;
}

const PAGE_WIDTH = 595;
export const PAGE_HEIGHT = 842;

/** The characters beyond Latin-1 that WinAnsi has, by their place in it. */
const WIN_ANSI = new Map([
  ["€", 0x80],
  ["…", 0x85],
  ["‘", 0x91],
  ["’", 0x92],
  ["“", 0x93],
  ["”", 0x94],
  ["•", 0x95],
  ["–", 0x96],
  ["—", 0x97],
  ["−", 0x2d],
  ["\u202f", 0x20],
  ["\u00a0", 0x20],
]);

/** Of Helvetica, for the characters that amounts are made of. */
const WIDTHS = new Map([
  [",", 0.278],
  [".", 0.278],
  [" ", 0.278],
  ["-", 0.333],
]);
const DIGIT_WIDTH = 0.556;

/** A PDF of text in Helvetica, all of it in ASCII. https://opensource.adobe.com/dc-acrobat-sdk-docs/pdfstandards/PDF32000_2008.pdf */
export function pdfDocument(title: string, pages: PdfText[][]): string {
  const kids = pages.map((_, place) => `${firstPage + place * 2} 0 R`).join(" ");
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    font("Helvetica"),
    font("Helvetica-Bold"),
    `<< /Title ${literal(title)} /Producer (Local Stripe) >>`,
    ...pages.flatMap((page, place) => pageObjects(page, firstPage + place * 2 + 1)),
  ];
  let body = "%PDF-1.4\n";
  const offsets = objects.map((object, place) => {
    const at = body.length;
    body += `${place + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(at).padStart(10, "0")} 00000 n \n`;
  });
  const size = objects.length + 1;
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${offsets.join("")}`;
  return `${body}${table}trailer\n<< /Size ${size} /Root 1 0 R /Info 5 0 R >>\nstartxref\n${body.length}\n%%EOF\n`;
}

/** The number of the object that the first page is. */
const firstPage = 6;

function pageObjects(page: PdfText[], contents: number): string[] {
  const stream = page.map(drawText).join("\n");
  return [
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${PAGE_WIDTH} ${PAGE_HEIGHT}] /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> /Contents ${contents} 0 R >>`,
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
  ];
}

function drawText({ text, x, y, size, bold, alignRight }: PdfText): string {
  const start = alignRight ? x - widthOf(text) * size : x;
  return `BT /${bold ? "F2" : "F1"} ${size} Tf ${start.toFixed(2)} ${y.toFixed(2)} Td ${literal(text)} Tj ET`;
}

function font(name: string): string {
  return `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`;
}

function literal(text: string): string {
  const characters = Array.from(text, (character) => {
    const code = WIN_ANSI.get(character) ?? character.charCodeAt(0);
    if ("()\\".includes(character)) return `\\${character}`;
    if (code < 0x20 || code > 0xff) return "?";
    return code < 0x7f ? String.fromCharCode(code) : `\\${code.toString(8)}`;
  });
  return `(${characters.join("")})`;
}

const widthOf = (text: string): number =>
  Array.from(text).reduce((sum, character) => sum + (WIDTHS.get(character) ?? DIGIT_WIDTH), 0);
