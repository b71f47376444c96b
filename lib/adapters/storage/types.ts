export interface S3Settings {
  /** Null is Amazon's own, of the region. */
  endpoint: string | null;
  bucket: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
}

export interface StorageSettings {
  /** Wins over a folder. */
  s3: S3Settings | null;
  folder: string | null;
}
