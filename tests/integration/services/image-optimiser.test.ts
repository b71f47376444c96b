import { randomUUID } from "node:crypto";
import sharp from "sharp";
import { afterEach, describe, expect, test } from "vitest";
import { deleteExpiredFiles, getRunFile, quoteService, runService, UploadedFile } from "@/lib/services";
import { createAnimation, createImage, createPhoto, createPixelBomb } from "@/tests/factories/image";
import { createServicesWorld } from "./setup";

const { ctx, clock, createMember, balanceOf, reasonsOf, ledgerDifferences } = await createServicesWorld();
const slug = "image-optimiser";

afterEach(async () => {
  expect(await ledgerDifferences()).toEqual([]);
});

type Options = { format?: string; quality?: string; maxDimension?: string };

function toInput(file: UploadedFile, options: Options = {}) {
  return { image: file, format: "webp", quality: "78", maxDimension: "", ...options };
}

const upload = (bytes: Uint8Array, name = "photo.jpg") => new UploadedFile(name, new Uint8Array(bytes));

async function optimise(userId: string, file: UploadedFile, options: Options = {}) {
  const key = randomUUID();
  const run = await runService(ctx, { slug, userId, key, source: "web", input: toInput(file, options) });
  const kept = run.file && (await getRunFile(ctx, { userId, runId: run.id }));
  return { run, file: kept };
}

describe("a picture", () => {
  test.each(["jpeg", "png", "webp", "avif", "gif"] as const)(
    "as %s is optimised and paid by its size",
    async (from) => {
      const member = await createMember({ payg: 10 });
      const { run, file } = await optimise(member, upload(await createImage(from), `a picture.${from}`));
      expect(run).toMatchObject({ status: "succeeded", quotedMilli: 2000n, chargedMilli: 2000n });
      expect(run.file).toMatchObject({ name: "a picture.webp", mediaType: "image/webp" });
      expect(await sharp(file?.bytes).metadata()).toMatchObject({ format: "webp", width: 240, height: 180 });
      expect(await balanceOf(member)).toMatchObject({ totalMilli: 8000n, heldMilli: 0n });
    },
  );

  test.each([
    ["webp", "webp", "webp"],
    ["avif", "heif", "avif"],
    ["jpeg", "jpeg", "jpg"],
  ])("can become %s", async (format, decoded, extension) => {
    const member = await createMember({ payg: 10 });
    const { run, file } = await optimise(member, upload(await createImage("png")), { format });
    expect((await sharp(file?.bytes).metadata()).format).toBe(decoded);
    expect(run.file).toMatchObject({ name: `photo.${extension}`, mediaType: `image/${format}` });
  });

  test("gets smaller with its quality", async () => {
    const member = await createMember({ payg: 10 });
    const picture = upload(await createImage("png"));
    const low = await optimise(member, picture, { quality: "10" });
    const high = await optimise(member, picture, { quality: "90" });
    expect(low.run.file?.byteSize).toBeLessThan((high.run.file?.byteSize ?? 0) / 2);
  });

  test("is paid by the megapixels delivered, not by those sent", async () => {
    const member = await createMember({ payg: 10 });
    const big = upload(await createImage("jpeg", { width: 1500, height: 1000 }));
    const quote = (options: Options) =>
      quoteService(ctx, { slug, userId: member, input: toInput(big, options) });
    expect(await quote({})).toMatchObject({ quoteMilli: 4000n, missingMilli: 0n });
    expect(await quote({ maxDimension: "1000" })).toMatchObject({ quoteMilli: 2000n });
    const { run, file } = await optimise(member, big, { maxDimension: "1000" });
    expect(run).toMatchObject({ quotedMilli: 2000n, chargedMilli: 2000n });
    expect(await sharp(file?.bytes).metadata()).toMatchObject({ width: 1000, height: 667 });
  });

  test("is never enlarged", async () => {
    const member = await createMember({ payg: 10 });
    const { file } = await optimise(member, upload(await createImage("png")), { maxDimension: "5000" });
    expect(await sharp(file?.bytes).metadata()).toMatchObject({ width: 240, height: 180 });
  });

  test("stands upright and carries no hidden data", async () => {
    const member = await createMember({ payg: 10 });
    const photo = await createPhoto();
    expect(photo.includes("secret-comment")).toBe(true);
    const { file } = await optimise(member, upload(photo), { format: "jpeg" });
    const metadata = await sharp(file?.bytes).metadata();
    expect(metadata).toMatchObject({ width: 180, height: 240 });
    const halfOf = async (top: number) =>
      (
        await sharp(
          await sharp(file?.bytes).extract({ left: 0, top, width: 180, height: 110 }).toBuffer(),
        ).stats()
      ).dominant.r;
    expect([await halfOf(0), await halfOf(130)]).toEqual([expect.closeTo(8, -2), expect.closeTo(248, -2)]);
    expect(metadata).not.toHaveProperty("exif");
    expect(metadata.orientation ?? 1).toBe(1);
    expect(Buffer.from(file?.bytes ?? []).includes("secret-comment")).toBe(false);
  });

  test("with transparency gets a white ground as JPEG and keeps it as WebP", async () => {
    const member = await createMember({ payg: 10 });
    const clear = await sharp({ create: { width: 50, height: 50, channels: 4, background: "#0000" } })
      .png()
      .toBuffer();
    const jpeg = await optimise(member, upload(clear), { format: "jpeg" });
    const { dominant } = await sharp(jpeg.file?.bytes).stats();
    expect(Math.min(dominant.r, dominant.g, dominant.b)).toBeGreaterThan(240);
    const webp = await optimise(member, upload(clear), { format: "webp" });
    expect((await sharp(webp.file?.bytes).metadata()).hasAlpha).toBe(true);
  });
});

describe("an animation", () => {
  test.each(["gif", "webp"] as const)("from %s keeps its frames as WebP", async (from) => {
    const member = await createMember({ payg: 10 });
    const { run, file } = await optimise(member, upload(await createAnimation(from, 8)));
    expect(run).toMatchObject({ status: "succeeded", output: { frames: 8, width: 60, height: 40 } });
    expect(await sharp(file?.bytes, { animated: true }).metadata()).toMatchObject({
      pages: 8,
      pageHeight: 40,
    });
  });

  test("becomes its first frame in a format without frames", async () => {
    const member = await createMember({ payg: 10 });
    const { run, file } = await optimise(member, upload(await createAnimation("gif", 8)), { format: "avif" });
    expect(run.output).toMatchObject({ frames: 1 });
    expect((await sharp(file?.bytes).metadata()).height).toBe(40);
  });
});

const png = await createImage("png", { width: 40, height: 40 });
const jpeg = await createImage("jpeg");
const tooManyPixels = await createPixelBomb(8200, 5000);
const tooLong = await createPixelBomb(16_400, 2);

describe("what is no picture is refused before anything is reserved", () => {
  test.each([
    ["a script named .png", Buffer.from("<script>alert(1)</script>"), "image.unsupported"],
    ["an SVG", Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'), "image.svg"],
    ["an SVG with a script", Buffer.from("<svg onload=alert(1)></svg>"), "image.svg"],
    ["a PDF", Buffer.from("%PDF-1.7\n1 0 obj"), "image.unsupported"],
    ["only the signature of a PNG", png.subarray(0, 8), "image.unsupported"],
    ["a PNG whose header breaks off", png.subarray(0, 20), "image.damaged"],
    ["a GIF that is a script", Buffer.from("GIF89a/*\0\0*/=alert(1)//"), "image.damaged"],
    [
      "random bytes",
      Buffer.from(Array.from({ length: 500 }, (_, index) => (index * 73) % 256)),
      "image.unsupported",
    ],
    ["a picture of 41 megapixels in few bytes", tooManyPixels, "image.too_many_pixels"],
    ["a picture too long for WebP", tooLong, "image.too_long"],
  ])("%s", async (_name, bytes, problem) => {
    const member = await createMember({ payg: 10 });
    await expect(optimise(member, upload(bytes, "picture.png"))).rejects.toMatchObject({
      code: "services.unusable_input",
      meta: { field: "image", problem },
    });
    expect(await reasonsOf(member)).toEqual(["grant"]);
  });

  test.each([
    ["no file at all", { image: "" }, "image"],
    ["an empty file", { image: upload(Buffer.alloc(0)) }, "image"],
    ["a file above 10 MB", { image: upload(Buffer.alloc(10_000_001)) }, "image"],
    ["an unknown format", { format: "tiff" }, "format"],
    ["quality 0", { quality: "0" }, "quality"],
    ["quality 101", { quality: "101" }, "quality"],
    ["quality 1e999", { quality: "1e999" }, "quality"],
    ["a quality in words", { quality: "best" }, "quality"],
    ["a longest side of 15", { maxDimension: "15" }, "maxDimension"],
    ["a longest side below zero", { maxDimension: "-100" }, "maxDimension"],
    ["a longest side beyond the formats", { maxDimension: "16384" }, "maxDimension"],
  ])("%s", async (_name, change, field) => {
    const member = await createMember({ payg: 10 });
    const input = { ...toInput(upload(jpeg)), ...change };
    await expect(
      runService(ctx, { slug, userId: member, key: randomUUID(), source: "web", input }),
    ).rejects.toMatchObject({
      code: "services.invalid_input",
      meta: { fields: { [field]: [expect.not.stringMatching(/expected/)] } },
    });
    expect(await reasonsOf(member)).toEqual(["grant"]);
  });
});

test.each(["jpeg", "png", "avif"] as const)(
  "a %s that breaks off half-way fails, and is not charged",
  async (from) => {
    const member = await createMember({ payg: 10 });
    const whole = await createImage(from);
    const { run, file } = await optimise(member, upload(whole.subarray(0, whole.length / 2)));
    expect(run).toMatchObject({ status: "failed", problem: "image.damaged", chargedMilli: 0n });
    expect(file).toBeNull();
    expect(await balanceOf(member)).toMatchObject({ totalMilli: 10_000n, heldMilli: 0n });
  },
);

test("code appended to a picture does not come out with it", async () => {
  const member = await createMember({ payg: 10 });
  const polyglot = Buffer.concat([
    await createImage("png"),
    Buffer.from("<?php system($_GET[0]); ?><script>evil()</script>"),
  ]);
  const { file } = await optimise(member, upload(polyglot, "holiday.png.php"));
  expect(Buffer.from(file?.bytes ?? []).includes("evil()")).toBe(false);
  expect(file?.name).toBe("holiday.png.webp");
});

test("a name of 10,000 characters, in any script, is cut and kept harmless", async () => {
  const member = await createMember({ payg: 10 });
  const name = `\u202e../${"صورة".repeat(2_500)}\0.png`;
  const { run } = await optimise(member, upload(await createImage("png"), name));
  expect(run.file?.name.length).toBeLessThanOrEqual(90);
  expect(run.file?.name).toMatch(/^صورة[^/\p{Cc}\p{Cf}]+\.webp$/u);
});

describe("the price of the beginning of a file", () => {
  const quoteHead = async (whole: Buffer) => {
    const head = new UploadedFile("a", new Uint8Array(whole.subarray(0, whole.length / 2)), false);
    return quoteService(ctx, { slug, userId: await createMember(), input: toInput(head) });
  };

  test.each(["jpeg", "png"] as const)("is the price of the whole for %s", async (from) => {
    const whole = await createImage(from, { width: 1500, height: 1000 });
    expect(await quoteHead(whole)).toMatchObject({ quoteMilli: 4000n, missingMilli: 4000n });
  });

  test.each(["webp", "gif"] as const)("cannot be told for %s", async (from) => {
    await expect(quoteHead(await createAnimation(from, 4))).rejects.toMatchObject({
      meta: { field: "image", problem: "file.needs_whole" },
    });
  });
});

describe("the file of a run", () => {
  test("belongs to its owner alone", async () => {
    const [owner, other] = [await createMember({ payg: 10 }), await createMember()];
    const { run } = await optimise(owner, upload(await createImage("png")));
    for (const stranger of [
      { userId: other, runId: run.id },
      { userId: owner, runId: randomUUID() },
      { userId: owner, runId: "x" },
    ])
      await expect(getRunFile(ctx, stranger)).rejects.toMatchObject({ code: "services.run_not_found" });
  });

  test("comes again with the same key, is kept for a day, and then is gone from the database, too", async () => {
    const member = await createMember({ payg: 10 });
    const request = {
      slug,
      userId: member,
      key: randomUUID(),
      source: "web" as const,
      input: toInput(upload(await createImage("png"))),
    };
    const first = await runService(ctx, request);
    expect(await runService(ctx, request)).toEqual(first);
    clock.advance(24 * 3_600_000);
    await expect(getRunFile(ctx, { userId: member, runId: first.id })).rejects.toMatchObject({
      code: "services.run_not_found",
    });
    expect(await runService(ctx, request)).toMatchObject({ id: first.id, file: null, chargedMilli: 2000n });
    await deleteExpiredFiles(ctx);
    expect(await ctx.db.prisma.serviceRunFile.count({ where: { runId: first.id } })).toBe(0);
  });
});
