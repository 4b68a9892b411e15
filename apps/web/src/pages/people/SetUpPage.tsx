import { sessionRoutes, setupRoutes } from "@morrow/contract/people";
import { useQueryClient } from "@tanstack/react-query";
import { useState, type SubmitEvent } from "react";
import { Navigate, useLocation, useNavigate } from "react-router";
import { answerKey, useAnswer, useCall } from "../../api/answers.ts";
import { messageOf, problemsOf } from "../../api/problems.ts";
import { Button } from "../../components/Button.tsx";
import { EmptyState } from "../../components/EmptyState.tsx";
import { FormError, problemAt } from "../../components/FormError.tsx";
import { TextField } from "../../components/TextField.tsx";
import { paths } from "../../paths.ts";
import { AccountFields, accountLabels, type Account } from "./AccountFields.tsx";

export function Component() {
  // The token stands behind the #: browsers send that part to nobody.
  const token = useLocation().hash.slice(1);
  const navigate = useNavigate();
  const cache = useQueryClient();
  const setup = useAnswer(setupRoutes.state, {});
  const complete = useCall(setupRoutes.complete, []);
  const [organisation, setOrganisation] = useState("");
  const [account, setAccount] = useState<Account>({ name: "", email: "", password: "" });
  const problems = problemsOf(complete.error);

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const session = await complete
      .mutateAsync({ body: { token, organisation, ...account } })
      .catch(() => null);
    if (session === null) return;
    cache.setQueryData(answerKey(sessionRoutes.show, {}), session);
    await navigate(paths.home());
  };

  if (setup.data?.done === true) return <Navigate to={paths.signIn()} replace />;
  if (token === "") {
    return (
      <>
        <title>Set up · Morrow</title>
        <h1>Set up Morrow</h1>
        <EmptyState title="The link is in the terminal">
          When Morrow starts for the first time, it prints a one-time link. Open that link here to name your
          organisation and make the first account.
        </EmptyState>
      </>
    );
  }
  return (
    <form className="stack" onSubmit={(event) => void submit(event)}>
      <title>Set up · Morrow</title>
      <h1>Set up Morrow</h1>
      <p className="quiet">This makes your organisation and its first administrator. The link works once.</p>
      <FormError message={messageOf(complete.error)} problems={problems} labels={accountLabels} />
      <TextField
        label={accountLabels.organisation}
        name="organisation"
        autoComplete="organization"
        required
        value={organisation}
        onValueChange={setOrganisation}
        error={problemAt(problems, "organisation")}
      />
      <AccountFields account={account} onChange={setAccount} problems={problems} />
      <Button kind="primary" type="submit" wide busy={complete.isPending}>
        Set up Morrow
      </Button>
    </form>
  );
}
