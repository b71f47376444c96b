import { NextRequest } from "next/server";
import { expect, test, vi } from "vitest";
import { POST } from "@/app/(app)/services/[slug]/quote/route";
import { startRequest } from "@/tests/fakes/next-request";
import { appUrl, cookieName, openAuth } from "../auth/setup";

vi.mock("next/headers", () => import("@/tests/fakes/next-request"));

const { db, createMember, signIn } = await openAuth();

function ask() {
  const headers = { origin: appUrl, "content-type": "application/x-www-form-urlencoded" };
  const body = new URLSearchParams({ text: "How much?" });
  const request = new NextRequest(`${appUrl}/services/text-statistics/quote`, {
    method: "POST",
    headers,
    body,
  });
  return POST(request, { params: Promise.resolve({ slug: "text-statistics" }) });
}

test("prices are asked for as fast as anybody types, and no faster, by each person for themselves", async () => {
  const [eager, patient] = [
    await createMember("eager@example.com"),
    await createMember("patient@example.com"),
  ];
  const cookies = { [cookieName]: await signIn(eager.email) };
  startRequest({}, cookies);
  const first = await ask();
  expect(await first.json()).toMatchObject({ quoteMilli: "1000" });
  const { count } = await db.prisma.rateLimit.updateMany({
    where: { key: { startsWith: "service-quote:" } },
    data: { points: 179 },
  });
  expect(count).toBe(1);
  expect((await ask()).status).toBe(200);
  const refused = await ask();
  expect([refused.status, Number(refused.headers.get("retry-after")) > 0]).toEqual([429, true]);
  startRequest({}, { [cookieName]: await signIn(patient.email) });
  expect((await ask()).status).toBe(200);
});
