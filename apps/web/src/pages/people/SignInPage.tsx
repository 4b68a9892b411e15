import { sessionRoutes, setupRoutes } from "@morrow/contract/people";
import { useQueryClient } from "@tanstack/react-query";
import { useState, type SubmitEvent } from "react";
import { Navigate, useNavigate, useSearchParams } from "react-router";
import { answerKey, useAnswer, useCall } from "../../api/answers.ts";
import { messageOf, problemsOf } from "../../api/problems.ts";
import { Button } from "../../components/Button.tsx";
import { FormError, problemAt } from "../../components/FormError.tsx";
import { TextField } from "../../components/TextField.tsx";
import { isOwnPath, paths } from "../../paths.ts";

export function Component() {
  const [query] = useSearchParams();
  const navigate = useNavigate();
  const cache = useQueryClient();
  const setup = useAnswer(setupRoutes.state, {});
  const signIn = useCall(sessionRoutes.signIn, []);
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const problems = problemsOf(signIn.error);

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const session = await signIn.mutateAsync({ body: { email, password } }).catch(() => null);
    if (session === null) return;
    cache.setQueryData(answerKey(sessionRoutes.show, {}), session);
    const next = query.get("next") ?? "";
    await navigate(isOwnPath(next) ? next : paths.home());
  };

  if (setup.data?.done === false) return <Navigate to={paths.setUp()} replace />;
  return (
    <form className="stack" onSubmit={(event) => void submit(event)}>
      <title>Sign in · Morrow</title>
      <h1>Sign in</h1>
      {setup.data?.organisation == null ? null : <p className="quiet">{setup.data.organisation}</p>}
      <FormError
        message={messageOf(signIn.error)}
        problems={problems}
        labels={{ email: "E-mail", password: "Password" }}
      />
      <TextField
        label="E-mail"
        name="email"
        type="email"
        autoComplete="username"
        required
        value={email}
        onValueChange={setEmail}
        error={problemAt(problems, "email")}
      />
      <TextField
        label="Password"
        name="password"
        type="password"
        autoComplete="current-password"
        required
        value={password}
        onValueChange={setPassword}
        error={problemAt(problems, "password")}
      />
      <Button kind="primary" type="submit" wide busy={signIn.isPending}>
        Sign in
      </Button>
      <p className="quiet">
        No account yet? An administrator of your organisation can send you an invitation.
      </p>
    </form>
  );
}
