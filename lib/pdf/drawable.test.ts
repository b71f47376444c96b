import { expect, test } from "vitest";
import { openCoverage } from "./fonts";
import { toDrawable } from "./drawable";

const hasGlyph = await openCoverage();
const draw = (text: string) => toDrawable(text, hasGlyph);

test.each([
  "Łukasz Żółw",
  "名前 太郎",
  "Đỗ Thị Ánh",
  "Жанна Ёлкина",
  "Ωμέγα Αθηνά",
  "İğşșțőűđ O’Brien – “x”",
  "Visa •••• 4242",
  "€ £ ¥ ₹ ₩ $ …",
])("%s is drawn as it is", (text) => {
  expect(draw(text)).toEqual({ text, mutilated: false });
});

test("letters that come with their accents apart are drawn as one", () => {
  expect(draw("Z\u0307o\u0301\u0142w")).toEqual({ text: "Żółw", mutilated: false });
});

test.each([
  ["Ada 🎉 Lovelace", "Ada Lovelace"],
  ["👩‍👩‍👧‍👦 Family", "Family"],
  ["🇩🇪", ""],
  ["Heart ❤️", "Heart"],
  ["two\nlines\tand\u0007a bell", "two lines anda bell"],
  ["\u202Eright to left\u200B", "right to left"],
])("%j loses what is only a picture or invisible: %j", (text, drawn) => {
  expect(draw(text)).toEqual({ text: drawn, mutilated: false });
});

test.each(["한국 사람", "شركة", "ישראל", "สวัสดี", "देवनागरी"])("%s cannot be read once drawn", (text) => {
  expect(draw(text)).toMatchObject({ mutilated: true });
});
