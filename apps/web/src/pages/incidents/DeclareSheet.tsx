import { incidentRoutes } from "@morrow/contract/incidents";
import { Failure } from "@morrow/client";
import type { WhenReading } from "@morrow/domain/timeline";
import {
  incidentKindLabels,
  incidentKinds,
  severities,
  type IncidentKind,
  type Severity,
} from "@morrow/domain/incidents";
import { policyRoutes } from "@morrow/contract/policy";
import { useRef, useState } from "react";
import { useNavigate } from "react-router";
import { useAnswer, useCall } from "../../api/answers.ts";
import { messageOf, problemsOf } from "../../api/problems.ts";
import { useMay } from "../../api/session.ts";
import { Button } from "../../components/Button.tsx";
import { Checkbox } from "../../components/Checkbox.tsx";
import { Combobox } from "../../components/Combobox.tsx";
import { Sheet } from "../../components/Dialog.tsx";
import { FormError, problemAt } from "../../components/FormError.tsx";
import { RadioGroup } from "../../components/RadioGroup.tsx";
import { Select } from "../../components/Select.tsx";
import { SeverityMark } from "../../components/SeverityMark.tsx";
import { TextField } from "../../components/TextField.tsx";
import { takeHeldKeys } from "../../keyboard/heldKeys.ts";
import { onApple } from "../../keyboard/shortcuts.ts";
import { newKey } from "../../outbox/entry.ts";
import { paths } from "../../paths.ts";
import {
  forgetDeclaration,
  keepDeclaration,
  readDeclaration,
  type Declaration,
} from "./declare/declaration.ts";
import "./declare/Declare.css";
import { SimilarWhileTyping } from "./declare/SimilarWhileTyping.tsx";
import { optionOf, valuesOf } from "./facts/options.ts";
import { whenTyped } from "./composer/whenTyped.ts";

export interface DeclareSheetProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

const labels = {
  title: "What is happening",
  severity: "Severity",
  startedAt: "Since when",
  services: "Services",
  tags: "Tags",
};

/** A title and a severity are enough. */
export default function DeclareSheet({ open, onOpenChange }: DeclareSheetProps) {
  const [draft, setDraft] = useState<Declaration>(readDeclaration);
  /** The same for every attempt to send this declaration: however often it is tried, it is declared once. */
  const attempt = useRef(newKey());
  const navigate = useNavigate();
  const title = useRef<HTMLInputElement>(null);
  const declare = useCall(incidentRoutes.declare);
  const problems = problemsOf(declare.error);
  const started = startOf(draft.started);
  const startedProblem = started !== null && "problem" in started ? started.problem.message : undefined;
  const ready = draft.title.trim() !== "" && startedProblem === undefined;

  function set(part: Partial<Declaration>): void {
    const next = { ...draft, ...part };
    setDraft(next);
    keepDeclaration(next);
    // A refusal is about what was sent; another text is another declaration.
    if (declare.error !== null && declare.error.status !== 0) attempt.current = newKey();
  }

  /** What was typed before the sheet was there. Enter alone declares nothing: the severity has not been seen yet. */
  function takeHeld(): void {
    const { text } = takeHeldKeys();
    if (text !== "") set({ title: draft.title + text });
  }

  function send(): void {
    if (!ready || declare.isPending) return title.current?.focus();
    declare.mutate(
      { body: bodyOf(draft, started), options: { idempotencyKey: attempt.current } },
      {
        onSuccess: (incident) => {
          forgetDeclaration();
          setDraft(readDeclaration());
          attempt.current = newKey();
          onOpenChange(false);
          void navigate(paths.incident(incident.ref));
        },
      },
    );
  }

  return (
    <Sheet
      open={open}
      onOpenChange={onOpenChange}
      title="Declare an incident"
      description="A title and a severity are enough. Everything else can wait."
      initialFocus={title}
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>Not now</Button>
          <Button kind="primary" type="submit" form="declare" busy={declare.isPending} disabled={!ready}>
            Declare
          </Button>
        </>
      }
    >
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Ctrl Enter, from wherever in the form it is pressed */}
      <form
        id="declare"
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) {
            event.preventDefault();
            send();
          }
        }}
      >
        <FormError message={declareMessage(declare.error)} problems={problems} labels={labels} />
        <TextField
          ref={title}
          label="What is happening?"
          name="title"
          value={draft.title}
          onValueChange={(value) => set({ title: value })}
          placeholder="Checkout answers slowly in two regions"
          maxLength={200}
          autoComplete="off"
          enterKeyHint="go"
          onFocus={takeHeld}
          error={problemAt(problems, "title")}
        />
        <SeverityChoice severity={draft.severity} onSeverity={(severity) => set({ severity })} />
        <SimilarWhileTyping title={draft.title} />
        <MoreFacts
          draft={draft}
          set={set}
          startedProblem={startedProblem ?? problemAt(problems, "startedAt")}
        />
        <p className="quiet incident-declare-keys">
          Enter declares{onApple ? "; ⌘ Enter" : "; Ctrl Enter"} from anywhere.
        </p>
      </form>
    </Sheet>
  );
}

function SeverityChoice({
  severity,
  onSeverity,
}: {
  severity: Severity;
  onSeverity: (severity: Severity) => void;
}) {
  const policy = useAnswer(policyRoutes.show, {}, { kept: true, staleTime: 300_000 }).data?.policy;
  return (
    <RadioGroup
      label="Severity"
      choices={severities.map((each) => {
        const rule = policy?.severities.find((entry) => entry.severity === each);
        const name = rule === undefined || rule.name === `SEV${each}` ? {} : { name: rule.name };
        return {
          value: `${each}`,
          label: <SeverityMark severity={each} {...name} />,
          hint: rule?.definition,
        };
      })}
      value={`${severity}`}
      onValueChange={(value) => onSeverity(severities.find((each) => `${each}` === value) ?? severity)}
    />
  );
}

interface MoreFactsProps {
  readonly draft: Declaration;
  readonly set: (part: Partial<Declaration>) => void;
  readonly startedProblem: string | undefined;
}

/** What may be known already; folded away, because it can wait. */
function MoreFacts({ draft, set, startedProblem }: MoreFactsProps) {
  const [open, setOpen] = useState(false);
  const mayRestrict = useMay("incidents.restrict");
  const facets = useAnswer(incidentRoutes.facets, {}, { enabled: open, staleTime: 60_000 }).data;
  return (
    <details
      className="incident-declare-more"
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>More that is known already</summary>
      <div className="stack">
        <TextField
          label="Since when"
          name="startedAt"
          optional
          mono
          autoComplete="off"
          placeholder="14:05 or 20 min ago"
          value={draft.started}
          onValueChange={(started) => set({ started })}
          error={startedProblem}
        />
        <Combobox
          label="Services"
          name="services"
          optional
          options={(facets?.services ?? []).map(optionOf)}
          selected={draft.services.map(optionOf)}
          onSelectedChange={(selected) => set({ services: valuesOf(selected) })}
          onCreate={optionOf}
        />
        <Combobox
          label="Tags"
          name="tags"
          optional
          options={(facets?.tags ?? []).map(optionOf)}
          selected={draft.tags.map(optionOf)}
          onSelectedChange={(selected) => set({ tags: valuesOf(selected) })}
          onCreate={optionOf}
        />
        <Select
          label="Kind"
          choices={incidentKinds.map((kind) => ({
            value: kind,
            label: incidentKindLabels[kind].label,
            hint: incidentKindLabels[kind].description,
          }))}
          value={draft.kind}
          onValueChange={(kind: IncidentKind) => set({ kind })}
        />
        <Checkbox
          label="Scheduled"
          hint="It arises from planned work."
          checked={draft.scheduled}
          onCheckedChange={(scheduled) => set({ scheduled })}
        />
        {mayRestrict ? (
          <Checkbox
            label="Restricted"
            hint="Only you and those you name can see it."
            checked={draft.restricted}
            onCheckedChange={(restricted) => set({ restricted })}
          />
        ) : null}
      </div>
    </details>
  );
}

function startOf(text: string): WhenReading | null {
  return text.trim() === "" ? null : whenTyped(text);
}

function bodyOf(draft: Declaration, started: WhenReading | null) {
  const { title, severity, services, tags, kind, scheduled, restricted } = draft;
  return {
    title: title.trim(),
    severity,
    services: [...services],
    tags: [...tags],
    kind,
    scheduled,
    restricted,
    ...(started !== null && "at" in started ? { startedAt: started.at } : {}),
  };
}

function declareMessage(error: Failure | null): string | undefined {
  if (error?.status === 0)
    return "Morrow cannot be reached, so nobody knows of it yet: call people another way. What you typed is kept here; declare it when the connection returns.";
  return messageOf(error);
}
