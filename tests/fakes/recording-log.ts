import type { Logger } from "@/lib/ports/logger";

export interface LogLine {
  level: "debug" | "info" | "warn" | "error" | "fatal";
  bindings: unknown;
  message: string;
}

export interface RecordingLog extends Logger {
  readonly lines: LogLine[];
}

/** Keeps what was logged, so that a test can say which failures are logged and which are not. */
export function recordingLog(lines: LogLine[] = []): RecordingLog {
  const at =
    (level: LogLine["level"]) =>
    (bindings: unknown, message?: string): void => {
      lines.push({ level, bindings, message: message ?? String(bindings) });
    };
  return {
    lines,
    debug: at("debug"),
    info: at("info"),
    warn: at("warn"),
    error: at("error"),
    fatal: at("fatal"),
    child: () => recordingLog(lines),
  };
}
