import { Alert } from "@/components/ui/alert";
import { toFailureWords } from "./failure-words";
import { providerWords } from "./provider-words";

const known = new Set([...Object.keys(providerWords), "users.suspended", "auth.step_up_required"]);
const declined = {
  title: "You came back without signing in.",
  detail: "Google or GitHub was cancelled, or said no. Nothing was changed.",
};
const failed = { title: "Signing in did not work.", detail: "Nothing was changed. Try again here." };

function toWords(error: unknown) {
  if (error === "OAuthCallbackError") return declined;
  return typeof error === "string" && known.has(error) ? toFailureWords({ code: error, meta: {} }) : failed;
}

/** Says why somebody is back from Google or GitHub. A made-up code is told as a failure without a reason. */
export function ProviderProblem({ error }: { error: unknown }) {
  if (error === undefined) return null;
  const { title, detail } = toWords(error);
  return (
    <Alert tone="danger" title={title}>
      {detail}
    </Alert>
  );
}
