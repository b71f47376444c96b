import { deflateSync } from "node:zlib";
import sharp from "sharp";
import { expect, test } from "vitest";
import { findPictureId, openAvatar, removeAvatar, setAvatar } from "@/lib/avatars";
import { anonymiseDeletedAccounts } from "@/lib/account-deletion";
import type { FileStorage } from "@/lib/ports/file-storage";
import { deleteLooseObjects } from "@/lib/stored-objects";
import { createFileStorage } from "@/tests/factories/file-storage";
import { createAnimation, createPhoto, createPixelBomb } from "@/tests/factories/image";
import { createUser } from "@/tests/factories/user";
import { fixedClock } from "@/tests/fakes/fixed-clock";
import { recordingLog } from "@/tests/fakes/recording-log";
import { createTestDatabase } from "@/tests/setup/test-database";

const db = await createTestDatabase(20);
const { storage, listKeys } = await createFileStorage();
const clock = fixedClock(new Date());
const ctx = { db, storage, systemClock: clock, log: recordingLog() };
const hour = 3_600_000;

const solid = (background: string, width = 300, height = 200) =>
  sharp({ create: { width, height, channels: 3, background } });

/** Red on the left third, blue on the rest. */
async function redAndBlue(): Promise<Buffer> {
  const red = await solid("#ff0000", 100, 200).png().toBuffer();
  return solid("#0000ff")
    .composite([{ input: red, left: 0, top: 0 }])
    .png()
    .toBuffer();
}

const set = (userId: string, bytes: Uint8Array, crop: Parameters<typeof setAvatar>[1]["crop"] = null) =>
  setAvatar(ctx, { userId, bytes, crop });

async function colourAt(pictureId: string, size: number, where: { left: number; top: number }) {
  const bytes = await storage.read(`avatars/${pictureId}-${size}.webp`);
  const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true });
  const at = (where.top * info.width + where.left) * info.channels;
  return [...data.subarray(at, at + 3)].map((value) => Math.round(value / 255));
}

/** Deletes what is due, now or after an hour in which nobody adopted it. */
async function cleanUp(afterMs = 0) {
  clock.advance(afterMs);
  return deleteLooseObjects(ctx);
}

test("what was cut out is kept in two sizes as WebP, with nothing else of the file", async () => {
  const { id: userId } = await createUser(db);
  const first = await set(userId, await redAndBlue(), { x: 0, y: 50, width: 100, height: 100 });
  expect(await colourAt(first, 96, { left: 90, top: 48 })).toEqual([1, 0, 0]);
  const second = await set(userId, await redAndBlue());
  expect(await colourAt(second, 512, { left: 10, top: 10 })).toEqual([1, 0, 0]);
  expect(await colourAt(second, 512, { left: 500, top: 10 })).toEqual([0, 0, 1]);

  // A photo that lies on its side is cut as it is looked at: black above, white below.
  const photo = await createPhoto({ width: 240, height: 180 });
  const id = await set(userId, photo, { x: 0, y: 0, width: 100, height: 100 });
  expect(await colourAt(id, 512, { left: 256, top: 256 })).toEqual([0, 0, 0]);
  const bytes = await storage.read(`avatars/${id}-512.webp`);
  const { format, width, height, pages, exif, icc, orientation } = await sharp(bytes).metadata();
  expect({ format, width, height }).toEqual({ format: "webp", width: 512, height: 512 });
  expect([pages, exif, icc, orientation]).toEqual([undefined, undefined, undefined, undefined]);
  expect(Buffer.from(bytes).includes("secret-comment")).toBe(false);
});

test("an animation keeps its first frame, print colours become those of a screen, and what is clear becomes white", async () => {
  const { id: userId } = await createUser(db);
  const fromGif = await set(userId, await createAnimation("gif", 4));
  expect((await sharp(await storage.read(`avatars/${fromGif}-96.webp`)).metadata()).pages).toBeUndefined();
  const cmyk = await solid("#ff0000").toColourspace("cmyk").jpeg().toBuffer();
  expect((await sharp(cmyk).metadata()).space).toBe("cmyk");
  const fromPrint = await set(userId, cmyk);
  const { space, channels } = await sharp(await storage.read(`avatars/${fromPrint}-512.webp`)).metadata();
  expect({ space, channels }).toEqual({ space: "srgb", channels: 3 });
  const clear = await sharp({ create: { width: 9, height: 9, channels: 4, background: "#0000" } })
    .png()
    .toBuffer();
  expect(await colourAt(await set(userId, clear), 96, { left: 5, top: 5 })).toEqual([1, 1, 1]);
  const avif = await solid("#00ff00", 64, 64).avif().toBuffer();
  expect(await colourAt(await set(userId, avif), 96, { left: 5, top: 5 })).toEqual([0, 1, 0]);
});

/** The beginning of a PNG that claims 50,000 by 50,000 pixels; its data is a few bytes. */
function hugeHeader(): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const size = Buffer.alloc(4);
    size.writeUInt32BE(data.length);
    const crc = Buffer.alloc(4);
    crc.writeUInt32BE(crc32(body));
    return Buffer.concat([size, body, crc]);
  };
  const header = Buffer.from([0, 0, 0xc3, 0x50, 0, 0, 0xc3, 0x50, 8, 2, 0, 0, 0]);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const data = chunk("IDAT", deflateSync(Buffer.alloc(100)));
  return Buffer.concat([signature, chunk("IHDR", header), data, chunk("IEND", Buffer.alloc(0))]);
}

function crc32(bytes: Buffer): number {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

const script = "alert(document.domain)";

test("hostile and broken files are refused with their reason, and change nothing", async () => {
  const { id: userId } = await createUser(db);
  const kept = await set(userId, await redAndBlue());
  const keys = await listKeys();
  const jpeg = await solid("#00ff00", 800, 800).jpeg().toBuffer();
  const refused: [string, Uint8Array, string][] = [
    ["nothing", new Uint8Array(), "empty"],
    ["10 MB", Buffer.concat([jpeg, Buffer.alloc(10_000_000)]), "too_large"],
    [
      "an SVG",
      Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg"><script>${script}</script></svg>`),
      "svg",
    ],
    ["an SVG as XML", Buffer.from(`<?xml version="1.0"?><!-- GIF89a --><svg><script/></svg>`), "svg"],
    ["HTML", Buffer.from(`<!doctype html><script>${script}</script>`), "unsupported"],
    ["a script that begins like a GIF", Buffer.from(`GIF89a/*\0\0*/=1;${script}`), "damaged"],
    ["a PDF", Buffer.from("%PDF-1.7\n%âãÏÓ\n1 0 obj"), "unsupported"],
    ["a WebP's name before a JPEG", Buffer.concat([Buffer.from("RIFF\0\0\0\0WEBP"), jpeg]), "damaged"],
    ["a JPEG that breaks off", jpeg.subarray(0, jpeg.length / 2), "damaged"],
    ["a PNG of 50,000 × 50,000", hugeHeader(), "too_many_pixels"],
    ["a true bomb", await createPixelBomb(10_000, 10_000), "too_many_pixels"],
  ];
  for (const [what, bytes, problem] of refused)
    await expect(set(userId, bytes), what).rejects.toMatchObject({
      code: `avatars.${problem}`,
      kind: "invalid",
    });
  expect(await findPictureId(db, userId)).toBe(kept);
  expect(await listKeys()).toEqual(keys);
});

test("a picture that is a zip or a page as well comes out as a picture alone", async () => {
  const { id: userId } = await createUser(db);
  const jpeg = await solid("#00ff00").jpeg().toBuffer();
  const gif = await createAnimation("gif", 2);
  for (const tail of ["PK\x03\x04 evil.html", `<script>${script}</script>`]) {
    for (const picture of [jpeg, gif]) {
      const id = await set(userId, Buffer.concat([picture, Buffer.from(tail)]));
      const bytes = Buffer.from(await storage.read(`avatars/${id}-512.webp`));
      expect(bytes.subarray(0, 4).toString()).toBe("RIFF");
      expect(bytes.includes("PK\x03\x04") || bytes.includes("script")).toBe(false);
    }
  }
});

test("a square that is none, or not inside the picture, is refused", async () => {
  const { id: userId } = await createUser(db);
  const picture = await redAndBlue();
  const good = { x: 10, y: 10, width: 100, height: 100 };
  const wrong = [
    { x: -1 },
    { y: -1 },
    { x: 201 },
    { y: 101 },
    { width: 0, height: 0 },
    { width: -100, height: -100 },
    { x: Number.NaN },
    { width: Number.NaN },
    { x: 1.5 },
    { x: Infinity },
    { width: 150 },
    { y: 2 ** 60 },
  ];
  for (const change of wrong)
    await expect(set(userId, picture, { ...good, ...change }), JSON.stringify(change)).rejects.toMatchObject({
      code: "avatars.crop_outside",
    });
  await set(userId, picture, { ...good, height: 101 });
});

test("of pictures set at the same time one stays, and nothing of the others", async () => {
  const { id: userId } = await createUser(db);
  await cleanUp();
  const before = await listKeys();
  const bytes = await redAndBlue();
  const ids = await Promise.all(Array.from({ length: 6 }, () => set(userId, bytes)));
  await cleanUp();
  const left = (await findPictureId(db, userId)) ?? "";
  expect(ids).toContain(left);
  const own = (await listKeys()).filter((key) => !before.includes(key));
  expect(own).toEqual([`avatars/${left}-512.webp`, `avatars/${left}-96.webp`]);
  expect(await db.prisma.looseObject.count()).toBe(0);

  await Promise.all([removeAvatar(ctx, userId), removeAvatar(ctx, userId)]);
  expect(await findPictureId(db, userId)).toBeNull();
  await expect(openAvatar(ctx, `${left}-96.webp`)).rejects.toMatchObject({ code: "avatars.not_found" });
  expect(await cleanUp()).toEqual({ objects: 2 });
  expect(await listKeys()).toEqual(before);
});

test("a change that dies in the middle leaves the picture as it was, and nothing over", async () => {
  const { id: userId } = await createUser(db);
  const kept = await set(userId, await redAndBlue());
  const before = await listKeys();
  const dying: FileStorage = Object.assign(Object.create(storage) as FileStorage, {
    put: async (...call: Parameters<FileStorage["put"]>) => {
      await storage.put(...call);
      if (call[0].endsWith("-96.webp")) throw new Error("The process died.");
    },
  });
  const bytes = await redAndBlue();
  await expect(setAvatar({ ...ctx, storage: dying }, { userId, bytes, crop: null })).rejects.toThrow("died");
  expect(await findPictureId(db, userId)).toBe(kept);
  expect(await listKeys()).toHaveLength(before.length + 2);
  expect(await cleanUp()).toEqual({ objects: 0 });
  expect(await cleanUp(hour)).toEqual({ objects: 2 });
  expect(await listKeys()).toEqual(before);

  // So slow that its objects are as good as deleted: refused, rather than a picture that is not there.
  const slow: FileStorage = Object.assign(Object.create(storage) as FileStorage, {
    put: async (...call: Parameters<FileStorage["put"]>) => {
      await storage.put(...call);
      clock.advance(hour);
    },
  });
  await expect(setAvatar({ ...ctx, storage: slow }, { userId, bytes, crop: null })).rejects.toMatchObject({
    code: "storage.unavailable",
  });
  expect(await findPictureId(db, userId)).toBe(kept);
  await cleanUp();
  expect(await listKeys()).toEqual(before);
});

test("a picture is found by its exact name alone, and storage that is off is said", async () => {
  const { id: userId } = await createUser(db);
  const id = await set(userId, await redAndBlue());
  const { stream, ...info } = await openAvatar(ctx, `${id}-96.webp`);
  stream.destroy();
  expect(info).toMatchObject({ contentType: "image/webp" });
  for (const name of [
    `${id}-97.webp`,
    `${id}-96.png`,
    `../${id}-96.webp`,
    `${id.toUpperCase()}-96.webp`,
    id,
    "",
  ])
    await expect(openAvatar(ctx, name), name).rejects.toMatchObject({ kind: "not_found" });
  const off = { ...ctx, storage: null };
  const problem = { code: "storage.off", kind: "unavailable" };
  await expect(openAvatar(off, `${id}-96.webp`)).rejects.toMatchObject(problem);
  await expect(setAvatar(off, { userId, bytes: new Uint8Array(1), crop: null })).rejects.toMatchObject(
    problem,
  );
  expect(await deleteLooseObjects(off)).toEqual({ objects: 0 });
});

test("a deleted account takes its picture with it, and gets no other", async () => {
  const { id: userId } = await createUser(db);
  const id = await set(userId, await redAndBlue());
  const asked = new Date(clock.now().getTime() - 15 * 24 * hour);
  await db.prisma.user.update({ where: { id: userId }, data: { deletionAskedAt: asked } });
  expect(await anonymiseDeletedAccounts(ctx)).toBe(1);
  await cleanUp();
  expect(await storage.exists(`avatars/${id}-512.webp`)).toBe(false);
  await expect(set(userId, await redAndBlue())).rejects.toMatchObject({ code: "avatars.not_found" });
  await cleanUp(hour);
  expect(await db.prisma.looseObject.count()).toBe(0);
});
