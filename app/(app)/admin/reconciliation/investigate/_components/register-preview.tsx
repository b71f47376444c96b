import { toActFailure } from "@/app/(app)/admin/_components/act-failure";
import { ConfirmForm } from "@/app/(app)/admin/_components/confirm-form";
import { Alert } from "@/components/ui/alert";
import type { AppContext } from "@/lib/context";
import { previewRegistration } from "@/lib/reconciliation";
import { ChangeList } from "../../_components/change-list";
import { submitRegister } from "../_actions/register";
import { registerFailures, registerNotices } from "./register-words";

type Wish = { paymentIntentId: string; userId: string; email: string; lookupKey: string | null };

/** What registering it would write, by the very writing, taken back; then why, and the button. */
export async function RegisterPreview({ ctx, wish }: { ctx: AppContext; wish: Wish }) {
  const { email, paymentIntentId, userId, lookupKey } = wish;
  const preview = await previewRegistration(ctx, { paymentIntentId, userId, lookupKey });
  if ("code" in preview) {
    const { title, detail } = toActFailure({ code: preview.code, meta: {} }, registerFailures);
    return (
      <Alert tone="danger" title={title}>
        {detail}
      </Alert>
    );
  }
  if (preview.outcome !== "would_be_repaired") {
    const { tone, title } = registerNotices[preview.outcome === "nothing_to_do" ? "already" : "remains"];
    return (
      <Alert tone={tone} title={title}>
        {preview.problem}
      </Alert>
    );
  }
  return (
    <section className="flex flex-col gap-4 border-t border-line pt-5">
      <div>
        <h3 className="text-[0.9375rem]">What it does for {email}</h3>
        <ChangeList changes={preview.changes} />
      </div>
      <ConfirmForm
        id="register"
        action={submitRegister}
        label={`Register to ${email}`}
        values={{ id: paymentIntentId, user: userId, pack: lookupKey ?? "" }}
        words={registerFailures}
      />
    </section>
  );
}
