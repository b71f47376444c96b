import { S3Client } from "@aws-sdk/client-s3";
import { S3Driver } from "flydrive/drivers/s3";
import type { S3Settings } from "./types";

const connectionTimeoutMs = 5_000;
const requestTimeoutMs = 60_000;

const silent = () => undefined;

/**
 * S3 or what speaks like it. Objects are private by the bucket's own rule: ACLs are off in new buckets, and unknown to
 * most others. Checksums are sent only where S3 demands them, because others refuse them.
 */
export function createS3Driver(settings: S3Settings): S3Driver {
  const { endpoint, bucket, region, accessKeyId, secretAccessKey } = settings;
  const client = new S3Client({
    ...(endpoint ? { endpoint, forcePathStyle: true } : {}),
    region,
    credentials: { accessKeyId, secretAccessKey },
    maxAttempts: 3,
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
    // What fails is thrown; the SDK would write it to the console as well.
    logger: { debug: silent, info: silent, warn: silent, error: silent },
    requestHandler: { connectionTimeout: connectionTimeoutMs, requestTimeout: requestTimeoutMs },
  });
  return new S3Driver({ client, bucket, visibility: "private", supportsACL: false });
}
