import { buffer } from "node:stream/consumers";
import { Disk } from "flydrive";
import type { DriverContract } from "flydrive/types";
import type {
  FileStorage,
  PutOptions,
  SignedReading,
  StoredContent,
  StoredObject,
  StoredObjectInfo,
} from "@/lib/ports/file-storage";
import { toStorageError } from "./to-storage-error";

const fallbackType = "application/octet-stream";

function toPlainName(name: string): string {
  return name.replace(/[^\x20-\x7e]|["\\%]/g, "_");
}

/** The port on any of the library's drivers. */
export class DriverStorage implements FileStorage {
  readonly #disk: Disk;
  readonly #signs: boolean;

  constructor(driver: DriverContract, { signs }: { signs: boolean }) {
    this.#disk = new Disk(driver);
    this.#signs = signs;
  }

  async put(key: string, content: StoredContent, options: PutOptions): Promise<void> {
    const { contentType, cacheControl = "private, no-store" } = options;
    await this.#try(key, async () => {
      if (content instanceof Uint8Array) {
        await this.#disk.put(key, content, { contentType, cacheControl });
      } else {
        const { stream, byteSize } = content;
        await this.#disk.putStream(key, stream, { contentType, cacheControl, contentLength: byteSize });
      }
    });
  }

  async open(key: string): Promise<StoredObject> {
    // A file's stream tells only while it is read that there is none.
    const info = await this.head(key);
    return { ...info, stream: await this.#try(key, () => this.#disk.getStream(key)) };
  }

  async read(key: string): Promise<Uint8Array> {
    const { stream } = await this.open(key);
    return this.#try(key, () => buffer(stream));
  }

  async head(key: string): Promise<StoredObjectInfo> {
    const { contentLength, contentType } = await this.#try(key, () => this.#disk.getMetaData(key));
    return { byteSize: contentLength, contentType: contentType ?? fallbackType };
  }

  async exists(key: string): Promise<boolean> {
    return this.#try(key, () => this.#disk.exists(key));
  }

  async delete(key: string): Promise<void> {
    await this.#try(key, () => this.#disk.delete(key));
  }

  async signReadUrl(key: string, { expiresInSeconds, downloadName }: SignedReading): Promise<string | null> {
    if (!this.#signs) return null;
    const disposition = downloadName
      ? { contentDisposition: `attachment; filename="${toPlainName(downloadName)}"` }
      : {};
    // The library takes a number for seconds.
    return this.#try(key, () =>
      this.#disk.getSignedUrl(key, { expiresIn: expiresInSeconds, ...disposition }),
    );
  }

  async #try<T>(key: string, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw toStorageError(key, error);
    }
  }
}
