"use client";

import { Alert } from "@/components/ui/alert";
import type { ActionFailure } from "@/lib/actions/types";
import { toFailureWords, toFieldWords } from "./failure-words";
import { formatWait } from "./format-wait";
import { useCountdown } from "./use-countdown";

interface FailureNoticeProps {
  failure: ActionFailure | null;
  /** How often the form was sent: an equal failure is announced again. */
  sent: number;
}

/** What went wrong with the form as a whole. Failures of one field are shown at that field instead. */
export function FailureNotice({ failure, sent }: FailureNoticeProps) {
  if (!failure || toFieldWords(failure)) return null;
  const wait = failure.meta.retryAfterSeconds;
  if (typeof wait === "number") return <WaitNotice seconds={wait} sent={sent} />;
  const { title, detail } = toFailureWords(failure);
  return (
    <Alert key={sent} tone="danger" title={title}>
      {detail}
    </Alert>
  );
}

function WaitNotice({ seconds, sent }: { seconds: number; sent: number }) {
  const left = useCountdown(seconds, sent);
  if (left === 0) return <Alert title="You can try again now." />;
  return (
    <Alert tone="warning" title="Too many attempts.">
      {/* Announced once, not every second. */}
      <span className="sr-only">Try again in {formatWait(seconds)}.</span>
      <span aria-hidden="true" data-figures>
        Try again in {formatWait(left)}.
      </span>
    </Alert>
  );
}
