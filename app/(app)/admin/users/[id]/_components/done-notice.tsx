import { Alert } from "@/components/ui/alert";
import { doneWords, type DoneAct } from "../done";

/** What the admin has just done; the changed figure stands below it. */
export function DoneNotice({ done }: { done: DoneAct | null }) {
  return done ? <Alert tone="positive" title={doneWords[done]} className="mb-6" /> : null;
}
