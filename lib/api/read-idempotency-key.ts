import { createHash } from "node:crypto";
import { invalidRequest } from "./errors";

const header = "Idempotency-Key";

/** The hash of the Idempotency-Key of a request; null without one. @throws ApiRefusal */
export function readIdempotencyKey(headers: Headers): string | null {
  const key = headers.get(header);
  if (key === null) return null;
  if (!/^[\x21-\x7e]{1,255}$/.test(key))
    throw invalidRequest([{ path: header, message: "1 to 255 visible ASCII characters." }]);
  return createHash("sha256").update(key).digest("hex");
}
