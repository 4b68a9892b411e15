import { expect, test } from "vitest";

import { startBadController } from "../testing/bad-controller.ts";
import { controllerAt, startController, type RuleRequest } from "./index.ts";

const down: RuleRequest = {
  owner: "test",
  lease: 60_000,
  service: "shop",
  rule: { point: "reviews", effects: [{ kind: "status", status: 503 }] },
};

test("asks for everything a controller does", async () => {
  const controller = await startController({ port: 0, token: "secret" });
  try {
    const client = controllerAt({ url: controller.url, token: "secret" });
    expect(await client.hold("down", down)).toMatchObject({ id: "down", service: "shop" });
    expect((await client.renew("down", 90_000)).expiresIn).toBeGreaterThan(60_000);
    expect(await client.list()).toMatchObject({ rules: [{ id: "down", owner: "test" }], following: 0 });
    await client.remove("down");
    await client.hold("other", down);
    expect(await client.clear()).toBe(1);
    await expect(client.remove("down")).rejects.toMatchObject({ code: "rule.unknown" });
    await expect(client.hold("down", { ...down, lease: 1 })).rejects.toMatchObject({
      code: "input.invalid",
      fields: [{ path: ["lease"] }],
    });
    await expect(controllerAt({ url: controller.url }).list()).rejects.toMatchObject({
      code: "token.needed",
    });
  } finally {
    await controller.close();
  }
});

test.each(["refusing", "no HTTP", "failing", "redirecting", "malformed", "wrong types", "flapping"] as const)(
  "what is %s is no controller",
  async (kind) => {
    await using bad = await startBadController(kind);
    await expect(controllerAt({ url: bad.url }).list()).rejects.toMatchObject({
      name: "ControllerUnreachable",
    });
  },
);

test.each(["nonsense", "localhost:5032", "ftp://127.0.0.1"])("%s is no address of a controller", (url) => {
  expect(() => controllerAt({ url })).toThrow(/http or https URL, not /);
});
