import { registerNotices } from "@/app/(app)/admin/reconciliation/investigate/_components/register-words";
import { Alert } from "@/components/ui/alert";

const isNotice = (notice: string): notice is keyof typeof registerNotices =>
  Object.hasOwn(registerNotices, notice);

/** What the registration that led here did. */
export function RegisteredNotice({ notice }: { notice: string | string[] | undefined }) {
  if (typeof notice !== "string" || !isNotice(notice)) return null;
  return <Alert {...registerNotices[notice]} className="mb-6" />;
}
