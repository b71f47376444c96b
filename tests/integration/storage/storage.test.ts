import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { afterAll, describe, expect, test } from "vitest";
import { freePort } from "@/dev/free-port";
import { startStorage } from "@/dev/storage/start-storage";
import { createStorage } from "@/lib/adapters/storage";
import type { FileStorage } from "@/lib/ports/file-storage";

const folder = await mkdtemp(join(tmpdir(), "quickscale-storage-"));
const s3 = await startStorage({ port: await freePort(0) });
afterAll(async () => {
  await s3.close();
  await rm(folder, { recursive: true, force: true });
});

const access = {
  region: "eu-central-1",
  accessKeyId: "AKIAIOSFODNN7EXAMPLE",
  secretAccessKey: "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
};

function open(settings: Parameters<typeof createStorage>[0]): FileStorage {
  const storage = createStorage(settings);
  if (!storage) throw new Error("The storage is off.");
  return storage;
}

const onS3 = (changes: { endpoint?: string; bucket?: string } = {}) =>
  open({ folder, s3: { ...access, endpoint: s3.url, bucket: s3.bucket, ...changes } });

const stores: [string, FileStorage][] = [
  ["a folder", open({ folder, s3: null })],
  ["S3", onS3()],
];

describe.each(stores)("%s", (name, storage) => {
  const everyByte = Uint8Array.from({ length: 256 }, (_, value) => value);
  const webp = { contentType: "image/webp" };

  test("gives back what was put, bytes and streams alike, with its size and type", async () => {
    await storage.put("avatars/one-96.webp", everyByte, webp);
    expect(new Uint8Array(await storage.read("avatars/one-96.webp"))).toEqual(everyByte);
    expect(await storage.head("avatars/one-96.webp")).toEqual({
      byteSize: 256,
      contentType: "image/webp",
    });
    const parts = Array.from({ length: 300 }, () => Buffer.alloc(10_000, everyByte));
    const byteSize = 3_000_000;
    await storage.put(
      "exports/two.zip",
      { stream: Readable.from(parts), byteSize },
      { contentType: "application/zip" },
    );
    const { stream, ...info } = await storage.open("exports/two.zip");
    expect(info).toEqual({ byteSize, contentType: "application/zip" });
    expect((await buffer(stream)).equals(Buffer.concat(parts))).toBe(true);
    await storage.put("exports/empty.zip", new Uint8Array(), { contentType: "application/zip" });
    expect(await storage.read("exports/empty.zip")).toHaveLength(0);
  });

  test("says of what is not there that it is not there, and deletes it any number of times", async () => {
    const key = "avatars/three-512.webp";
    await storage.put(key, everyByte, webp);
    expect(await storage.exists(key)).toBe(true);
    await storage.delete(key);
    await storage.delete(key);
    expect(await storage.exists(key)).toBe(false);
    const missing = { code: "storage.not_found", kind: "not_found", meta: {} };
    for (const ask of [storage.open(key), storage.read(key), storage.head(key)])
      await expect(ask).rejects.toMatchObject(missing);
  });

  test("never leaves its place, and never writes half of a stream in silence", async () => {
    for (const key of ["../outside", "avatars/../../outside", "a\0b"])
      await expect(storage.put(key, everyByte, webp)).rejects.toMatchObject({ code: "storage.unavailable" });
    const broken = Readable.from(
      (function* () {
        yield Buffer.alloc(1_000);
        throw new Error("The source broke off.");
      })(),
    );
    await expect(
      storage.put("exports/four.zip", { stream: broken, byteSize: 5_000 }, webp),
    ).rejects.toMatchObject({ code: "storage.unavailable", kind: "unavailable" });
  });

  test("signs addresses where it has them", async () => {
    await storage.put("exports/five.zip", everyByte, webp);
    const url = await storage.signReadUrl("exports/five.zip", {
      expiresInSeconds: 90,
      downloadName: 'My "data".zip',
    });
    if (name === "a folder") {
      expect(url).toBeNull();
      return;
    }
    const { searchParams } = new URL(url ?? "");
    expect(searchParams.get("X-Amz-Expires")).toBe("90");
    expect(searchParams.get("response-content-disposition")).toBe('attachment; filename="My _data_.zip"');
    const answer = await fetch(url ?? "");
    expect(new Uint8Array(await answer.arrayBuffer())).toEqual(everyByte);
  });
});

test("a store that is down, refuses or has no bucket is unavailable, not empty", async () => {
  const nobody = `http://127.0.0.1:${await freePort(0)}`;
  const gone = { code: "storage.unavailable", kind: "unavailable" };
  const byte = [new Uint8Array(1), { contentType: "image/webp" }] as const;
  for (const storage of [onS3({ endpoint: nobody }), onS3({ bucket: "no-such-bucket" })])
    await expect(storage.put("avatars/x.webp", ...byte)).rejects.toMatchObject(gone);
  await expect(onS3({ endpoint: nobody }).open("avatars/one-96.webp")).rejects.toMatchObject(gone);
  expect(createStorage({ s3: null, folder: null })).toBeNull();
});
