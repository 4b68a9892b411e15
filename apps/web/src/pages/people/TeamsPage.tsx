import type { Failure } from "@morrow/client";
import { peopleRoutes, teamRoutes, type Team } from "@morrow/contract/people";
import type { UseQueryResult } from "@tanstack/react-query";
import { useState, type ReactNode } from "react";
import { useAnswer, useCall } from "../../api/answers.ts";
import { messageOf, problemsOf } from "../../api/problems.ts";
import { useMay } from "../../api/session.ts";
import { Button } from "../../components/Button.tsx";
import { Combobox, type Option } from "../../components/Combobox.tsx";
import { Dialog } from "../../components/Dialog.tsx";
import { EmptyState } from "../../components/EmptyState.tsx";
import { ErrorState } from "../../components/ErrorState.tsx";
import { FormError, problemAt } from "../../components/FormError.tsx";
import { PageHeader } from "../../components/PageHeader.tsx";
import { SkeletonRows } from "../../components/Skeleton.tsx";
import { TextField } from "../../components/TextField.tsx";
import { PeopleLinks } from "./PeopleLinks.tsx";
import "./people.css";

type Editing = { kind: "new" } | { kind: "team"; team: Team };

export function Component() {
  const manages = useMay("teams.manage");
  const teams = useAnswer(teamRoutes.list, {});
  const [editing, setEditing] = useState<Editing | null>(null);
  const create = (
    <Button kind="primary" onClick={() => setEditing({ kind: "new" })}>
      Create a team
    </Button>
  );
  return (
    <>
      <PageHeader title="Teams" meta={<PeopleLinks />} actions={manages ? create : undefined} />
      <List
        teams={teams}
        manages={manages}
        create={create}
        onEdit={(team) => setEditing({ kind: "team", team })}
      />
      {editing === null ? null : (
        <TeamDialog
          key={editing.kind === "team" ? editing.team.id : "new"}
          team={editing.kind === "team" ? editing.team : null}
          onClose={() => setEditing(null)}
        />
      )}
    </>
  );
}

interface ListProps {
  teams: UseQueryResult<{ items: Team[] }, Failure>;
  manages: boolean;
  create: ReactNode;
  onEdit: (team: Team) => void;
}

function List({ teams, manages, create, onEdit }: ListProps) {
  if (teams.error !== null)
    return (
      <ErrorState
        title="The teams could not be loaded"
        advice={teams.error.message}
        onRetry={() => void teams.refetch()}
      />
    );
  if (teams.data === undefined) return <SkeletonRows label="Loading teams" />;
  if (teams.data.items.length === 0) {
    return (
      <EmptyState title="No teams yet" action={manages ? create : undefined}>
        A team owns services and countermeasures together. Restricted incidents can be shown to a whole team
        at once.
      </EmptyState>
    );
  }
  return (
    <ul className="people-list">
      {teams.data.items.map((team) => (
        <li key={team.id} className="people-row">
          <span>
            <strong>{team.name}</strong>
            <br />
            <span className="quiet">
              {team.members.map((member) => member.name).join(", ") || "Nobody yet"}
            </span>
          </span>
          {manages ? (
            <Button size="small" onClick={() => onEdit(team)}>
              Change<span className="visually-hidden"> {team.name}</span>
            </Button>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function TeamDialog({ team, onClose }: { team: Team | null; onClose: () => void }) {
  const people = useAnswer(peopleRoutes.list, {});
  const create = useCall(teamRoutes.create, ["teams", "people"]);
  const change = useCall(teamRoutes.change, ["teams", "people"]);
  const [name, setName] = useState(team?.name ?? "");
  const [members, setMembers] = useState<readonly Option[]>(
    team?.members.map((member) => ({ value: member.id, label: member.name })) ?? [],
  );
  const error = team === null ? create.error : change.error;
  const problems = problemsOf(error);
  const save = async () => {
    const body = { name, memberIds: members.map((member) => member.value) };
    if (team === null) await create.mutateAsync({ body });
    else await change.mutateAsync({ params: { id: team.id }, body });
    onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={team === null ? "Create a team" : `Change ${team.name}`}
      footer={
        <Button
          kind="primary"
          busy={create.isPending || change.isPending}
          onClick={() => void save().catch(() => undefined)}
        >
          Save
        </Button>
      }
    >
      <div className="stack">
        <FormError message={messageOf(error)} problems={problems} labels={{ name: "Name" }} />
        <TextField
          label="Name"
          name="name"
          value={name}
          onValueChange={setName}
          error={problemAt(problems, "name")}
        />
        <Combobox
          label="Members"
          name="memberIds"
          options={(people.data?.items ?? [])
            .filter((person) => person.active)
            .map((person) => ({ value: person.id, label: person.name, hint: person.email }))}
          selected={members}
          onSelectedChange={setMembers}
        />
      </div>
    </Dialog>
  );
}
