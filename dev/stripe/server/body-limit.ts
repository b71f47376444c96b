import { jsonResponse, type LocalResponse } from "./messages";
import { type StripeErrorBody } from "./stripe-error";

export const MAX_BODY_BYTES = 1_000_000;

export function bodyTooLarge(): LocalResponse {
  const error: StripeErrorBody = {
    type: "invalid_request_error",
    message: `The request body is too large: at most ${MAX_BODY_BYTES} bytes are read.`,
  };
  return jsonResponse(413, { error }, { connection: "close" });
}
