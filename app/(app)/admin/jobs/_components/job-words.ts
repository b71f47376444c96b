import type { FailureWords } from "@/app/(app)/admin/_components/act-failure";

/** "sweep-stripe-events" is "Sweep stripe events". */
export function jobWords(name: string): string {
  const words = name.replaceAll("-", " ");
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

export const jobFailures: FailureWords = {
  "queue.job_changed": {
    title: "This job changed meanwhile.",
    detail: "It was done, tried again or retried. Nothing was done; reload the page to see.",
  },
  "queue.not_scheduled": { title: "No job runs by the clock under this name." },
};

export const jobNotices = {
  started: { title: "The job is in the queue.", text: "A worker takes it up within seconds." },
  retried: { title: "The job is tried again.", text: "If it fails once more, it comes back here." },
};
