import { Command, CommanderError } from "commander";

import { commands } from "./commands.ts";

/**
 * Runs one command line, without the program's name. Returns the exit code: 0 done, 1 the answer is no (findings, a refusal), 2 the
 * command can't be understood, 3 Morrow can't be reached; a command may set its own in `process.exitCode`.
 */
export async function runMorrow(words: readonly string[]): Promise<number> {
  const program = new Command("morrow")
    .description("Organisational learning from failure, from the terminal")
    .version("0.1.0")
    .showSuggestionAfterError()
    .exitOverride()
    .addHelpText(
      "after",
      "\nWhere Morrow is: MORROW_URL (default http://127.0.0.1:4800). Who you are: MORROW_TOKEN, or `morrow sign-in` once.\nExit codes: 0 done, 1 refused or findings, 2 not understood, 3 Morrow cannot be reached.",
    );
  const wanted = words.filter((word) => !word.startsWith("-") && word !== "help")[0];
  for (const { name, summary, load } of commands)
    program.addCommand(name === wanted ? await load() : new Command(name).description(summary));
  overrideExits(program);
  try {
    await program.parseAsync(words, { from: "user" });
    return Number(process.exitCode ?? 0);
  } catch (error) {
    return exitCodeOf(error);
  }
}

function overrideExits(command: Command): void {
  command.exitOverride();
  command.commands.forEach(overrideExits);
}

async function exitCodeOf(error: unknown): Promise<number> {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  const [{ Failure }, { explain }, { Usage }] = await Promise.all([
    import("@morrow/client"),
    import("./output/explain.ts"),
    import("./output/usage.ts"),
  ]);
  process.stderr.write(`morrow: ${explain(error)}\n`);
  if (error instanceof Usage) return 2;
  if (error instanceof Failure) return error.status === 0 || error.status === 503 ? 3 : 1;
  return 1;
}
