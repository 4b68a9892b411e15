import * as fc from "fast-check";
import { expect, test } from "vitest";

import { redactor, withoutSecrets } from "./redact.ts";

test("a secret is nowhere in what is written, whatever it stands in and however it is encoded", () => {
  fc.assert(
    fc.property(
      fc.string({ minLength: 4, unit: "grapheme-ascii" }),
      fc.string(),
      fc.string(),
      (secret, left, right) => {
        fc.pre(!"[secret]".includes(secret));
        const redact = redactor({ group: { token: secret } });
        const told = redact({
          whole: secret,
          list: [`${left}${secret}${right}`],
          [secret]: encodeURIComponent(secret),
          basic: Buffer.from(secret).toString("base64"),
        });
        for (const text of [told.whole, ...told.list, ...Object.keys(told), told.basic])
          expect(text.replaceAll("[secret]", "\u0000")).not.toContain(secret);
      },
    ),
  );
});

test("a short secret is recognised when a text is nothing else", () => {
  expect(redactor({ group: { pin: "12" } })({ a: "12", b: "12 of 120" })).toEqual({
    a: "[secret]",
    b: "12 of 120",
  });
});

test("what stands literally among the secrets is taken out, where it comes from stays", () => {
  const experiment = { title: "t", secrets: { g: { a: "x", b: 5, c: { type: "env", key: "TOKEN" } } } };
  expect(withoutSecrets(experiment)).toEqual({
    title: "t",
    secrets: { g: { a: "[secret]", b: "[secret]", c: { type: "env", key: "TOKEN" } } },
  });
});
