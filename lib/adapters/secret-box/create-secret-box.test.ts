import { expect, test } from "vitest";
import { createSecretBox } from "./create-secret-box";

const old = "an old secret of at least thirty-two characters";
const fresh = "a new secret of at least thirty-two characters!";

test("opens what it sealed, for the same purpose only, and never seals twice alike", () => {
  const box = createSecretBox([fresh]);
  const sealed = box.seal("JBSWY3DP", "totp:ada");
  expect(box.open(sealed, "totp:ada")).toBe("JBSWY3DP");
  expect(box.open(sealed, "totp:eve")).toBeNull();
  expect(sealed.sealed).not.toContain("JBSWY3DP");
  expect(box.seal("JBSWY3DP", "totp:ada").sealed).not.toBe(sealed.sealed);
});

test("after a change of the secret opens with the one before while that is named, and seals with the new one", () => {
  const sealed = createSecretBox([old]).seal("JBSWY3DP", "totp:ada");
  const both = createSecretBox([fresh, old]);
  expect(both.open(sealed, "totp:ada")).toBe("JBSWY3DP");
  expect(both.seal("x", "y").keyId).toBe(createSecretBox([fresh]).seal("x", "y").keyId);
  expect(createSecretBox([fresh]).open(sealed, "totp:ada")).toBeNull();
});

test("opens nothing that was changed, cut short or relabelled", () => {
  const box = createSecretBox([fresh]);
  const { keyId, sealed } = box.seal("JBSWY3DP", "totp:ada");
  const bytes = Buffer.from(sealed, "base64url");
  for (let at = 0; at < bytes.length; at += 1) {
    const changed = Buffer.from(bytes);
    changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
    expect(box.open({ keyId, sealed: changed.toString("base64url") }, "totp:ada")).toBeNull();
  }
  expect(box.open({ keyId, sealed: sealed.slice(0, 30) }, "totp:ada")).toBeNull();
  const other = createSecretBox([old]);
  expect(other.open({ keyId: other.seal("", "").keyId, sealed }, "totp:ada")).toBeNull();
});
