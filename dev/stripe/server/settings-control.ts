import { z } from "zod";
import { type EngineParts } from "../engine/engine";
import {
  AFTER_RETRIES,
  readAfterRetries,
  writeAfterRetries,
} from "../engine/subscriptions/exhausted-setting";
import { jsonResponse, type LocalResponse } from "./messages";

const body = z.strictObject({ after_retries: z.enum(AFTER_RETRIES) });

/** `GET /_emulator/settings`: what is chosen in the dashboard of an account at Stripe. */
export function readSettings({ store }: EngineParts): LocalResponse {
  return jsonResponse(200, { after_retries: readAfterRetries(store.settings) });
}

/** @throws ZodError */
export function changeSettings(parts: EngineParts, input: unknown): LocalResponse {
  writeAfterRetries(parts.store.settings, body.parse(input).after_retries);
  return readSettings(parts);
}
