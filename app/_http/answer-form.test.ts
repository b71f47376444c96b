import { expect, test } from "vitest";
import { DomainError } from "@/lib/shared/errors";
import { recordingLog } from "@/tests/fakes/recording-log";
import { answerJson, answerProblem } from "./answer-form";

const page = "/services/word-counter";
const from = (accept: string) => ({
  request: new Request(`http://localhost${page}/run`, { method: "POST", headers: { accept } }),
  log: recordingLog(),
});
const short = new DomainError("credits.insufficient", "conflict", { meta: { missingMilli: 2n ** 60n } });

test("exact amounts travel as text", async () => {
  expect(await answerJson({ quoteMilli: 2n ** 60n }).json()).toEqual({ quoteMilli: "1152921504606846976" });
});

test("a script gets the problem with its facts", async () => {
  const response = answerProblem(short, page, from("application/json"));
  expect(response.status).toBe(409);
  expect(await response.json()).toMatchObject({
    code: "credits.insufficient",
    missingMilli: "1152921504606846976",
  });
});

test("a browser without script gets its page back with the reason", () => {
  const response = answerProblem(short, page, from("text/html,*/*"));
  expect(response.status).toBe(303);
  expect(response.headers.get("location")).toBe(`${page}?problem=credits.insufficient`);
});

test("a signed-out browser is led to sign in, and back", () => {
  const response = answerProblem(
    new DomainError("auth.signed_out", "unauthenticated"),
    page,
    from("text/html"),
  );
  expect(response.headers.get("location")).toBe("/sign-in?next=%2Fservices%2Fword-counter");
});

test.each(["application/json", "text/html"])(
  "a bug is logged once for %s, and nothing of it is shown",
  async (accept) => {
    const asked = from(accept);
    const response = answerProblem(new Error("secret detail"), page, asked);
    expect(asked.log.lines).toHaveLength(1);
    expect(`${await response.text()}${response.headers.get("location") ?? ""}`).not.toContain("secret");
  },
);
