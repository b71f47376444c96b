import { type ReactNode } from "react";
import { type LocalResponse } from "../../server/messages";
import { Banner } from "../banner";
import { htmlPage } from "../document";
import { type Visit } from "./visit";

interface Frame {
  visit: Visit;
  title: string;
  /** What went wrong with what was sent. */
  alert?: string | null;
  status?: number;
  children: ReactNode;
}

/** A page of the portal: the way back to the shop, a heading, and what it is about. */
export function portalPage({ visit, title, alert, status = 200, children }: Frame): LocalResponse {
  const { configuration, session } = visit;
  const {
    headline,
    privacy_policy_url: privacy,
    terms_of_service_url: terms,
  } = configuration.business_profile;
  const body = (
    <>
      <Banner />
      <main className="portal">
        {session.return_url ? (
          <a className="back" href={session.return_url}>
            <span aria-hidden="true">←</span> Return to the shop
          </a>
        ) : null}
        {headline ? <p className="muted">{headline}</p> : null}
        <h1>{title}</h1>
        {alert ? (
          <p className="alert" role="alert">
            {alert}
          </p>
        ) : null}
        {children}
        <footer>
          {terms ? <a href={terms}>Terms</a> : null}
          {privacy ? <a href={privacy}>Privacy</a> : null}
        </footer>
      </main>
    </>
  );
  return htmlPage({ title, body, script: "portal", status });
}

export function GoBack({ visit }: { visit: Visit }) {
  const { flow, session } = visit;
  const href = flow ? session.return_url : visit.base;
  return href ? (
    <a className="button quiet" href={href}>
      Go back
    </a>
  ) : null;
}
