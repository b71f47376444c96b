import { toActFailure } from "@/app/(app)/admin/_components/act-failure";
import { DomainError } from "@/lib/shared/errors";
import { planFailures } from "./_components/plan-failures";

type Words = { title: string; detail?: string };

/** A preview, or why it cannot be made. */
export async function readOrWords<Preview>(
  read: () => Promise<Preview>,
): Promise<{ preview: Preview; refused: null } | { preview: null; refused: Words }> {
  try {
    return { preview: await read(), refused: null };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { preview: null, refused: toActFailure(error, planFailures) };
  }
}
