import { describe, expect, it } from "vitest";
import { type ObjectTypes } from "./object-types";
import { Store } from "./store";

const customer = (id: string, email: string | null = null) =>
  ({ id, object: "customer", email }) as ObjectTypes["customer"];
const extra = { created: 0, hidden: null };

function storeWith(...ids: string[]): Store {
  const store = new Store(null);
  for (const id of ids) store.objects.insert(customer(id), extra);
  return store;
}

const listed = ({ objects }: Store, email?: string): string[] =>
  objects
    .list("customer", { limit: 10, oldestFirst: true, ...(email ? { where: { email } } : {}) })
    .data.map(({ id }) => id);

describe("ObjectStore", () => {
  it("lists what the transaction at hand made, changed and buried, in the order in which it was made", () => {
    const store = storeWith("cus_1", "cus_2");
    store.transaction(() => {
      store.objects.insert(customer("cus_3", "a@b.co"), extra);
      store.objects.save(customer("cus_2", "a@b.co"));
      store.objects.insert(customer("cus_4"), extra);
      expect(listed(store)).toEqual(["cus_1", "cus_2", "cus_3", "cus_4"]);
      expect(listed(store, "a@b.co")).toEqual(["cus_2", "cus_3"]);
      store.objects.save(customer("cus_2"));
      store.objects.bury("cus_3", { id: "cus_3", object: "customer", deleted: true });
      expect(listed(store, "a@b.co")).toEqual([]);
    });
    expect(listed(store)).toEqual(["cus_1", "cus_2", "cus_4"]);
    expect(store.objects.find("customer", "cus_3")).toBeNull();
    expect(store.objects.findEvenDeleted("cus_3")).toMatchObject({ deleted: true });
  });

  it("undoes what came after a savepoint, and nothing that came before it", () => {
    const store = storeWith("cus_1");
    store.transaction(() => {
      store.objects.save(customer("cus_1", "before@b.co"));
      store.objects.insert(customer("cus_2"), { created: 0, hidden: { is: "before" } });
      const undone = () =>
        store.transaction(() => {
          store.objects.save(customer("cus_1", "after@b.co"));
          store.objects.saveHidden("cus_2", { is: "after" });
          store.objects.insert(customer("cus_3"), extra);
          throw new Error("undone");
        });
      expect(undone).toThrow("undone");
    });
    expect(store.objects.find("customer", "cus_1")?.email).toBe("before@b.co");
    expect(store.objects.hidden("cus_2")).toEqual({ is: "before" });
    expect(listed(store)).toEqual(["cus_1", "cus_2"]);
  });

  it("forgets what a transaction made that was undone", () => {
    const store = storeWith("cus_1");
    const undone = () =>
      store.transaction(() => {
        store.objects.save(customer("cus_1", "a@b.co"));
        store.objects.insert(customer("cus_2"), extra);
        expect(store.objects.find("customer", "cus_2")).not.toBeNull();
        throw new Error("undone");
      });
    expect(undone).toThrow("undone");
    expect(store.objects.find("customer", "cus_1")?.email).toBeNull();
    expect(store.objects.find("customer", "cus_2")).toBeNull();
    expect(listed(store, "a@b.co")).toEqual([]);
  });

  it("hands out what JSON would, and nobody can change it", () => {
    const store = storeWith();
    const made = { ...customer("cus_1"), balance: -0, name: undefined, metadata: { a: "b" } };
    const kept = store.objects.insert(made, extra);
    expect(kept).toStrictEqual({
      id: "cus_1",
      object: "customer",
      email: null,
      balance: 0,
      metadata: { a: "b" },
    });
    expect(() => Object.assign(kept.metadata, { a: "c" })).toThrow(TypeError);
  });
});
