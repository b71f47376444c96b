import { randomUUID } from "node:crypto";
import { expect, test } from "@playwright/test";
import { actions, signOutAction } from "./authorisation/actions";
import { actorNames, createActors, type ActorName, type Actors } from "./authorisation/actors";
import { callAction, callRoute } from "./authorisation/call";
import { listActions, listRoutes } from "./authorisation/entry-points";
import { outcomeOf, outcomeOfAction, type Outcome } from "./authorisation/outcome";
import { fillOwn } from "./authorisation/own-things";
import { createPrograms } from "./authorisation/programs";
import { routes } from "./authorisation/routes";
import { audiences } from "./authorisation/rows";
import { startServerWithoutProxy, type BareServer } from "./authorisation/server-without-proxy";

// One server for all of them.
test.describe.configure({ mode: "default" });

let server: BareServer;
let actors: Actors;

test.beforeAll(async () => {
  server = await startServerWithoutProxy();
  actors = await createActors();
});
test.afterAll(() => server.stop());

const ownOrigin = () => ({ origin: new URL(server.url).origin });

test("every entry point of the build has a row, and every row an entry point", () => {
  expect(listRoutes()).toEqual(Object.keys(routes).sort());
  expect(listActions().map(({ name }) => name)).toEqual(
    [...Object.keys(actions), signOutAction].sort((a, b) => a.localeCompare(b)),
  );
});

test("pages and route handlers let in whom they are for, without a proxy before them", async () => {
  for (const [name, { audience, but, method = "GET", path, body, picture }] of Object.entries(routes)) {
    const target = { base: server.url, path: await fillOwn(path ?? name.split(" ")[1]!), body, picture };
    const met: Record<string, string> = {};
    for (const actor of actorNames) {
      const caller = { cookie: await actors[actor](), headers: method === "POST" ? ownOrigin() : {} };
      met[actor] = await outcomeOf(await callRoute(target, method, caller));
    }
    expect.soft(met, name).toEqual({ ...audiences[audience], ...but });
  }
});

test("the API lets in programs by their key and what it may do", async () => {
  const calls = Object.entries(routes).filter(([, { audience }]) => audience === "programs");
  for (const [name, { scope, method = "GET", path, body }] of calls) {
    const target = { base: server.url, path: await fillOwn(path ?? name.split(" ")[1]!), json: body };
    const met: Record<string, string> = {};
    const wanted: Record<string, string> = {};
    for (const program of await createPrograms(scope!)) {
      const { authorization } = program;
      const headers = { authorization, "idempotency-key": randomUUID() };
      met[program.name] = await outcomeOf(await callRoute(target, method, { cookie: "", headers }));
      wanted[program.name] = path?.includes("[run]") ? program.own : program.other;
    }
    expect.soft(met, name).toEqual(wanted);
  }
});

/** Who owns something could lose it by an action that is let in. */
const strangers = actorNames.filter((name) => name !== "owner");

function withoutOwner({ owner: _owner, ...others }: Record<ActorName, Outcome>) {
  return others;
}

test("actions let in whom they are for, without a proxy before them", async () => {
  for (const action of listActions().filter(({ name }) => name !== signOutAction)) {
    const met: Record<string, string> = {};
    for (const actor of strangers) {
      const caller = { cookie: await actors[actor](), headers: ownOrigin() };
      met[actor] = await outcomeOfAction(await callAction(server.url, action, caller));
    }
    expect.soft(met, action.name).toEqual(withoutOwner(audiences[actions[action.name]!]));
  }
});

const host = () => new URL(server.url).host;

/** What pages of others send, with what a proxy could be made to add. */
const foreign: Record<string, () => Record<string, string>> = {
  missing: () => ({}),
  null: () => ({ origin: "null" }),
  "another site": () => ({ origin: "https://evil.example" }),
  "a sibling subdomain": () => ({ origin: `http://evil.${host()}` }),
  "another port": () => ({ origin: "http://localhost:1" }),
  "a spoofed forwarded host": () => ({ origin: "https://evil.example", "x-forwarded-host": "evil.example" }),
  "a spoofed forwarded protocol": () => ({ origin: `https://${host()}`, "x-forwarded-proto": "https" }),
};

test("actions and forms from anywhere but our own pages are refused", async () => {
  const posts = Object.entries(routes).filter(([, { audience }]) => audience === "forms");
  for (const [from, headers] of Object.entries(foreign)) {
    for (const action of listActions()) {
      const caller = { cookie: await actors["other member"](), headers: headers() };
      const outcome = await outcomeOfAction(await callAction(server.url, action, caller));
      expect.soft(outcome, `${action.name} with origin ${from}`).toMatch(/^(refused|status 500)$/);
    }
    for (const [name, { path, body }] of posts) {
      const caller = { cookie: await actors["other member"](), headers: headers() };
      const response = await callRoute({ base: server.url, path: path!, body }, "POST", caller);
      expect.soft(await outcomeOf(response), `${name} with origin ${from}`).toBe("refused");
    }
  }
});

test("signing out ends the session on the server, at once and for every copy of the cookie", async () => {
  const action = listActions().find(({ name }) => name === signOutAction)!;
  const cookie = await actors["other member"]();
  const see = async () =>
    outcomeOf(await callRoute({ base: server.url, path: "/dashboard" }, "GET", { cookie, headers: {} }));
  expect(await see()).toBe("let in");
  expect(await outcomeOfAction(await callAction(server.url, action, { cookie, headers: ownOrigin() }))).toBe(
    "sign-in",
  );
  expect(await see()).toBe("sign-in");
});
