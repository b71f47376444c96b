import pino, { type DestinationStream } from "pino";
import type { Logger } from "@/lib/ports/logger";
import { redactLine } from "./redact-line";

/** JSON lines on standard output, without secrets and addresses, whoever put them into an error. */
export function createLog(level: string, destination?: DestinationStream): Logger {
  const options = { level, hooks: { streamWrite: redactLine } };
  return destination ? pino(options, destination) : pino(options);
}
