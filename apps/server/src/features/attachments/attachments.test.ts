import { attachmentRoutes, maximumImageBytes } from "@morrow/contract/attachments";
import { incidentRoutes } from "@morrow/contract/incidents";
import { timelineRoutes } from "@morrow/contract/timeline";
import { afterAll, beforeAll, expect, test } from "vitest";

import { openTestApp, type TestApp, type TestPerson } from "../../testing/app.ts";

const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAYAAACddGYaAAAAEUlEQVR4nGP4z8DwH4YZ4AwAVWwH+VtOe6wAAAAASUVORK5CYII=",
  "base64",
);
const gif = Buffer.from("R0lGODlhAQABAAAAACwAAAAAAQABAAACADs=", "base64");
const svg = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"><script>alert(1)</script></svg>',
);

let app: TestApp;
let member: TestPerson;
let ref: string;
beforeAll(async () => {
  app = await openTestApp();
  member = await app.as("member");
  ref = (await member.call(incidentRoutes.declare, { body: { title: "Pictures", severity: 4 } })).ref;
});
afterAll(() => app.close());

function add(body: Uint8Array<ArrayBuffer>, type = "image/png", person = member, name?: string) {
  const query = name === undefined ? {} : { name };
  return person.call(attachmentRoutes.add, { params: { ref }, query }, { bytes: { type, body } });
}

function fetchImage(id: string, person: TestPerson, headers: Record<string, string> = {}) {
  return app.request(`/api/attachments/${id}`, {
    headers: { authorization: `Bearer ${person.secret}`, ...headers },
  });
}

test("an image is stored and answered byte for byte, unable to run anything", async () => {
  const stored = await add(png, "image/png", member, "../graph “1”.png.exe");
  expect(stored).toMatchObject({ type: "image/png", width: 3, height: 2, size: png.byteLength });
  const response = await fetchImage(stored.id, await app.as("reader"));
  expect(Buffer.from(await response.arrayBuffer())).toEqual(png);
  expect(Object.fromEntries(response.headers)).toMatchObject({
    "content-type": "image/png",
    "content-security-policy": "sandbox; default-src 'none'",
    "content-disposition": "inline; filename*=UTF-8''..-graph%20%E2%80%9C1%E2%80%9D.png.png",
    "cache-control": "private, max-age=31536000, immutable",
    "x-content-type-options": "nosniff",
  });
  const again = await fetchImage(stored.id, member, { "if-none-match": response.headers.get("etag") ?? "" });
  expect(again.status).toBe(304);
});

test("the type is read from the bytes, never believed", async () => {
  expect((await add(gif, "image/jpeg")).type).toBe("image/gif");
  const refused = { code: "attachment.not_an_image" };
  await expect(add(svg, "image/png")).rejects.toMatchObject(refused);
  await expect(add(Buffer.from("<html>"), "image/gif")).rejects.toMatchObject(refused);
  await expect(add(new Uint8Array(0))).rejects.toMatchObject(refused);
  await expect(add(png.subarray(0, 12))).rejects.toMatchObject(refused);
  const large = Buffer.concat([png, Buffer.alloc(maximumImageBytes)]);
  await expect(add(large)).rejects.toMatchObject({ code: "input.too_large" });
});

function sendWithKey(body: Uint8Array<ArrayBuffer>) {
  const bytes = { type: "image/png", body };
  return member.call(attachmentRoutes.add, { params: { ref } }, { bytes, idempotencyKey: "image" });
}

test("the same key with another image is another request", async () => {
  expect(await sendWithKey(png)).toEqual(await sendWithKey(png));
  await expect(sendWithKey(gif)).rejects.toMatchObject({ code: "conflict.idempotency_key" });
});

test("an image is seen by those who see its incident", async () => {
  const reader = await app.as("reader");
  const lead = await app.as("lead");
  await expect(add(png, "image/png", reader)).rejects.toMatchObject({ code: "permission.denied" });
  const { id } = await add(png);
  const evidence = [{ kind: "image" as const, attachmentId: id }];
  const event = await member.call(timelineRoutes.add, { params: { ref }, body: { body: "Graph", evidence } });
  expect(event.evidence).toEqual([{ kind: "image", attachmentId: id, label: "" }]);
  await lead.call(incidentRoutes.setAccess, { params: { ref }, body: { revision: 1, restricted: true } });
  expect((await fetchImage(id, lead)).status).toBe(200);
  expect((await fetchImage(id, reader)).status).toBe(404);
  expect((await fetchImage(id, member, { "if-none-match": "*" })).status).toBe(404);
  await expect(add(png)).rejects.toMatchObject({ code: "not_found" });
  expect((await app.request(`/api/attachments/${id}`)).status).toBe(401);
});
