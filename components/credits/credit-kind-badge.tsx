import { Badge } from "@/components/ui/badge";

import { creditKinds, type CreditKind } from "./credit-kind";

export function CreditKindBadge({ kind }: { kind: CreditKind }) {
  return <Badge tone={kind}>{creditKinds[kind].label}</Badge>;
}
