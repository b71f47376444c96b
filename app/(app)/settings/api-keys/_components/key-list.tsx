import { KeyRound } from "lucide-react";
import { Card, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import type { ApiKeyView } from "@/lib/api-keys/types";
import { KeyRow } from "./key-row";

export function KeyList({ keys }: { keys: readonly ApiKeyView[] }) {
  if (keys.length === 0) {
    return (
      <Card aria-label="Your keys">
        <EmptyState icon={KeyRound} title="You have no keys yet">
          Make one below, and send it with each request as a bearer key. The API reference has examples.
        </EmptyState>
      </Card>
    );
  }
  return (
    <Card aria-labelledby="your-keys">
      <CardHeader
        id="your-keys"
        title="Your keys"
        description="Only their ends are shown: secrets are told once."
      />
      <ul className="mt-3 divide-y divide-line">
        {keys.map((key) => (
          <KeyRow key={key.id} apiKey={key} />
        ))}
      </ul>
    </Card>
  );
}
