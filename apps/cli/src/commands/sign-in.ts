import { createInterface } from "node:readline/promises";

import { createClient } from "@morrow/client";
import { sessionRoutes } from "@morrow/contract/people";
import { Command } from "commander";

import { connect, morrowUrl, signIn } from "../connection/connect.ts";
import { forgetSecret, storedSecret, storeSecret } from "../connection/credentials.ts";
import { readHidden } from "../connection/read-hidden.ts";
import { printJson, printLine, printNote } from "../output/print.ts";

/** `morrow sign-in [EMAIL]`: asks for what is not given; MORROW_PASSWORD serves scripts. */
export function signInCommand(): Command {
  return new Command("sign-in")
    .description("sign in once; later commands remember it")
    .argument("[email]", "your e-mail address")
    .action(async (given: string | undefined) => {
      const url = morrowUrl();
      const email = given ?? process.env["MORROW_EMAIL"] ?? (await ask("E-mail: "));
      const password = process.env["MORROW_PASSWORD"] ?? (await readHidden("Password: "));
      await storeSecret(url, await signIn(url, email, password));
      printNote(`Signed in at ${url}.`);
    });
}

export function signOutCommand(): Command {
  return new Command("sign-out").description("end the stored session").action(async () => {
    const url = morrowUrl();
    const secret = await storedSecret(url);
    if (secret === null) return printNote("Nobody was signed in here.");
    await forgetSecret(url);
    await createClient({ baseUrl: url, token: secret }).call(sessionRoutes.signOut, {});
    printNote("Signed out.");
  });
}

export function whoamiCommand(): Command {
  return new Command("whoami")
    .description("who this terminal acts as")
    .option("--json", "print JSON")
    .action(async (options: { json?: boolean }) => {
      const session = await (await connect()).call(sessionRoutes.show, {});
      if (options.json) return printJson(session);
      printLine(
        `${session.person.name} <${session.person.email}>, ${session.person.role}, at ${session.organisation}`,
      );
    });
}

async function ask(question: string): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return (await lines.question(question)).trim();
  } finally {
    lines.close();
  }
}
