import { expect, test } from "vitest";
import { toFailureWords } from "./failure-words";
import { askDevice } from "./ask-device";

const named = (name: string) => Promise.reject(Object.assign(new Error(name), { name }));
const ask = () => Promise.resolve({ data: { challenge: "c" } });

test("what the device signed is handed on as text", async () => {
  const outcome = await askDevice({ ask, answer: ({ challenge }) => Promise.resolve({ id: challenge }) });
  expect(outcome).toEqual({ response: '{"id":"c"}', failure: null });
});

test.each([
  ["NotAllowedError", "passkeys.cancelled"],
  ["AbortError", "passkeys.cancelled"],
  ["InvalidStateError", "passkeys.taken"],
  ["SecurityError", "passkeys.wrong_place"],
  ["NotSupportedError", "passkeys.device_failed"],
])("a device that answers %s is told of as %s, in words of its own", async (name, code) => {
  const { failure } = await askDevice({ ask, answer: () => named(name) });
  expect(failure).toEqual({ code, meta: {} });
  expect(toFailureWords(failure!).title).not.toContain("our side");
});

test("a server that refuses or does not answer is told of, and no device is asked", async () => {
  const answer = () => Promise.reject(new Error("asked"));
  const serverError = { code: "passkeys.too_many", meta: {} };
  const refused = await askDevice({ ask: () => Promise.resolve({ serverError }), answer });
  expect(refused.failure).toBe(serverError);
  for (const silent of [() => Promise.resolve(undefined), () => named("TypeError")])
    expect((await askDevice({ ask: silent, answer })).failure?.code).toBe("passkeys.no_answer");
});
