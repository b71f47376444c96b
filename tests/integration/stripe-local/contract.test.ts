import Stripe from "stripe";
import { describe, expect, it } from "vitest";
import { describeProblems, validatorOf } from "@/dev/stripe/contract/contract-validator";
import { defaultObject } from "@/dev/stripe/contract/default-object";
import { generateContract } from "@/dev/stripe/contract/generate-contract";
import { loadContract } from "@/dev/stripe/contract/load-contract";
import { Clock } from "@/dev/stripe/engine/clock";
import { type EngineParts } from "@/dev/stripe/engine/engine";
import { ALL_ROUTES } from "@/dev/stripe/routes/all-routes";
import { UNDOCUMENTED_ROUTES } from "@/dev/stripe/routes/payment-pages";
import { type Behaviour, route } from "@/dev/stripe/routes/route";
import { Api } from "@/dev/stripe/server/api";
import { ApiFaults } from "@/dev/stripe/server/api-faults";
import { RequestLog } from "@/dev/stripe/server/request-log";
import { Router } from "@/dev/stripe/server/router";
import { OBJECT_NAMES, type ObjectName } from "@/dev/stripe/store/object-types";
import { Store } from "@/dev/stripe/store/store";

async function answerOf(behaviour: Behaviour, call: { path: string; body?: string }) {
  const contract = await loadContract();
  const store = new Store(null);
  const engine: EngineParts = {
    contract,
    store,
    clock: new Clock(store.settings, Date.now),
    origin: () => "http://local",
    publish: () => undefined,
  };
  const api = new Api({
    contract,
    engine,
    router: new Router(contract, [behaviour]),
    validator: validatorOf(contract),
    level: "all",
    faults: new ApiFaults(),
    log: new RequestLog(),
  });
  const headers = { authorization: "Bearer sk_test_1", "stripe-version": contract.apiVersion };
  const method = behaviour.key.split(" ")[0] ?? "";
  const answer = api.handle({ method, path: call.path, query: "", headers, body: call.body ?? "" });
  return { ...answer, objects: store.objects.countByType() };
}

describe("the contract of the SDK", () => {
  it("is that of the installed package, at the version it pins", async () => {
    const contract = await loadContract();
    expect(contract.sdkVersion).toBe(Stripe.PACKAGE_VERSION);
    expect(contract.apiVersion).toBe("2026-10-28.endive");
    expect(contract.routes.length).toBeGreaterThan(500);
    expect(Object.keys(contract.schemas).length).toBeGreaterThan(6_000);
    expect(Object.keys(contract.events).length).toBeGreaterThan(250);
  });

  it("is what the generator makes of that package now", async () => {
    expect(generateContract("node_modules/stripe", Stripe.PACKAGE_VERSION)).toEqual(await loadContract());
  }, 300_000);

  it("has every route the stand-in registers", async () => {
    const keys = new Set([...(await loadContract()).routes, ...UNDOCUMENTED_ROUTES].map(({ key }) => key));
    expect(ALL_ROUTES.filter(({ key }) => !keys.has(key))).toEqual([]);
    expect(new Set(ALL_ROUTES.map(({ key }) => key)).size).toBe(ALL_ROUTES.length);
  });

  it("has every parameter the stand-in says it honours", async () => {
    const contract = await loadContract();
    const has = (schemaName: unknown, path: string[]): boolean =>
      JSON.stringify(schemaName).includes(path[0] ?? "");
    for (const { key, honours } of ALL_ROUTES) {
      const routes = [...contract.routes, ...UNDOCUMENTED_ROUTES];
      const params = routes.find((known) => known.key === key)?.params;
      const schema = params?.ref ? contract.schemas[params.ref] : params;
      const unknown = honours.filter((name) => !has(schema?.properties ?? {}, name.split(".")));
      expect(unknown, key).toEqual([]);
    }
  });

  // An event is nothing without its object, and an item of a subscription nothing without its price.
  const hollow = new Set<ObjectName>(["event", "subscription_item"]);
  it.each(OBJECT_NAMES.filter((name) => !hollow.has(name)))("makes a complete empty %s", async (name) => {
    const contract = await loadContract();
    const problems = validatorOf(contract).checkOf({ stripeObject: [contract.objects[name] ?? ""] })(
      defaultObject(contract, name),
    );
    expect(describeProblems(problems)).toBe("");
  });
});

describe("what breaks the contract", () => {
  const customer = async (changes: object) => ({
    ...defaultObject(await loadContract(), "customer"),
    ...changes,
  });

  it.each<[string, object, string]>([
    ["an unknown property", { nickname: "x" }, "nickname"],
    ["a wrong type", { balance: "none" }, "/balance must be integer"],
    ["a wrong type deep inside", { invoice_settings: { custom_fields: 5 } }, "/invoice_settings"],
    ["another object in its place", { object: "product" }, "must be Customers.Customer"],
    [
      "another object where one may be expanded",
      { default_source: { object: "charge", id: "ch_1" } },
      "/default_source",
    ],
  ])("answers 500 for %s", async (_what, changes, message) => {
    const broken = await customer(changes);
    const answer = await answerOf(
      route("GET /v1/customers/{id}", [], () => broken),
      { path: "/v1/customers/cus_1" },
    );
    expect(answer.status).toBe(500);
    expect(answer.body).toContain("against the contract");
    expect(answer.body).toContain(message);
  });

  it("lets a right answer pass", async () => {
    const right = await customer({ id: "cus_1" });
    const answer = await answerOf(
      route("GET /v1/customers/{id}", [], () => right),
      { path: "/v1/customers/cus_1" },
    );
    expect(answer.status).toBe(200);
  });

  it("finds a wrong event by its type", async () => {
    const contract = await loadContract();
    const event = {
      id: "evt_1",
      object: "event",
      api_version: contract.apiVersion,
      created: 1,
      livemode: false,
      pending_webhooks: 0,
      request: { id: null, idempotency_key: null },
    };
    const check = (type: string, object: object) =>
      describeProblems(validatorOf(contract).checkEvent({ ...event, type, data: { object } }));
    const made = await customer({});
    expect(check("customer.created", made)).toBe("");
    expect(check("customer.created", { ...made, balance: null })).toContain("/data/object/balance");
    expect(check("product.created", made)).toContain("/data/object must be Products.Product");
    expect(check("customer.promoted", made)).toContain("must be a known event");
  });

  it("undoes what a call did when its answer is wrong", async () => {
    const broken = route("POST /v1/products", ["name"], ({ engine }) => {
      engine.create("product", { name: "half made" });
      return { object: "product" };
    });
    const answer = await answerOf(broken, { path: "/v1/products", body: "name=x" });
    expect(answer).toMatchObject({ status: 500, objects: {} });
  });
});
