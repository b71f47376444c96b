import { Alert } from "@/components/ui/alert";
import { LinkButton } from "@/components/ui/link-button";

/** In place of the form of a service that an admin switched off. */
export function SwitchedOff() {
  return (
    <Alert
      tone="warning"
      title="This service is unavailable for now."
      className="mb-6"
      action={
        <LinkButton href="/services" variant="secondary" size="sm">
          See the other services
        </LinkButton>
      }
    >
      Nothing can be run here until it is back. What you ran before stays below, and you are charged nothing.
    </Alert>
  );
}
