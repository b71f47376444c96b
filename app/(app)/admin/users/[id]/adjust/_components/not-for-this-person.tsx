import { Alert } from "@/components/ui/alert";

/** Why there is nothing to do here. */
export function NotForThisPerson({ anonymised }: { anonymised: boolean }) {
  return anonymised ? (
    <Alert title="This account was deleted.">Its records are kept, and nothing of it can be changed.</Alert>
  ) : (
    <Alert title="This is your own account.">Admins do not act on themselves: ask another admin.</Alert>
  );
}
