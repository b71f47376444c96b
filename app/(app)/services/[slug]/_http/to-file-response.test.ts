import { expect, test } from "vitest";
import { toFileResponse } from "./to-file-response";

const bytes = new Uint8Array([1, 2, 3]);
const respond = (name: string, mediaType = "image/webp", download = false) =>
  toFileResponse({ name, mediaType, bytes }, { download });

test("a picture is shown in place, unsniffed, sandboxed and for its owner's cache alone", async () => {
  const response = respond("holiday.webp");
  expect(new Uint8Array(await response.arrayBuffer())).toEqual(bytes);
  expect(Object.fromEntries(response.headers)).toMatchObject({
    "content-type": "image/webp",
    "content-length": "3",
    "content-disposition": "inline; filename=\"holiday.webp\"; filename*=UTF-8''holiday.webp",
    "content-security-policy": "default-src 'none'; frame-ancestors 'none'; sandbox",
    "x-content-type-options": "nosniff",
    "cache-control": "private, max-age=3600",
  });
});

test.each(["text/html", "image/svg+xml", "application/pdf", ""])("%j is only ever saved", (mediaType) => {
  expect(respond("a", mediaType).headers.get("content-disposition")).toMatch(/^attachment;/);
});

test("a download is saved, whatever it is", () => {
  expect(respond("a.webp", "image/webp", true).headers.get("content-disposition")).toMatch(/^attachment;/);
});

test.each([
  ["Wrocław (1).webp", 'filename="Wroc_aw (1).webp"', "UTF-8''Wroc%C5%82aw%20%281%29.webp"],
  ['a"b\\c%.webp', 'filename="a_b_c_.webp"', "UTF-8''a%22b%5Cc%25.webp"],
  ["صورة👍.webp", 'filename="______.webp"', "UTF-8''%D8%B5%D9%88%D8%B1%D8%A9%F0%9F%91%8D.webp"],
  ["a\r\nset-cookie: x", 'filename="a__set-cookie: x"', "UTF-8''a%0D%0Aset-cookie%3A%20x"],
])("the name %j cannot leave its header", (name, plain, exact) => {
  const disposition = respond(name).headers.get("content-disposition");
  expect(disposition).toContain(plain);
  expect(disposition).toContain(exact);
});
