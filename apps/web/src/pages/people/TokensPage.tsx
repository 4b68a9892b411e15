import { PageHeader } from "../../components/PageHeader.tsx";
import { useSignedIn } from "../../api/session.ts";
import { PasswordForm } from "./PasswordForm.tsx";
import { PeopleLinks } from "./PeopleLinks.tsx";
import { Tokens } from "./Tokens.tsx";
import { roleLabel } from "./roleChoices.ts";

export function Component() {
  const { person } = useSignedIn();
  return (
    <>
      <PageHeader
        title="My account"
        meta={<PeopleLinks />}
        lead={`${person.name}, ${person.email}, ${roleLabel(person.role).toLowerCase()}.`}
      />
      <Tokens />
      <PasswordForm />
    </>
  );
}
