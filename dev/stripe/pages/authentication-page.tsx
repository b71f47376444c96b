import { type LocalResponse } from "../server/messages";
import { Banner } from "./banner";
import { htmlPage } from "./document";
import { messagePage } from "./message-page";

/** The bank's page, as 3-D Secure would show it. */
export function authenticationPage(question: string): LocalResponse {
  const body = (
    <>
      <Banner />
      <main className="card">
        <h1>3-D Secure</h1>
        <p className="muted">{question}</p>
        <form method="post" className="actions">
          <button className="button" type="submit" name="result" value="complete">
            Complete
          </button>
          <button className="button quiet" type="submit" name="result" value="fail">
            Fail
          </button>
        </form>
      </main>
    </>
  );
  return htmlPage({ title: "3-D Secure", body });
}

/** What the owner chose. */
export const passedAuthentication = (body: string): boolean =>
  new URLSearchParams(body).get("result") === "complete";

export function nothingToApprove(): LocalResponse {
  return messagePage({
    title: "Nothing to approve",
    text: "This payment does not wait for you any more.",
    status: 404,
  });
}
