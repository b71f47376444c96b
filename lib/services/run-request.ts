import type { RawInput } from "./define-service";

export interface RunRequest {
  userId: string;
  /** A UUID that the caller makes once per submission: a repeated submission is the same run. */
  key: string;
  input: RawInput;
  source: "web" | "api";
  /** The price the person saw and agreed to; a higher one is refused. */
  approvedMilli?: bigint;
}
