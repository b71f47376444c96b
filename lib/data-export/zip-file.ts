import { randomUUID } from "node:crypto";
import { open, unlink, type FileHandle } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { Zip, ZipDeflate } from "fflate";

/**
 * A zip that grows on this machine's disk, because a store wants its size before its bytes. The file has no name from
 * the beginning on: it is gone with the process, however that ends, and nobody else can open it.
 */
export class ZipFile {
  readonly #file: FileHandle;
  readonly #madeAt: Date;
  readonly #zip: Zip;
  #chunks: Uint8Array[] = [];
  #byteSize = 0;

  private constructor(file: FileHandle, madeAt: Date) {
    this.#file = file;
    this.#madeAt = madeAt;
    this.#zip = new Zip((error, chunk) => {
      if (error) throw error;
      this.#chunks.push(chunk);
    });
  }

  static async create(madeAt: Date): Promise<ZipFile> {
    const path = join(tmpdir(), `quickscale-export-${randomUUID()}`);
    const file = await open(path, "wx+", 0o600);
    await unlink(path);
    return new ZipFile(file, madeAt);
  }

  /** Adds a file as it is read: never more of it than a part is in memory. */
  async add(
    name: string,
    parts: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>,
  ): Promise<void> {
    const entry = new ZipDeflate(name, { level: 6 });
    entry.mtime = this.#madeAt;
    this.#zip.add(entry);
    for await (const part of parts) {
      entry.push(typeof part === "string" ? Buffer.from(part) : part);
      await this.#write();
    }
    entry.push(new Uint8Array(), true);
    await this.#write();
  }

  async finish(): Promise<{ stream: Readable; byteSize: number }> {
    this.#zip.end();
    await this.#write();
    const stream = this.#file.createReadStream({ start: 0, autoClose: false });
    return { stream, byteSize: this.#byteSize };
  }

  async close(): Promise<void> {
    await this.#file.close();
  }

  async #write(): Promise<void> {
    const chunks = this.#chunks;
    this.#chunks = [];
    for (const chunk of chunks) {
      await this.#file.write(chunk, 0, chunk.byteLength, this.#byteSize);
      this.#byteSize += chunk.byteLength;
    }
  }
}
