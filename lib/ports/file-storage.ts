import type { Readable } from "node:stream";

/** What is written. The size of a stream is told before: a store cannot take one that it does not know. */
export type StoredContent = Uint8Array | { stream: Readable; byteSize: number };

export interface PutOptions {
  contentType: string;
  /** Sent to whoever reads by a signed address; `private, no-store` unless told otherwise. */
  cacheControl?: string;
}

export interface StoredObjectInfo {
  byteSize: number;
  /** As it was put; where the store keeps none, that of the key's ending. */
  contentType: string;
}

export interface StoredObject extends StoredObjectInfo {
  /** Read it to its end or destroy it. */
  stream: Readable;
}

export interface SignedReading {
  expiresInSeconds: number;
  /** The browser saves it under this name instead of showing it. */
  downloadName?: string;
}

/**
 * Where bytes are kept. Keys are made by us, never by a person: lower-case letters, digits, `-` and `.` in parts between
 * slashes, such as `avatars/3f…-96.webp`. A key is written once and never again, so what is read under it never changes.
 * Every method throws StorageUnavailable when the store does not answer or refuses.
 */
export interface FileStorage {
  /** Writes all of it or throws; after a throw a part may be there. */
  put(key: string, content: StoredContent, options: PutOptions): Promise<void>;
  /** @throws ObjectNotFound */
  open(key: string): Promise<StoredObject>;
  /** The whole object in memory: for what is known to be small. @throws ObjectNotFound */
  read(key: string): Promise<Uint8Array>;
  /** @throws ObjectNotFound */
  head(key: string): Promise<StoredObjectInfo>;
  exists(key: string): Promise<boolean>;
  /** Idempotent: nothing happens where there is nothing. */
  delete(key: string): Promise<void>;
  /**
   * An address at which anybody can read the object for a while, without us. Null where the store has no such thing (a
   * folder on a disk): then it is to be sent through the app.
   */
  signReadUrl(key: string, reading: SignedReading): Promise<string | null>;
}
