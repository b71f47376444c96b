import { Bell, Check } from "lucide-react";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";

export function NoNotices({ unreadOnly }: { unreadOnly: boolean }) {
  if (unreadOnly)
    return (
      <EmptyState
        icon={Check}
        title="Nothing unread"
        action={
          <LinkButton href="/notifications" variant="secondary">
            Show all
          </LinkButton>
        }
      >
        You have seen everything that happened.
      </EmptyState>
    );
  return (
    <EmptyState
      icon={Bell}
      title="Nothing has happened yet"
      action={
        <LinkButton href="/settings/notifications" variant="secondary">
          Choose what you are told
        </LinkButton>
      }
    >
      Receipts, changes of your plan, limits that you come near and the safety of your account stand here,
      each for 90 days after you read it.
    </EmptyState>
  );
}
