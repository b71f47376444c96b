import { StepUpRequired } from "./errors";
import { hasRecentSignIn } from "./has-recent-sign-in";

/**
 * For actions that are hard to undo, on top of `userAction`: lets pass who proved within ten minutes who they are.
 * @throws StepUpRequired; `/confirm?next=…` is where the person does it again
 */
export async function requireRecentSignIn(): Promise<void> {
  if (!(await hasRecentSignIn())) throw new StepUpRequired();
}
