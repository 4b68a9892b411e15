import type { Command } from "commander";

interface Entry {
  readonly name: string;
  /** For the list of commands; the command itself says the same. */
  readonly summary: string;
  load(): Promise<Command>;
}

/** Every command. Only the one that is asked for is loaded: starting should take no longer than needed. */
export const commands: readonly Entry[] = [
  entry("sign-in", "sign in once; later commands remember it", async () =>
    (await import("./commands/sign-in.ts")).signInCommand(),
  ),
  entry("sign-out", "end the stored session", async () =>
    (await import("./commands/sign-in.ts")).signOutCommand(),
  ),
  entry("whoami", "who this terminal acts as", async () =>
    (await import("./commands/sign-in.ts")).whoamiCommand(),
  ),
  entry("declare", "declare an incident: a title and a severity are enough", async () =>
    (await import("./commands/declare.ts")).declareCommand(),
  ),
  entry("incidents", "list and look after incidents", async () =>
    (await import("./commands/incidents.ts")).incidentsCommand(),
  ),
  entry("note", "record what happened in an incident's timeline", async () =>
    (await import("./commands/note.ts")).noteCommand(),
  ),
  entry("retrospectives", "list, start and publish retrospectives", async () =>
    (await import("./commands/retrospectives.ts")).retrospectivesCommand(),
  ),
  entry("countermeasures", "list, add and move countermeasures", async () =>
    (await import("./commands/countermeasures.ts")).countermeasuresCommand(),
  ),
  entry(
    "import",
    "import write-ups: files and folders of Markdown; the same file again changes nothing",
    async () => (await import("./commands/import.ts")).importCommand(),
  ),
  entry(
    "export",
    "write a retrospective as Markdown, HTML or JSON, or the original write-up byte for byte",
    async () => (await import("./commands/export.ts")).exportCommand(),
  ),
  entry(
    "search",
    'search retrospectives, incidents, timelines and countermeasures ("a phrase", severity:SEV1, service:payments, tag:dns, after:2026-01-01)',
    async () => (await import("./commands/search.ts")).searchCommand(),
  ),
  entry("similar", "find past failures like this one", async () =>
    (await import("./commands/similar.ts")).similarCommand(),
  ),
  entry("lint", "read Markdown with the language coach", async () =>
    (await import("./commands/lint.ts")).lintCommand(),
  ),
  entry("run", "run an experiment, in the format of Chaos Toolkit, and undo its faults", async () =>
    (await import("./commands/run.ts")).runCommand(),
  ),
  entry("validate", "say everything that is wrong with experiments, and run nothing", async () =>
    (await import("./commands/validate.ts")).validateCommand(),
  ),
  entry("faults", "list the faults that experiments can make, and what each takes", async () =>
    (await import("./commands/faults.ts")).faultsCommand(),
  ),
  entry("proxy", "a TCP, HTTP and DNS proxy that makes faults; clients of Toxiproxy work with it", async () =>
    (await import("./commands/proxy.ts")).proxyCommand(),
  ),
  entry(
    "fault-points",
    "make faults at the fault points of running services, for as long as this command runs",
    async () => (await import("./commands/fault-points.ts")).faultPointsCommand(),
  ),
  entry(
    "undo",
    "undo faults that were left behind, and show what still stands (exit code 1 while anything does)",
    async () => (await import("./commands/undo.ts")).undoCommand(),
  ),
  entry("halt", "undo every fault at once and let none start, until the halt is lifted", async () =>
    (await import("./commands/halt.ts")).haltCommand(),
  ),
  entry("backup", "write the whole organisation into one file, consistent while Morrow runs", async () =>
    (await import("./commands/backup.ts")).backupCommand(),
  ),
  entry("restore", "fill an empty Morrow from a backup", async () =>
    (await import("./commands/backup.ts")).restoreCommand(),
  ),
];

function entry(name: string, summary: string, load: () => Promise<Command>): Entry {
  return { name, summary, load };
}
