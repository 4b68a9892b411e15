import { TextField } from "../../components/TextField.tsx";
import { problemAt, type FieldProblem } from "../../components/FormError.tsx";

export interface Account {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

export const accountLabels = {
  name: "Your name",
  email: "E-mail",
  password: "Password",
  organisation: "Organisation",
};

/** Name, address and password of a new account: for the first administrator and for everybody invited. */
export function AccountFields({
  account,
  onChange,
  problems,
}: {
  account: Account;
  onChange: (account: Account) => void;
  problems: readonly FieldProblem[];
}) {
  return (
    <>
      <TextField
        label={accountLabels.name}
        name="name"
        autoComplete="name"
        required
        value={account.name}
        onValueChange={(name) => onChange({ ...account, name })}
        error={problemAt(problems, "name")}
      />
      <TextField
        label={accountLabels.email}
        name="email"
        type="email"
        autoComplete="username"
        required
        value={account.email}
        onValueChange={(email) => onChange({ ...account, email })}
        error={problemAt(problems, "email")}
      />
      <TextField
        label={accountLabels.password}
        name="password"
        type="password"
        autoComplete="new-password"
        required
        hint="At least 10 characters; a few words are easy to remember."
        value={account.password}
        onValueChange={(password) => onChange({ ...account, password })}
        error={problemAt(problems, "password")}
      />
    </>
  );
}
