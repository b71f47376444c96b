import { describe, expect, test } from "vitest";
import { UploadedFile } from "@/lib/services";
import { readServiceForm } from "./read-service-form";

const url = "http://localhost/services/x/run";
const maxBytes = 50_000;

const sent = (form: FormData) => new Request(url, { method: "POST", body: form });
const read = (form: FormData) => readServiceForm(sent(form), maxBytes);

function form(fields: Record<string, string | File>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.append(name, value);
  return data;
}

test("texts and files arrive by name, apart from what the form says about itself", async () => {
  const file = new File([new Uint8Array([0, 255, 10, 13])], "naïve 日本.png", { type: "image/png" });
  const result = await read(form({ text: "Hello", image: file, runKey: "k", approvedMilli: "5000" }));
  expect(result).toEqual({
    runKey: "k",
    approvedMilli: 5000n,
    input: {
      text: "Hello",
      image: new UploadedFile("naïve 日本.png", new Uint8Array([0, 255, 10, 13]), true),
    },
  });
});

test("without an agreed price there is none, and without a key it is empty", async () => {
  expect(await read(form({ text: "Hello" }))).toEqual({ runKey: "", input: { text: "Hello" } });
});

test("a file input that was left empty, as browsers send it, is no file; an empty file is one", async () => {
  const part = (name: string, filename: string) =>
    `--b\r\nContent-Disposition: form-data; name="${name}"; filename="${filename}"\r\nContent-Type: application/octet-stream\r\n\r\n\r\n`;
  const body = `${part("left", "")}${part("empty", "empty.txt")}--b--\r\n`;
  const headers = { "content-type": "multipart/form-data; boundary=b" };
  const { input } = await readServiceForm(new Request(url, { method: "POST", body, headers }), maxBytes);
  expect(input.left).not.toBeInstanceOf(UploadedFile);
  expect(input.empty).toEqual(new UploadedFile("empty.txt", new Uint8Array(), true));
});

test("a file of which only the beginning was sent says so", async () => {
  const { input } = await read(form({ image: new File(["head"], "a"), partial: "1" }));
  expect(input).toMatchObject({ image: { complete: false } });
  expect(input).not.toHaveProperty("partial");
});

test("names of 10,000 characters, right-to-left marks and emoji survive the way", async () => {
  const name = `\u202e${"صورة👍".repeat(2_000)}.png`;
  const { input } = await read(form({ image: new File(["x"], name) }));
  expect(input.image).toMatchObject({ name });
});

describe("refused", () => {
  const tooLarge = { code: "services.form_too_large" };
  const broken = { code: "services.form_broken" };

  test("a form above the limit, whether it says its size or not", async () => {
    const large = form({ image: new File([new Uint8Array(60_000)], "a") });
    await expect(read(large)).rejects.toMatchObject(tooLarge);
    const bytes = new Uint8Array(await sent(large).arrayBuffer());
    const body = new ReadableStream({
      start(controller) {
        for (let at = 0; at < bytes.length; at += 1_000) controller.enqueue(bytes.slice(at, at + 1_000));
        controller.close();
      },
    });
    const streamed = new Request(url, { method: "POST", body, duplex: "half" } as RequestInit);
    await expect(readServiceForm(streamed, maxBytes)).rejects.toMatchObject(tooLarge);
  });

  test("a form that never ends, after a bounded part of it", async () => {
    let produced = 0;
    const endless = new ReadableStream({
      pull(controller) {
        produced += 10_000;
        controller.enqueue(new Uint8Array(10_000));
      },
    });
    const request = new Request(url, { method: "POST", body: endless, duplex: "half" } as RequestInit);
    await expect(readServiceForm(request, maxBytes)).rejects.toMatchObject(tooLarge);
    expect(produced).toBeLessThan(maxBytes * 5);
  });

  test("a declared size beyond all reason, before anything is read", async () => {
    const request = new Request(url, {
      method: "POST",
      body: "x",
      headers: { "content-length": "99999999" },
    });
    await expect(readServiceForm(request, maxBytes)).rejects.toMatchObject(tooLarge);
    expect(request.bodyUsed).toBe(false);
  });

  test.each([
    ["no body", new Request(url, { method: "POST" })],
    [
      "JSON",
      new Request(url, { method: "POST", body: "{}", headers: { "content-type": "application/json" } }),
    ],
    [
      "a multipart form that breaks off",
      new Request(url, {
        method: "POST",
        body: '--b\r\nContent-Disposition: form-data; name="a"\r\n\r\nhal',
        headers: { "content-type": "multipart/form-data; boundary=b" },
      }),
    ],
  ])("%s", async (_name, request) => {
    await expect(readServiceForm(request, maxBytes)).rejects.toMatchObject(broken);
  });

  test.each(["-1", "1.5", "1e3", "NaN", "", "9".repeat(40), "0x10"])(
    "the agreed price %j",
    async (approvedMilli) => {
      await expect(read(form({ approvedMilli }))).rejects.toMatchObject(broken);
    },
  );

  test("an agreed price that is a file", async () => {
    await expect(read(form({ approvedMilli: new File(["5"], "5") }))).rejects.toMatchObject(broken);
  });
});
