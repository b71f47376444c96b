import { kindStyles } from "./credit-kind";
import { type Lot } from "@/lib/credits/types";

export function lotTitle({ description, kind }: Pick<Lot, "description" | "kind">): string {
  return description || `${kindStyles[kind].label} credits`;
}
