import type { Route } from "next";
import Link from "next/link";
import { ActDisclosure } from "@/app/(app)/admin/_components/act-disclosure";
import { ActForm } from "@/app/(app)/admin/_components/act-form";
import { Facts } from "@/app/(app)/admin/_components/facts";
import { Badge } from "@/components/ui/badge";
import { Card, CardBody, CardFooter, CardHeader } from "@/components/ui/card";
import { DateTime } from "@/components/ui/date-time";
import type { MessageDetail } from "@/lib/contact/types";
import { submitClose } from "../_actions/messages";
import { messageFailures, messageStates } from "./message-words";

const link = "rounded-xs underline underline-offset-4";

/** Who wrote, what is known of them, and the way to lay it to rest. */
export function SenderCard({ message }: { message: MessageDetail }) {
  const { id, status, name, email, userId, closedAt } = message;
  const { tone, label } = messageStates[status];
  const facts = [
    { label: "State", value: <Badge tone={tone}>{label}</Badge> },
    { label: "Closed", value: closedAt ? <DateTime value={closedAt} /> : null },
    { label: "Name", value: name },
    { label: "Address", value: <span className="break-all">{email}</span> },
    {
      label: "Account",
      value: userId ? (
        <Link href={`/admin/users/${userId}` as Route} prefetch={false} className={link}>
          Was signed in
        </Link>
      ) : (
        <>
          Not signed in.{" "}
          <Link
            href={`/admin/users?q=${encodeURIComponent(email)}` as Route}
            prefetch={false}
            className={link}
          >
            Look for the address
          </Link>
        </>
      ),
    },
  ];
  return (
    <Card aria-labelledby="sender">
      <CardHeader id="sender" title="Who wrote" />
      <CardBody>
        <Facts facts={facts} className="grid-cols-[auto_1fr] gap-x-4" />
      </CardBody>
      {status === "closed" ? (
        <CardFooter>An answer opens it again.</CardFooter>
      ) : (
        <CardFooter>
          <ActDisclosure label="Close">
            <ActForm
              id="close"
              action={submitClose}
              label="Close the message"
              values={{ id }}
              words={messageFailures}
            />
          </ActDisclosure>
        </CardFooter>
      )}
    </Card>
  );
}
