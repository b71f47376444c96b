import { notFound } from "next/navigation";
import { DomainError } from "@/lib/shared/errors";

/** What a lookup finds, or the page that says there is nothing here. */
export async function orNotFound<T>(look: () => T | Promise<T>): Promise<T> {
  try {
    return await look();
  } catch (error) {
    if (error instanceof DomainError && error.kind === "not_found") notFound();
    throw error;
  }
}
