import { ActForm } from "@/app/(app)/admin/_components/act-form";
import { submitViewAs } from "../_actions/view-as";

const words = {
  "auth.not_viewable": {
    title: "This person cannot be viewed as any more.",
    detail: "They are deleted, or an admin by now.",
  },
};

export function ViewAsForm({ userId }: { userId: string }) {
  return (
    <ActForm
      id="view-as"
      action={submitViewAs}
      label="View as this user"
      variant="primary"
      values={{ userId }}
      words={words}
    />
  );
}
