import { timelineRoutes } from "@morrow/contract/timeline";
import { milestones, type Milestone } from "@morrow/domain/incidents";
import { readWhen, timelineKinds, type TimelineKind } from "@morrow/domain/timeline";
import { Command, Option } from "commander";

import { connect } from "../connection/connect.ts";
import { printJson, printLine } from "../output/print.ts";
import { Usage } from "../output/usage.ts";

interface NoteOptions {
  at?: string;
  zone: string;
  kind: TimelineKind;
  milestone?: Milestone;
  star?: boolean;
  json?: boolean;
}

/** `morrow note INC-142 "restarted the pool" --at "5 min ago"`: one line of the timeline. */
export function noteCommand(): Command {
  return new Command("note")
    .description("record what happened in an incident's timeline")
    .argument("<reference>", "INC-142")
    .argument("<text...>", "Markdown")
    .option("--at <time>", 'when: "14:05", "5 min ago", "2026-05-01 14:05 UTC"; left out: now')
    .option("--zone <zone>", "IANA zone of --at", Intl.DateTimeFormat().resolvedOptions().timeZone)
    .addOption(new Option("--kind <kind>").choices([...timelineKinds]).default("note"))
    .addOption(new Option("--milestone <milestone>", "this moment is a milestone").choices([...milestones]))
    .option("--star", "mark it as important")
    .option("--json", "print JSON")
    .action(async (ref: string, words: string[], options: NoteOptions) => {
      const event = await (
        await connect()
      ).call(timelineRoutes.add, {
        params: { ref },
        body: {
          body: words.join(" "),
          kind: options.milestone === undefined ? options.kind : "milestone",
          milestone: options.milestone ?? null,
          starred: options.star ?? false,
          ...whenOf(options),
        },
      });
      if (options.json) return printJson(event);
      printLine(`${event.at ?? ""}  ${event.body}`);
    });
}

function whenOf(options: NoteOptions): {
  when?: { at: string; zone: string; precision: "day" | "hour" | "minute" | "second"; given: string };
} {
  if (options.at === undefined) return {};
  const read = readWhen(options.at, { now: new Date().toISOString(), zone: options.zone });
  if ("problem" in read) throw new Usage(read.problem.message);
  return { when: { at: read.at, zone: read.zone, precision: read.precision, given: read.given } };
}
