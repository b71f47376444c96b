import { unstable_rethrow } from "next/navigation";
import type { ActionFailure } from "@/lib/actions/types";

interface Answer<Data> {
  data?: Data;
  serverError?: ActionFailure;
}

/** Sends an action and answers with what came out or why nothing did; an answer that got lost is a failure, too. */
export async function ask<Data>(
  call: Promise<Answer<Data> | undefined>,
): Promise<{ data: Data | undefined; failure: null } | { data: null; failure: ActionFailure }> {
  try {
    const answer = await call;
    if (answer?.serverError) return { data: null, failure: answer.serverError };
    return { data: answer?.data, failure: null };
  } catch (error) {
    unstable_rethrow(error);
    return { data: null, failure: { code: "network", meta: {} } };
  }
}
