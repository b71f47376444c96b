import { expect, test } from "vitest";
import { storageProblem, toStorageSettings } from "./storage-settings";

const s3 = {
  S3_BUCKET: "files",
  S3_REGION: "eu-central-1",
  S3_ACCESS_KEY_ID: "id",
  S3_SECRET_ACCESS_KEY: "secret",
};
const access = { bucket: "files", region: "eu-central-1", accessKeyId: "id", secretAccessKey: "secret" };

test("files are kept in S3, in a folder, or nowhere", () => {
  expect(toStorageSettings({})).toEqual({ s3: null, folder: null });
  expect(toStorageSettings({ STORAGE_DIR: "/data" })).toEqual({ s3: null, folder: "/data" });
  expect(toStorageSettings(s3)).toEqual({ s3: { ...access, endpoint: null }, folder: null });
  const endpoint = "https://s3.example";
  expect(toStorageSettings({ ...s3, S3_ENDPOINT: endpoint }).s3).toEqual({ ...access, endpoint });
  for (const settings of [{}, { STORAGE_DIR: "/data" }, s3]) expect(storageProblem(settings)).toBeNull();
});

test("half of S3 is refused with what is missing, and so are two places at once", () => {
  for (const key of Object.keys(s3)) {
    expect(storageProblem({ ...s3, [key]: undefined })).toMatch(new RegExp(`^${key}: `));
    expect(toStorageSettings({ ...s3, [key]: undefined }).s3).toBeNull();
  }
  expect(storageProblem({ S3_ENDPOINT: "https://s3.example" })).toContain("S3_BUCKET, S3_REGION");
  expect(storageProblem({ ...s3, STORAGE_DIR: "/data" })).toContain("STORAGE_DIR");
});
