import type { RunListener } from "@morrow/faults/experiments";

type RunEvent = Parameters<RunListener>[0];

interface Output {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** Shows a run as it goes: one line for each thing that happened, calm, the verdict last. Colours only in a terminal. */
export function showRun(output: Output): RunListener {
  const paint = output.isTTY === true && process.env["NO_COLOR"] === undefined ? colour : plain;
  const print = (line: string): void => void output.write(`${line}\n`);
  return (event) => describe(event, paint).forEach(print);
}

type Paint = (text: string, tone: Tone) => string;
type Tone = "good" | "bad" | "dim" | "strong";

const codes: Readonly<Record<Tone, number>> = { good: 32, bad: 31, dim: 2, strong: 1 };
const colour: Paint = (text, tone) => `\u001b[${codes[tone]}m${text}\u001b[0m`;
const plain: Paint = (text) => text;

const parts = {
  before: "Steady state before the method",
  during: "Steady state during the method",
  after: "Steady state after the method",
  method: "Method",
  rollbacks: "Rollbacks",
} as const;

function describe(event: RunEvent, paint: Paint): string[] {
  switch (event.kind) {
    case "started":
      return [
        paint(event.title, "strong"),
        ...(event.dry === null ? [] : [`  Dry run: ${event.dry} are not executed.`]),
      ];
    case "hypothesis-started":
      // Checked again and again; its probes say enough.
      return event.part === "during" ? [] : [`${parts[event.part]}: ${event.title}`];
    case "method-started":
      return [`${parts.method}${event.activities === 0 ? ": nothing to do" : ""}`];
    case "rollbacks-started":
      return [`${parts.rollbacks}${event.activities === 0 ? ": none" : ""}`];
    case "pause-started":
      return [paint(`  · pause of ${JSON.stringify(event.seconds)} s ${event.where} ${event.name}`, "dim")];
    case "activity-started":
      return event.background ? [`  › ${event.type} ${event.name} started in the background`] : [];
    case "activity-ended":
      return activity(event, paint);
    case "tolerance-checked":
      return event.met ? [] : [`  ${paint("✗", "bad")} ${event.name} is not within its tolerance`];
    case "fault-planned":
      return [
        `  Would happen: ${event.effect}`,
        ...event.targets.map((target) => `    target: ${target}`),
        `    undo:   ${event.undo}`,
      ];
    case "fault-applied":
      return [
        `  ${paint("!", "strong")} ${event.effect}${event.deadline === null ? "" : ` Undone by ${event.deadline} at the latest.`}`,
      ];
    case "fault-ended":
      return [`  ${paint("✓", "good")} fault ${event.id} is undone (${event.by})`];
    case "fault-stuck":
      return [`  ${paint("✗", "bad")} not undone: ${event.effect} ${event.because} See \`morrow undo\`.`];
    case "note":
      return [
        `  ${event.level === "info" ? paint(`· ${event.message}`, "dim") : `${paint("!", "bad")} ${event.message}`}`,
      ];
    case "interrupted":
      return [`  ${paint("!", "bad")} Stopping: ${event.because}.`];
    case "ended":
      return ended(event, paint);
    case "hypothesis-ended":
    case "method-ended":
    case "rollbacks-ended":
      return [];
  }
}

function activity(event: RunEvent & { kind: "activity-ended" }, paint: Paint): string[] {
  const mark = event.status === "succeeded" ? paint("✓", "good") : paint("✗", "bad");
  const state =
    event.status === "succeeded" ? "" : event.status === "failed" ? " failed" : " was interrupted";
  const time = paint(`${Number(JSON.stringify(event.duration)).toFixed(2)} s`, "dim");
  const lines = [`  ${mark} ${event.type} ${event.name}${state}  ${time}`];
  if (event.error !== null && event.status === "failed") lines.push(`      ${firstLine(event.error)}`);
  return lines;
}

function firstLine(text: string): string {
  const [line = ""] = text.split("\n");
  return line.length > 300 ? `${line.slice(0, 300)}…` : line;
}

const verdicts = {
  held: "The hypothesis held.",
  deviated: "The system deviated from its steady state.",
  "gate-not-met": "The steady state was not met to begin with.",
  inconclusive: "This run proves nothing either way.",
  "fault-left-behind": "Something of this run may be left in the system.",
} as const;

function ended(event: RunEvent & { kind: "ended" }, paint: Paint): string[] {
  const tone = event.verdict === "held" ? "good" : "bad";
  return [
    "",
    `${paint(verdicts[event.verdict], tone)} ${event.because}`,
    paint(
      `status ${event.status}, ${event.deviated ? "deviated" : "not deviated"}, verdict ${event.verdict}${event.journal === null ? "" : `, journal ${event.journal}`}`,
      "dim",
    ),
  ];
}
