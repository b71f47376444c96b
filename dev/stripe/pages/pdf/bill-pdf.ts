import { PAGE_HEIGHT, pdfDocument, type PdfText } from "./pdf-document";

/** What a bill or a credit note says, in the order in which it is read. */
export interface Bill {
  title: string;
  facts: [label: string, value: string][];
  /** Whom it is for. */
  customer: string[];
  lines: { description: string; quantity: string; amount: string }[];
  totals: [label: string, amount: string][];
  notes: string[];
}

const LEFT = 50;
const QUANTITY = 430;
const RIGHT = 545;
const TOP = PAGE_HEIGHT - 70;
const BOTTOM = 60;
const LINE_HEIGHT = 16;
/** Of ten points, until the quantity begins. */
const MAX_LENGTH = 66;
const LONGEST = new RegExp(`.{1,${MAX_LENGTH}}`, "gu");

type Row = Omit<PdfText, "y">[];

/** Lays a bill out on as many pages as it takes. */
export function billPdf(bill: Bill): string {
  const rows = [...headRows(bill), ...bodyRows(bill)];
  const perPage = Math.floor((TOP - BOTTOM) / LINE_HEIGHT);
  const pages: PdfText[][] = [];
  for (let first = 0; first < rows.length; first += perPage) {
    const shown = rows.slice(first, first + perPage);
    pages.push(shown.flatMap((row, place) => row.map((text) => ({ ...text, y: TOP - place * LINE_HEIGHT }))));
  }
  return pdfDocument(bill.title, pages);
}

function headRows({ title, facts, customer }: Bill): Row[] {
  return [
    [{ text: title, x: LEFT, size: 22, bold: true }],
    [],
    ...facts.map(([label, value]): Row => [left(label, true), { text: value, x: 160, size: 10 }]),
    [],
    [left("Bill to", true)],
    ...customer.map((line): Row => [left(line)]),
    [],
  ];
}

function bodyRows({ lines, totals, notes }: Bill): Row[] {
  return [
    [left("Description", true), quantity("Qty", true), amount("Amount", true)],
    ...lines.flatMap((line): Row[] => {
      const [first = "", ...rest] = wrap(line.description);
      return [
        [left(first), quantity(line.quantity), amount(line.amount)],
        ...rest.map((text): Row => [left(text)]),
      ];
    }),
    [],
    ...totals.map(([label, value], place): Row => {
      const bold = place === totals.length - 1;
      return [{ text: label, x: 330, size: 10, bold }, amount(value, bold)];
    }),
    [],
    ...notes.flatMap(wrap).map((text): Row => [left(text)]),
  ];
}

/** Into rows that end before the quantity begins; a word that is longer is cut. */
function wrap(text: string): string[] {
  const rows: string[] = [""];
  for (const word of text.split(/\s+/).flatMap((part) => part.match(LONGEST) ?? [])) {
    const row = rows.at(-1) ?? "";
    if (row !== "" && row.length + 1 + word.length > MAX_LENGTH) rows.push(word);
    else rows[rows.length - 1] = row === "" ? word : `${row} ${word}`;
  }
  return rows;
}

const left = (text: string, bold = false) => ({ text, x: LEFT, size: 10, bold });
const quantity = (text: string, bold = false) => ({ text, x: QUANTITY, size: 10, bold });
const amount = (text: string, bold = false) => ({ text, x: RIGHT, size: 10, bold, alignRight: true });
