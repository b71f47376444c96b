import { type ReactElement } from "react";
import { type LocalResponse } from "../server/messages";
import { Banner } from "./banner";
import { htmlPage, type PageScript } from "./document";

interface Message {
  title: string;
  text: string;
  status?: number;
  action?: { href: string; label: string } | null;
  script?: PageScript;
}

/** One plain sentence about something that is over or was never there, and a way on. */
export function messagePage({ title, text, status = 200, action, script }: Message): LocalResponse {
  const body: ReactElement = (
    <>
      <Banner />
      <main className="card">
        <h1>{title}</h1>
        <p className="muted">{text}</p>
        {action ? (
          <div className="actions">
            <a className="button quiet" href={action.href}>
              {action.label}
            </a>
          </div>
        ) : null}
      </main>
    </>
  );
  return htmlPage({ title, body, status, ...(script ? { script } : {}) });
}
