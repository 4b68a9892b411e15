import { incidentRoutes, type Incident, type Link } from "@morrow/contract/incidents";
import { teamRoutes } from "@morrow/contract/people";
import { incidentKindLabels, incidentKinds, linkKindLabels, linkKinds } from "@morrow/domain/incidents";
import { Plus, X } from "lucide-react";
import { useState } from "react";
import { useAnswer } from "../../../api/answers.ts";
import { messageOf, problemsOf } from "../../../api/problems.ts";
import { Button } from "../../../components/Button.tsx";
import { Checkbox } from "../../../components/Checkbox.tsx";
import { Combobox } from "../../../components/Combobox.tsx";
import { Sheet } from "../../../components/Dialog.tsx";
import { FormError, problemAt } from "../../../components/FormError.tsx";
import { IconButton } from "../../../components/IconButton.tsx";
import { Select } from "../../../components/Select.tsx";
import { TextArea, TextField } from "../../../components/TextField.tsx";
import { useIncidentChange, type IncidentChange } from "../useIncidentChange.ts";
import { optionOf, valuesOf } from "./options.ts";

const labels = {
  summary: "Summary",
  services: "Services",
  tags: "Tags",
  "impact.who": "Who was affected",
  "impact.howMany": "How many",
  links: "Links",
};
const noTeam = "none";

/** Everything that is known about the incident, in one place; only what was changed is sent. */
export function EditFactsSheet({ incident, onClose }: { incident: Incident; onClose: () => void }) {
  // What the sheet was opened with: later news must not change the text under the person's hands.
  const [base] = useState(incident);
  const [draft, setDraft] = useState(() => draftOf(incident));
  const change = useIncidentChange(base);
  const facets = useAnswer(incidentRoutes.facets, {}, { staleTime: 60_000 }).data;
  const teams = useAnswer(teamRoutes.list, {}, { staleTime: 300_000 }).data?.items ?? [];
  const problems = problemsOf(change.error);
  const set = (part: Partial<typeof draft>) => setDraft((before) => ({ ...before, ...part }));
  const changes = changesOf(draft, draftOf(base));

  return (
    <Sheet
      open
      onOpenChange={(open) => !open && onClose()}
      title="What is known about it"
      footer={
        <>
          <Button onClick={onClose}>Leave it</Button>
          <Button
            kind="primary"
            busy={change.isPending}
            disabled={Object.keys(changes).length === 0}
            onClick={() => change.mutate(changes, { onSuccess: onClose })}
          >
            Save
          </Button>
        </>
      }
    >
      <FormError message={messageOf(change.error)} problems={problems} labels={labels} />
      <TextArea
        label="Summary"
        name="summary"
        optional
        hint="A few sentences; Markdown."
        value={draft.summary}
        onValueChange={(summary) => set({ summary })}
      />
      <TextField
        label="Who was affected"
        name="impact.who"
        optional
        placeholder="shoppers in Europe"
        value={draft.who}
        onValueChange={(who) => set({ who })}
      />
      <TextField
        label="How many"
        name="impact.howMany"
        optional
        inputMode="numeric"
        value={draft.howMany}
        onValueChange={(howMany) => set({ howMany: howMany.replaceAll(/\D/g, "").slice(0, 10) })}
        error={problemAt(problems, "impact.howMany")}
      />
      <TextField
        label="How"
        name="impact.how"
        optional
        placeholder="could not pay"
        value={draft.how}
        onValueChange={(how) => set({ how })}
      />
      <Combobox
        label="Services"
        name="services"
        options={(facets?.services ?? []).map(optionOf)}
        selected={draft.services.map(optionOf)}
        onSelectedChange={(selected) => set({ services: valuesOf(selected) })}
        onCreate={optionOf}
        error={problemAt(problems, "services")}
      />
      <Combobox
        label="Tags"
        name="tags"
        options={(facets?.tags ?? []).map(optionOf)}
        selected={draft.tags.map(optionOf)}
        onSelectedChange={(selected) => set({ tags: valuesOf(selected) })}
        onCreate={optionOf}
        error={problemAt(problems, "tags")}
      />
      <Select
        label="Team"
        choices={[
          { value: noTeam, label: "No team" },
          ...teams.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={draft.teamId ?? noTeam}
        onValueChange={(value) => set({ teamId: value === noTeam ? null : value })}
      />
      <Select
        label="Kind"
        choices={incidentKinds.map((kind) => ({
          value: kind,
          label: incidentKindLabels[kind].label,
          hint: incidentKindLabels[kind].description,
        }))}
        value={draft.kind}
        onValueChange={(kind) => set({ kind })}
      />
      <Checkbox
        label="Scheduled"
        hint="It arose from planned work."
        checked={draft.scheduled}
        onCheckedChange={(scheduled) => set({ scheduled })}
      />
      <Links links={draft.links} error={problemAt(problems, "links")} onChange={(links) => set({ links })} />
    </Sheet>
  );
}

function Links({
  links,
  error,
  onChange,
}: {
  links: readonly Link[];
  error: string | undefined;
  onChange: (links: Link[]) => void;
}) {
  const change = (index: number, part: Partial<Link>) =>
    onChange(links.map((link, at) => (at === index ? { ...link, ...part } : link)));
  return (
    <fieldset className="incident-links stack-tight" data-field="links">
      <legend className="m-field-label">Links</legend>
      {links.map((link, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- a link being typed has nothing else that stays the same
        <div key={index} className="incident-link-row">
          <Select
            label="What it is"
            labelHidden
            choices={linkKinds.map((kind) => ({ value: kind, label: linkKindLabels[kind] }))}
            value={link.kind}
            onValueChange={(kind) => change(index, { kind })}
          />
          <TextField
            label="Address"
            labelHidden
            type="url"
            placeholder="https://"
            value={link.url}
            onValueChange={(url) => change(index, { url })}
          />
          <IconButton
            label="Remove this link"
            icon={<X size={16} aria-hidden="true" />}
            onClick={() => onChange(links.filter((_, at) => at !== index))}
          />
        </div>
      ))}
      {error === undefined ? null : (
        <p className="m-field-error" role="alert">
          {error}
        </p>
      )}
      <Button
        size="small"
        icon={<Plus size={14} aria-hidden="true" />}
        onClick={() => onChange([...links, { kind: "ticket", url: "", label: "" }])}
      >
        Add a link
      </Button>
    </fieldset>
  );
}

function draftOf(incident: Incident) {
  return {
    summary: incident.summary,
    who: incident.impact.who,
    howMany: incident.impact.howMany === null ? "" : String(incident.impact.howMany),
    how: incident.impact.how,
    services: [...incident.services],
    tags: [...incident.tags],
    teamId: incident.team?.id ?? null,
    kind: incident.kind,
    scheduled: incident.scheduled,
    links: [...incident.links],
  };
}

type Draft = ReturnType<typeof draftOf>;

function changesOf(draft: Draft, base: Draft): IncidentChange {
  const differs = (...fields: (keyof Draft)[]) =>
    fields.some((field) => JSON.stringify(draft[field]) !== JSON.stringify(base[field]));
  const { summary, who, howMany, how, services, tags, teamId, kind, scheduled, links } = draft;
  return {
    ...(differs("summary") ? { summary } : {}),
    ...(differs("who", "howMany", "how")
      ? { impact: { who, how, howMany: howMany === "" ? null : Number(howMany) } }
      : {}),
    ...(differs("services") ? { services } : {}),
    ...(differs("tags") ? { tags } : {}),
    ...(differs("teamId") ? { teamId } : {}),
    ...(differs("kind") ? { kind } : {}),
    ...(differs("scheduled") ? { scheduled } : {}),
    ...(differs("links") ? { links: links.filter(({ url }) => url.trim() !== "") } : {}),
  };
}
