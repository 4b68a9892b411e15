import { incidentRoutes } from "@morrow/contract/incidents";
import { knowledgeRoutes } from "@morrow/contract/knowledge";
import { Command } from "commander";

import { connect } from "../connection/connect.ts";
import { parseSeverity } from "../output/arguments.ts";
import { printJson, printLine } from "../output/print.ts";
import { describeSimilar } from "../output/similar.ts";

interface DeclareOptions {
  severity: 1 | 2 | 3 | 4 | 5;
  service: string[];
  tag: string[];
  kind: "incident" | "near_miss" | "drill";
  scheduled?: boolean;
  restricted?: boolean;
  started?: string;
  json?: boolean;
}

const collect = (value: string, previous: string[]) => [...previous, value];

/** `morrow declare TITLE --severity SEV2`: in seconds, with what helped last time shown at once. */
export function declareCommand(): Command {
  return new Command("declare")
    .description("declare an incident: a title and a severity are enough")
    .argument("<title>", "what is happening")
    .requiredOption("-s, --severity <SEV1…SEV5>", "how bad it looks now", parseSeverity)
    .option("--service <name>", "a service it touches; may be repeated", collect, [])
    .option("--tag <tag>", "may be repeated", collect, [])
    .option("--kind <kind>", "incident, near_miss or drill", "incident")
    .option("--scheduled", "it comes from planned work")
    .option("--restricted", "only named people may see it")
    .option("--started <instant>", "when it started, such as 2026-05-01T14:05:00Z")
    .option("--json", "print JSON")
    .action(async (title: string, options: DeclareOptions) => {
      const client = await connect();
      const incident = await client.call(incidentRoutes.declare, {
        body: {
          title,
          severity: options.severity,
          kind: options.kind,
          services: options.service,
          tags: options.tag,
          scheduled: options.scheduled ?? false,
          restricted: options.restricted ?? false,
          ...(options.started === undefined ? {} : { startedAt: options.started }),
        },
      });
      const similar = await client.call(knowledgeRoutes.similar, { body: { ref: incident.ref, limit: 3 } });
      if (options.json) return printJson({ incident, similar: similar.items });
      printLine(`${incident.ref} declared, SEV${options.severity}: ${incident.title}`);
      if (similar.items.length > 0) printLine("\nWorth reading first:");
      similar.items.forEach(describeSimilar);
    });
}
