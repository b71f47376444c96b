import { SearchX } from "lucide-react";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import type { IdKind } from "@/lib/support/types";
import { idWords } from "./id-words";

export function EmptyPeople({ idKind }: { idKind: IdKind | null }) {
  return (
    <EmptyState
      icon={SearchX}
      title={idKind ? `Nobody here has this ${idWords[idKind]}` : "Nobody is like that"}
      action={
        <LinkButton href="/admin/users" variant="secondary">
          Show everybody
        </LinkButton>
      }
    >
      {idKind
        ? "It may be of another account, or its webhook has not come. quickscale stripe reconcile tells what is missing here."
        : "Fewer letters or fewer filters find more. One or two letters are looked for where an address or name begins."}
    </EmptyState>
  );
}
