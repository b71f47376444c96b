import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { DateTime } from "@/components/ui/date-time";
import type { MessageDetail } from "@/lib/contact/types";

const written = "max-w-[72ch] break-words whitespace-pre-wrap";

/** What they wrote, and what we answered, oldest first. */
export function Conversation({ message: { name, body, createdAt, answers } }: { message: MessageDetail }) {
  return (
    <>
      <Card aria-labelledby="message">
        <CardHeader
          id="message"
          title={name}
          action={<DateTime value={createdAt} show="time" className="text-ink-muted" />}
        />
        <CardBody>
          <p className={written}>{body}</p>
        </CardBody>
      </Card>
      {answers.map((answer) => (
        <Card key={answer.id} aria-label={`Answer of ${answer.author}`} className="ml-4 sm:ml-10">
          <div className="flex flex-wrap items-start justify-between gap-2 px-5 pt-5">
            <p className="min-w-0 font-medium break-all">{answer.author}</p>
            <DateTime value={answer.createdAt} show="time" className="text-ink-muted" />
          </div>
          <CardBody>
            <p className={written}>{answer.body}</p>
          </CardBody>
        </Card>
      ))}
    </>
  );
}
