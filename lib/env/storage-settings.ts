interface StorageKeys {
  S3_ENDPOINT?: string | undefined;
  S3_BUCKET?: string | undefined;
  S3_REGION?: string | undefined;
  S3_ACCESS_KEY_ID?: string | undefined;
  S3_SECRET_ACCESS_KEY?: string | undefined;
  STORAGE_DIR?: string | undefined;
}

const needed = ["S3_BUCKET", "S3_REGION", "S3_ACCESS_KEY_ID", "S3_SECRET_ACCESS_KEY"] as const;

/** What is wrong with the keys of the storage taken together, or null. */
export function storageProblem(keys: StorageKeys): string | null {
  const some = [...needed, "S3_ENDPOINT" as const].some((key) => keys[key]);
  const missing = needed.filter((key) => !keys[key]);
  if (some && missing.length > 0) return `${missing.join(", ")}: S3 needs all of ${needed.join(", ")}`;
  if (some && keys.STORAGE_DIR) return "STORAGE_DIR: not together with S3_*, which would leave it unused";
  return null;
}

/** Where files are kept: S3, a folder, or nowhere. */
export function toStorageSettings(keys: StorageKeys) {
  const { S3_ENDPOINT, S3_BUCKET, S3_REGION, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY, STORAGE_DIR } = keys;
  const folder = STORAGE_DIR ?? null;
  if (!S3_BUCKET || !S3_REGION || !S3_ACCESS_KEY_ID || !S3_SECRET_ACCESS_KEY) return { s3: null, folder };
  const access = { accessKeyId: S3_ACCESS_KEY_ID, secretAccessKey: S3_SECRET_ACCESS_KEY };
  return { s3: { endpoint: S3_ENDPOINT ?? null, bucket: S3_BUCKET, region: S3_REGION, ...access }, folder };
}
