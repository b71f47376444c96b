import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { toOutputName } from "./output-name";
import { toOutputSize } from "./output-size";

const anyText = fc
  .array(fc.nat(0x10ffff), { maxLength: 200 })
  .map((points) => String.fromCodePoint(...points));

describe("the size of a result", () => {
  test.each([
    [{ width: 4000, height: 3000, frames: 1 }, null, { width: 4000, height: 3000, pixels: 12_000_000 }],
    [{ width: 4000, height: 3000, frames: 1 }, 1600, { width: 1600, height: 1200, pixels: 1_920_000 }],
    [{ width: 300, height: 200, frames: 1 }, 1600, { width: 300, height: 200, pixels: 60_000 }],
    [{ width: 10_000, height: 1, frames: 1 }, 16, { width: 16, height: 1, pixels: 16 }],
  ])("%j within %s", (header, maxDimension, expected) => {
    expect(toOutputSize(header, { format: "webp", maxDimension })).toMatchObject(expected);
  });

  test("counts every frame of an animation only where the format keeps them", () => {
    const header = { width: 100, height: 50, frames: 20 };
    expect(toOutputSize(header, { format: "webp", maxDimension: null })).toMatchObject({
      frames: 20,
      pixels: 100_000,
    });
    expect(toOutputSize(header, { format: "avif", maxDimension: null })).toMatchObject({
      frames: 1,
      pixels: 5_000,
    });
  });

  test("never enlarges, keeps within the wish, and keeps the shape", () => {
    const side = fc.integer({ min: 1, max: 16_383 });
    fc.assert(
      fc.property(side, side, fc.integer({ min: 16, max: 16_383 }), (width, height, maxDimension) => {
        const size = toOutputSize({ width, height, frames: 1 }, { format: "jpeg", maxDimension });
        expect(size.width >= 1 && size.width <= width && size.height >= 1 && size.height <= height).toBe(
          true,
        );
        expect(Math.max(size.width, size.height)).toBeLessThanOrEqual(Math.max(maxDimension, 1));
        const drift = Math.abs(size.width / width - size.height / height);
        expect(drift).toBeLessThanOrEqual(1 / Math.min(width, height));
      }),
    );
  });
});

describe("the name of a result", () => {
  test.each([
    ["holiday.jpg", "holiday.webp"],
    ["Wrocław – rynek.JPEG", "Wrocław – rynek.webp"],
    ["日本.png", "日本.webp"],
    ["archive.tar.gz", "archive.tar.webp"],
    ["../../etc/passwd", "passwd.webp"],
    ["C:\\temp\\photo.png", "photo.webp"],
    ["evil\u202egpj.exe", "evil gpj.webp"],
    ["a\0b\nc.png", "a b c.webp"],
    ["\ud800.png", "image.webp"],
    ["....", "image.webp"],
    ["", "image.webp"],
    ['"><script>.png', "script.webp"],
  ])("of %j is %j", (source, expected) => {
    expect(toOutputName(source, "webp")).toBe(expected);
  });

  test("of 10,000 characters is short, and of any text is safe", () => {
    expect(toOutputName("a".repeat(10_000), "webp").length).toBeLessThanOrEqual(85);
    expect(Array.from(toOutputName(`${"👍".repeat(5_000)}.png`, "webp")).length).toBeLessThanOrEqual(85);
    fc.assert(
      fc.property(anyText, (source) => {
        const name = toOutputName(source, "jpg");
        expect(name.isWellFormed()).toBe(true);
        expect(name).toMatch(/^[^\\/:*?"<>|\p{Cc}\p{Cf}]+\.jpg$/u);
        expect(name).not.toMatch(/^[. ]/);
      }),
    );
  });
});
