import { Badge } from "@/components/ui/badge";
import { type CreditKind } from "@/lib/credits/types";

import { kindStyles } from "./credit-kind";

export function CreditKindBadge({ kind }: { kind: CreditKind }) {
  return <Badge tone={kindStyles[kind].tone}>{kindStyles[kind].label}</Badge>;
}
