import { expect, test } from "vitest";
import { visitPeople } from "./visit-people";

const everybody = Array.from({ length: 450 }, (_, index) => String(index).padStart(4, "0"));
const list = ({ after, limit }: { after: string | null; limit: number }) =>
  Promise.resolve(everybody.filter((id) => after === null || id > after).slice(0, limit));
const idOf = (id: string) => id;

test("everybody has their turn once, on as many pages as it takes", async () => {
  const visited: string[] = [];
  const visit = (id: string) => Promise.resolve(visited.push(id) % 2 === 0);
  expect(await visitPeople({ list, idOf, visit })).toBe(225);
  expect(visited).toEqual(everybody);
});

test("one whose turn fails keeps no other from theirs, and is not passed over in silence", async () => {
  const visited: string[] = [];
  const visit = (id: string) => {
    visited.push(id);
    return id === "0003" ? Promise.reject(new Error("broken")) : Promise.resolve(true);
  };
  await expect(visitPeople({ list, idOf, visit })).rejects.toMatchObject({ errors: [{ message: "broken" }] });
  expect(visited).toEqual(everybody);
});
