import { retrospectiveRoutes, type Perspective } from "@morrow/contract/retrospectives";
import { useState } from "react";
import { useCall } from "../../../api/answers.ts";
import { messageOf, problemsOf } from "../../../api/problems.ts";
import { Button } from "../../../components/Button.tsx";
import { FormError, problemAt } from "../../../components/FormError.tsx";
import { TextArea } from "../../../components/TextField.tsx";
import { Time } from "../../../components/Time.tsx";
import { forgetAccount, keepAccount, keptAccount, type Account } from "./keptAccount.ts";
import { perspectiveQuestions } from "./perspectiveQuestions.ts";

interface MyPerspectiveProps {
  readonly incident: string;
  readonly retrospectiveId: string;
  readonly mine: Perspective | null;
}

/** My perspective. Kept on this device while it is written; saved when I say so, because saving opens the others'. */
export function MyPerspective({ incident, retrospectiveId, mine }: MyPerspectiveProps) {
  const [account, setAccount] = useState<Account>(() => keptAccount(retrospectiveId) ?? accountOf(mine));
  const save = useCall(retrospectiveRoutes.writePerspective, ["retrospectives"]);
  const problems = problemsOf(save.error);
  const changed = perspectiveQuestions.some(({ field }) => account[field] !== accountOf(mine)[field]);
  const write = (next: Account) => {
    setAccount(next);
    keepAccount(retrospectiveId, next);
  };
  const send = async () => {
    await save.mutateAsync({
      params: { ref: incident },
      body: { revision: mine?.revision ?? null, ...account },
    });
    forgetAccount(retrospectiveId);
  };
  return (
    <form
      className="stack"
      aria-labelledby="retro-mine"
      onSubmit={(event) => {
        event.preventDefault();
        void send().catch(() => undefined);
      }}
    >
      <h2 id="retro-mine">My perspective</h2>
      <p className="quiet">
        As it looked to you, not as it turned out.{" "}
        {mine === null ? "It stays yours until you save it." : null}
      </p>
      <FormError message={messageOf(save.error)} problems={problems} />
      {perspectiveQuestions.map(({ field, label, hint }) => (
        <TextArea
          key={field}
          name={field}
          label={label}
          hint={hint}
          value={account[field]}
          onValueChange={(value) => write({ ...account, [field]: value })}
          error={problemAt(problems, field)}
        />
      ))}
      <div className="cluster">
        <Button type="submit" kind="primary" busy={save.isPending} disabled={!changed}>
          Save my account
        </Button>
        <span className="quiet">
          {changed ? (
            "not saved yet, kept here"
          ) : mine === null ? null : (
            <>
              saved <Time at={mine.savedAt} />
            </>
          )}
        </span>
      </div>
    </form>
  );
}

function accountOf(mine: Perspective | null): Account {
  return {
    saw: mine?.saw ?? "",
    knew: mine?.knew ?? "",
    did: mine?.did ?? "",
    madeSense: mine?.madeSense ?? "",
  };
}
