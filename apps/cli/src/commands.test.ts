import { expect, test } from "vitest";

import { commands } from "./commands.ts";

test.each(commands)(
  "$name is listed with the summary that it gives itself",
  async ({ name, summary, load }) => {
    const command = await load();
    expect({ name: command.name(), summary: command.description() }).toEqual({ name, summary });
  },
);
