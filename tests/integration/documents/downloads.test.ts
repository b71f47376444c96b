import { randomUUID } from "node:crypto";
import { NextRequest } from "next/server";
import { expect, test, vi } from "vitest";
import { GET as getDocument } from "@/app/(app)/billing/documents/[id]/route";
import { GET as getExport } from "@/app/(app)/credits/history/export/route";
import { startRequest } from "@/tests/fakes/next-request";
import { cookieName, openAuth } from "../auth/setup";

vi.mock("next/headers", () => import("@/tests/fakes/next-request"));

const { createMember, signIn } = await openAuth();
const request = () => new NextRequest("http://localhost:3000/credits/history/export");
const unknown = () => getDocument(request(), { params: Promise.resolve({ id: randomUUID() }) });

test("sixty files in ten minutes are enough for anybody, documents and exports together", async () => {
  const { email } = await createMember("downloads@example.com");
  startRequest({}, { [cookieName]: await signIn(email) });
  const statuses = [(await getExport(request())).status];
  for (let count = 1; count < 60; count += 1) statuses.push((await unknown()).status);
  expect(statuses).toEqual([200, ...Array.from({ length: 59 }, () => 404)]);
  for (const refused of [await getExport(request()), await unknown()])
    expect([refused.status, Number(refused.headers.get("retry-after")) > 0]).toEqual([429, true]);
});
