import { Alert } from "@/components/ui/alert";

const notices: Readonly<Record<string, string>> = {
  registered: "Registered to its member, with credits, receipt and mail",
  already: "It was registered already: nothing was done twice",
};

/** What the registration that led here did. */
export function RegisteredNotice({ notice }: { notice: string | string[] | undefined }) {
  const title = typeof notice === "string" && Object.hasOwn(notices, notice) ? notices[notice] : undefined;
  return title ? <Alert tone="positive" title={title} className="mb-6" /> : null;
}
