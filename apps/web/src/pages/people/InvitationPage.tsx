import { invitationRoutes, sessionRoutes } from "@morrow/contract/people";
import { useQueryClient } from "@tanstack/react-query";
import { useState, type SubmitEvent } from "react";
import { useNavigate, useParams } from "react-router";
import { answerKey, useAnswer, useCall } from "../../api/answers.ts";
import { messageOf, problemsOf } from "../../api/problems.ts";
import { Button, ButtonLink } from "../../components/Button.tsx";
import { ErrorState } from "../../components/ErrorState.tsx";
import { FormError } from "../../components/FormError.tsx";
import { SkeletonText } from "../../components/Skeleton.tsx";
import { paths } from "../../paths.ts";
import { AccountFields, accountLabels, type Account } from "./AccountFields.tsx";

export function Component() {
  const { token = "" } = useParams();
  const navigate = useNavigate();
  const cache = useQueryClient();
  const invitation = useAnswer(invitationRoutes.show, { params: { token } });
  const accept = useCall(invitationRoutes.accept, []);
  const [typed, setTyped] = useState<Account | null>(null);
  const account = typed ?? { name: "", email: invitation.data?.email ?? "", password: "" };
  const problems = problemsOf(accept.error);

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const session = await accept.mutateAsync({ params: { token }, body: account }).catch(() => null);
    if (session === null) return;
    cache.setQueryData(answerKey(sessionRoutes.show, {}), session);
    await navigate(paths.home());
  };

  if (invitation.error !== null)
    return (
      <ErrorState
        heading={1}
        title="This invitation is not open"
        advice={invitation.error.message}
        action={<ButtonLink to={paths.signIn()}>Sign in instead</ButtonLink>}
      />
    );
  if (invitation.data === undefined) return <SkeletonText lines={4} />;
  return (
    <form className="stack" onSubmit={(event) => void submit(event)}>
      <title>Join · Morrow</title>
      <h1>Join {invitation.data.organisation}</h1>
      <p className="quiet">You were invited as {invitation.data.role}. Choose how you sign in.</p>
      <FormError message={messageOf(accept.error)} problems={problems} labels={accountLabels} />
      <AccountFields account={account} onChange={setTyped} problems={problems} />
      <Button kind="primary" type="submit" wide busy={accept.isPending}>
        Join
      </Button>
    </form>
  );
}
