import {
  sessionRoutes,
  peopleRoutes,
  tokenRoutes,
  invitationRoutes,
  setupRoutes,
  teamRoutes,
} from "@morrow/contract/people";
import { policyRoutes } from "@morrow/contract/policy";
import { afterAll, beforeAll, expect, test } from "vitest";

import { openTestApp, type TestApp } from "../../testing/app.ts";

let app: TestApp;
beforeAll(async () => {
  app = await openTestApp();
});
afterAll(() => app.close());

test("a person signs in, sees who they are, and signs out", async () => {
  const member = await app.as("member");
  const opened = await app.stranger.open(sessionRoutes.signIn, {
    body: { email: member.email, password: "correct horse battery" },
  });
  const cookie = opened.headers.get("set-cookie")?.split(";")[0] ?? "";
  expect(cookie).toMatch(/^morrow_session=mrs_/);
  const shown = await app.request("/api/session", { headers: { cookie } });
  expect(await shown.json()).toMatchObject({ person: { name: "member", role: "member" } });
  const out = await app.request("/api/session", { method: "DELETE", headers: { cookie } });
  expect(out.status).toBe(204);
  expect((await app.request("/api/session", { headers: { cookie } })).status).toBe(401);
});

test("a wrong password and an unknown address get the same answer, and many tries are slowed down", async () => {
  const tries = Array.from({ length: 12 }, () =>
    app.stranger
      .call(sessionRoutes.signIn, { body: { email: "nobody@example.test", password: "wrong password" } })
      .catch((failure) => failure.code),
  );
  const codes = await Promise.all(tries);
  expect(codes.filter((code) => code === "session.wrong_credentials")).toHaveLength(10);
  expect(codes.filter((code) => code === "session.too_many_attempts")).toHaveLength(2);
});

test("a request from another site is refused, one with a token is not", async () => {
  const member = await app.as("member");
  const headers = {
    cookie: `morrow_session=${member.secret}`,
    "sec-fetch-site": "cross-site",
    "content-type": "application/json",
  };
  const refused = await app.request("/api/session/name", {
    method: "PUT",
    headers,
    body: JSON.stringify({ name: "x" }),
  });
  expect(await refused.json()).toMatchObject({ error: { code: "session.cross_site" } });
});

test("an invitation is used once", async () => {
  const admin = await app.as("admin");
  const { link } = await admin.call(invitationRoutes.create, { body: { role: "lead" } });
  const token = link.split("/").at(-1) ?? "";
  const body = { name: "Nia", email: "nia@example.test", password: "long enough words" };
  const session = await app.stranger.call(invitationRoutes.accept, { params: { token }, body });
  expect(session.person.role).toBe("lead");
  await expect(app.stranger.call(invitationRoutes.accept, { params: { token }, body })).rejects.toMatchObject(
    { code: "invitation.invalid" },
  );
});

test("a read-only token reads and changes nothing", async () => {
  const lead = await app.as("lead");
  const { secret, token } = await lead.call(tokenRoutes.create, {
    body: { name: "reporting", scopes: ["read"] },
  });
  const headers = { authorization: `Bearer ${secret}`, "content-type": "application/json" };
  expect((await app.request("/api/people", { headers })).status).toBe(200);
  const renamed = await app.request("/api/session/name", {
    method: "PUT",
    headers,
    body: JSON.stringify({ name: "x" }),
  });
  expect(renamed.status).toBe(403);
  await lead.call(tokenRoutes.withdraw, { params: { id: token.id } });
  expect((await app.request("/api/people", { headers })).status).toBe(401);
});

test("the last administrator stays, and a reader manages nobody", async () => {
  const admin = await app.as("admin");
  const reader = await app.as("reader");
  await expect(
    admin.call(peopleRoutes.change, { params: { id: admin.id }, body: { role: "member" } }),
  ).rejects.toMatchObject({ code: "person.last_admin" });
  await expect(
    reader.call(peopleRoutes.create, {
      body: { name: "x", email: "x@example.test", role: "admin", password: "0123456789" },
    }),
  ).rejects.toMatchObject({ code: "permission.denied" });
});

test("set-up happens once", async () => {
  await expect(
    app.stranger.call(setupRoutes.complete, {
      body: {
        token: app.morrow.people.setup.token,
        organisation: "x",
        name: "x",
        email: "y@example.test",
        password: "0123456789",
      },
    }),
  ).rejects.toMatchObject({ code: "setup.done" });
});

test("teams have unique names and known members", async () => {
  const lead = await app.as("lead");
  const team = await lead.call(teamRoutes.create, { body: { name: "Core", memberIds: [lead.id] } });
  expect(team.members.map((member) => member.id)).toEqual([lead.id]);
  await expect(lead.call(teamRoutes.create, { body: { name: "core" } })).rejects.toMatchObject({
    code: "team.name_taken",
    fields: [{ path: ["body", "name"] }],
  });
  await expect(
    lead.call(teamRoutes.change, {
      params: { id: team.id },
      body: { memberIds: ["00000000-0000-7000-8000-000000000000"] },
    }),
  ).rejects.toMatchObject({ code: "input.rule" });
});

test("the policy is versioned, and an outdated change is shown the current one", async () => {
  const admin = await app.as("admin");
  const first = await admin.call(policyRoutes.show, {});
  const policy = { ...first.policy, holidays: ["2026-12-25"] };
  const second = await admin.call(policyRoutes.change, {
    body: { version: first.version, policy, note: "Christmas" },
  });
  expect(second.version).toBe(first.version + 1);
  await expect(
    admin.call(policyRoutes.change, { body: { version: first.version, policy } }),
  ).rejects.toMatchObject({ code: "conflict.revision", current: { version: second.version } });
  await expect(
    admin.call(policyRoutes.change, {
      body: { version: second.version, policy: { ...policy, workWeek: [] } },
    }),
  ).rejects.toMatchObject({ code: "input.rule" });
  expect((await admin.call(policyRoutes.history, {})).items.map((item) => item.version)).toEqual([1, 0]);
});
