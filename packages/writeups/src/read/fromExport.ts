import type { RetrospectiveText, RowText } from "../export/retrospectiveText.ts";
import type { MilestoneMoment, Moment } from "../proposal/moment.ts";
import type { Passage, ProposedAction, TimelineRow, WriteupProposal } from "../proposal/proposal.ts";
import { rowKind } from "../timeline/rowKind.ts";

/** Lays the exact fields of an unedited export over what was read from its text, which gives the lines. Nothing is asked. */
export function fromExport(read: WriteupProposal, data: RetrospectiveText): WriteupProposal {
  const {
    startedAt: _started,
    detectedAt: _detected,
    resolvedAt: _resolved,
    owner: _owner,
    facilitator: _facilitator,
    severity: _severity,
    summary: _summary,
    zone: _zone,
    ...rest
  } = read;
  const started = milestone(data.startedAt);
  const detected = milestone(data.detectedAt);
  const resolved = milestone(data.resolvedAt);
  return {
    ...rest,
    title: { value: data.title, given: data.title, from: "front-matter", line: 1, certainty: "stated" },
    ...(data.summary === undefined ? {} : { summary: { text: data.summary, line: read.summary?.line ?? 1 } }),
    ...(started ? { startedAt: started } : {}),
    ...(detected ? { detectedAt: detected } : {}),
    ...(resolved ? { resolvedAt: resolved } : {}),
    timeline: (data.timeline ?? []).map((row, order) => timelineRow(row, order, read.timeline[order])),
    contributingFactors: passages(data.contributingFactors, read.contributingFactors),
    whatWentWell: passages(data.whatWentWell, read.whatWentWell),
    whatWasConfusing: passages(data.whatWasConfusing, read.whatWasConfusing),
    whereWeWereLucky: passages(data.whereWeWereLucky, read.whereWeWereLucky),
    actions: (data.countermeasures ?? []).map((each, index): ProposedAction => ({
      ...each,
      line: read.actions[index]?.line ?? 1,
    })),
    attendees: (data.attendees ?? []).map((each) => ({ ...each })),
    ...(data.owner === undefined ? {} : { owner: data.owner }),
    ...(data.facilitator === undefined ? {} : { facilitator: data.facilitator }),
    ...(data.severity === undefined
      ? {}
      : {
          severity: {
            ...(read.severity?.given === data.severity ? read.severity : { line: 1 }),
            given: data.severity,
          },
        }),
    services: [...(data.services ?? [])],
    tags: [...(data.tags ?? [])],
    narrative: data.narrative ?? "",
    questions: [],
  };
}

const passages = (texts: readonly string[] | undefined, read: readonly Passage[]): Passage[] =>
  (texts ?? []).map((text, index) => ({ text, line: read[index]?.line ?? 1 }));

function moment(instant: string | null, given: string): Moment {
  const zone = instant === null ? null : ({ id: "UTC", given: "UTC", from: "column", line: null } as const);
  return {
    instant,
    local: instant?.slice(0, 19) ?? null,
    end: null,
    given,
    zone,
    precision: "minute",
    approximate: false,
    certainty: instant === null ? "uncertain" : "stated",
    questions: [],
  };
}

const milestone = (instant: string | undefined): MilestoneMoment | null =>
  instant === undefined
    ? null
    : { ...moment(instant, instant), precision: "second", from: "front-matter", line: 1 };

function timelineRow(row: RowText, order: number, read: TimelineRow | undefined): TimelineRow {
  const kind = rowKind(row.text);
  const line = read?.line ?? 1;
  return {
    at: {
      ...moment(row.instant, row.instant ?? "??"),
      end: row.end ?? null,
      precision: row.precision,
      approximate: row.approximate ?? false,
    },
    text: row.text,
    ...(row.actor === undefined ? {} : { actor: row.actor }),
    ...(kind === undefined ? {} : { kind }),
    line,
    endLine: read?.endLine ?? line,
    order,
  };
}
