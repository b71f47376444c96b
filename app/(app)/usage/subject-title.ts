import { describeServices } from "@/lib/services";
import type { Subject } from "./_datasets/usage-question";

/** "getBalance" is "Get balance". */
function toWords(id: string): string {
  const words = id.replace(/([a-z\d])([A-Z])/g, "$1 $2").toLowerCase();
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

/** A service by its title and an operation of the API by its name in words; one that is no more by what it was called. */
export function toSubjectTitle({ kind, subject }: Subject): string {
  if (kind === "api_call") return toWords(subject);
  return describeServices().find(({ slug }) => slug === subject)?.title ?? subject;
}
