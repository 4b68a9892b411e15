import { peopleRoutes, type Person } from "@morrow/contract/people";
import { Ellipsis } from "lucide-react";
import { useState } from "react";
import { useAnswer, useCall } from "../../api/answers.ts";
import { messageOf } from "../../api/problems.ts";
import { useMay } from "../../api/session.ts";
import { Avatar } from "../../components/Avatar.tsx";
import { Badge } from "../../components/Badge.tsx";
import { Button } from "../../components/Button.tsx";
import { DataTable, type Column } from "../../components/DataTable.tsx";
import { ErrorState } from "../../components/ErrorState.tsx";
import { IconButton } from "../../components/IconButton.tsx";
import { Menu, type MenuEntry } from "../../components/Menu.tsx";
import { PageHeader } from "../../components/PageHeader.tsx";
import { showToast } from "../../components/Toast.tsx";
import { InviteDialog } from "./InviteDialog.tsx";
import { Invitations } from "./Invitations.tsx";
import { PeopleLinks } from "./PeopleLinks.tsx";
import { roleChoices, roleLabel } from "./roleChoices.ts";

export function Component() {
  const manages = useMay("people.manage");
  const people = useAnswer(peopleRoutes.list, {});
  const [inviting, setInviting] = useState(false);
  return (
    <>
      <PageHeader
        title="People"
        meta={<PeopleLinks />}
        actions={
          manages ? (
            <Button kind="primary" onClick={() => setInviting(true)}>
              Invite somebody
            </Button>
          ) : undefined
        }
      />
      {people.error === null ? (
        <DataTable
          label="People"
          columns={manages ? [...columns, menuColumn] : columns}
          rows={people.data?.items ?? []}
          rowKey={(person) => person.id}
          loading={people.isPending}
        />
      ) : (
        <ErrorState
          title="The list of people could not be loaded"
          advice={people.error.message}
          onRetry={() => void people.refetch()}
        />
      )}
      {manages ? <Invitations /> : null}
      <InviteDialog open={inviting} onOpenChange={setInviting} />
    </>
  );
}

const columns: Column<Person>[] = [
  {
    id: "name",
    header: "Name",
    width: "minmax(12rem, 2fr)",
    main: true,
    cell: (person) => <PersonName person={person} />,
  },
  {
    id: "email",
    header: "E-mail",
    width: "minmax(10rem, 2fr)",
    cell: (person) => <span className="quiet">{person.email}</span>,
  },
  {
    id: "teams",
    header: "Teams",
    width: "minmax(8rem, 1fr)",
    cell: (person) =>
      person.teams.map((team) => team.name).join(", ") || <span className="quiet">no team</span>,
  },
  { id: "role", header: "Role", width: "9rem", cell: (person) => roleLabel(person.role) },
];

const menuColumn: Column<Person> = {
  id: "more",
  header: "Actions",
  width: "3rem",
  align: "end",
  cell: (person) => <PersonMenu person={person} />,
};

function PersonName({ person }: { person: Person }) {
  return (
    <span className="cluster">
      <Avatar name={person.name} named />
      {person.active ? null : <Badge>no longer here</Badge>}
    </span>
  );
}

function PersonMenu({ person }: { person: Person }) {
  const change = useCall(peopleRoutes.change, ["people", "session"]);
  const send = (body: { role?: Person["role"]; active?: boolean }, done: string) =>
    void change.mutateAsync({ params: { id: person.id }, body }).then(
      () => showToast({ title: done }),
      (error: unknown) => showToast({ title: messageOf(error) ?? "That did not work", tone: "danger" }),
    );
  const entries: MenuEntry[] = [
    {
      kind: "choice",
      label: "Role",
      value: person.role,
      options: roleChoices,
      onSelect: (value) => {
        const role = roleChoices.find((choice) => choice.value === value)?.value;
        if (role !== undefined) send({ role }, `${person.name} is ${roleLabel(role).toLowerCase()} now`);
      },
    },
    { kind: "separator" },
    person.active
      ? {
          kind: "action",
          label: "Close this account",
          onSelect: () =>
            send({ active: false }, `${person.name}'s account is closed. What they wrote stays.`),
        }
      : {
          kind: "action",
          label: "Open this account again",
          onSelect: () => send({ active: true }, `${person.name} can sign in again`),
        },
  ];
  return (
    <Menu
      trigger={
        <IconButton
          label={`Change ${person.name}`}
          icon={<Ellipsis size={18} aria-hidden="true" />}
          size="small"
        />
      }
      entries={entries}
    />
  );
}
