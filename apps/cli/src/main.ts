import { Failure } from "@morrow/client";
import { Command, CommanderError } from "commander";

import { backupCommand, restoreCommand } from "./commands/backup.ts";
import { countermeasuresCommand } from "./commands/countermeasures.ts";
import { declareCommand } from "./commands/declare.ts";
import { exportCommand } from "./commands/export.ts";
import { haltCommand } from "./commands/halt.ts";
import { importCommand } from "./commands/import.ts";
import { incidentsCommand } from "./commands/incidents.ts";
import { lintCommand } from "./commands/lint.ts";
import { noteCommand } from "./commands/note.ts";
import { proxyCommand } from "./commands/proxy.ts";
import { retrospectivesCommand } from "./commands/retrospectives.ts";
import { searchCommand } from "./commands/search.ts";
import { signInCommand, signOutCommand, whoamiCommand } from "./commands/sign-in.ts";
import { similarCommand } from "./commands/similar.ts";
import { undoCommand } from "./commands/undo.ts";
import { explain } from "./output/explain.ts";
import { Usage } from "./output/usage.ts";

/** Exit codes: 0 done, 1 the answer is no (findings, a refusal), 2 the command can't be understood, 3 Morrow can't be reached. */
const program = new Command("morrow")
  .description("Organisational learning from failure, from the terminal")
  .version("0.1.0")
  .showSuggestionAfterError()
  .exitOverride()
  .addHelpText(
    "after",
    "\nWhere Morrow is: MORROW_URL (default http://127.0.0.1:4800). Who you are: MORROW_TOKEN, or `morrow sign-in` once.\nExit codes: 0 done, 1 refused or findings, 2 not understood, 3 Morrow cannot be reached.",
  );

for (const command of [
  signInCommand(),
  signOutCommand(),
  whoamiCommand(),
  declareCommand(),
  incidentsCommand(),
  noteCommand(),
  retrospectivesCommand(),
  countermeasuresCommand(),
  importCommand(),
  exportCommand(),
  searchCommand(),
  similarCommand(),
  lintCommand(),
  proxyCommand(),
  backupCommand(),
  restoreCommand(),
  undoCommand(),
  haltCommand(),
]) {
  program.addCommand(command);
}

function overrideExits(command: Command): void {
  command.exitOverride();
  command.commands.forEach(overrideExits);
}
overrideExits(program);

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = exitCodeOf(error);
}

function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  process.stderr.write(`morrow: ${explain(error)}\n`);
  if (error instanceof Usage) return 2;
  if (error instanceof Failure) return error.status === 0 || error.status === 503 ? 3 : 1;
  return 1;
}
