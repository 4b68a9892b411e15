import { incidentRoutes, type IncidentBrief } from "@morrow/contract/incidents";
import { timelineRoutes } from "@morrow/contract/timeline";
import { Command } from "commander";

import { connect } from "../connection/connect.ts";
import { parseCount, parseSeverity } from "../output/arguments.ts";
import { printJson, printLine, printNote, printTable } from "../output/print.ts";

interface ListOptions {
  state?: string;
  severity?: string;
  service?: string;
  tag?: string;
  text?: string;
  limit: number;
  json?: boolean;
}

/** `morrow incidents …`: list, show, close, severity. */
export function incidentsCommand(): Command {
  return new Command("incidents")
    .description("list and look after incidents")
    .addCommand(list(), { isDefault: true })
    .addCommand(show())
    .addCommand(setSeverity())
    .addCommand(close());
}

function list(): Command {
  return new Command("list")
    .description("newest first")
    .option("--state <states>", "open,mitigated,resolved,closed")
    .option("--severity <severities>", "SEV1,SEV2")
    .option("--service <services>")
    .option("--tag <tags>")
    .option("--text <words>", "in the title")
    .option("-n, --limit <count>", "how many", parseCount, 50)
    .option("--json", "print JSON")
    .action(async (options: ListOptions) => {
      const { json, limit, ...filters } = options;
      const found = await (await connect()).call(incidentRoutes.list, { query: { ...filters, limit } });
      if (json) return printJson(found);
      if (found.items.length === 0) return printNote("No incidents match.");
      printTable(found.items.map(row));
    });
}

function row(incident: IncidentBrief): string[] {
  return [
    incident.ref,
    incident.severity === null ? "-" : `SEV${incident.severity}`,
    incident.state,
    incident.at?.slice(0, 16).replace("T", " ") ?? "no date",
    incident.title,
  ];
}

function show(): Command {
  return new Command("show")
    .description("one incident with its timeline")
    .argument("<reference>", "INC-142")
    .option("--json", "print JSON")
    .action(async (ref: string, options: { json?: boolean }) => {
      const client = await connect();
      const incident = await client.call(incidentRoutes.show, { params: { ref } });
      const timeline = await client.call(timelineRoutes.list, { params: { ref }, query: { limit: 1_000 } });
      if (options.json) return printJson({ incident, timeline: timeline.items });
      printLine(`${incident.ref}  ${incident.title}`);
      printLine(
        `${incident.severity === null ? "severity not stated" : `SEV${incident.severity}`}, ${incident.state}${incident.services.length > 0 ? `, ${incident.services.join(", ")}` : ""}`,
      );
      if (incident.decides !== null) printLine(`${incident.decides.name} decides`);
      printLine();
      printTable(
        timeline.items.map((event) => [
          event.at ?? event.given ?? "",
          event.kind,
          event.body.split("\n")[0] ?? "",
        ]),
      );
    });
}

function setSeverity(): Command {
  return new Command("severity")
    .description("change the severity; the history is kept")
    .argument("<reference>", "INC-142")
    .argument("<SEV1…SEV5>", "the new severity", parseSeverity)
    .option("--reason <text>", "why", "")
    .option("--json", "print JSON")
    .action(async (ref: string, severity: 1 | 2 | 3 | 4 | 5, options: { reason: string; json?: boolean }) => {
      const incident = await (
        await connect()
      ).call(incidentRoutes.setSeverity, { params: { ref }, body: { severity, reason: options.reason } });
      if (options.json) return printJson(incident);
      printLine(`${incident.ref} is SEV${severity} now.`);
    });
}

function close(): Command {
  return new Command("close")
    .description("close an incident whose retrospective is published, or waive it with a reason")
    .argument("<reference>", "INC-142")
    .option("--waive <reason>", "close without a retrospective; your name stays with the reason")
    .option("--json", "print JSON")
    .action(async (ref: string, options: { waive?: string; json?: boolean }) => {
      const body = options.waive === undefined ? {} : { waiver: { reason: options.waive } };
      const incident = await (await connect()).call(incidentRoutes.close, { params: { ref }, body });
      if (options.json) return printJson(incident);
      printLine(`${incident.ref} is closed.`);
    });
}
