import { sessionRoutes } from "@morrow/contract/people";
import { useState, type SubmitEvent } from "react";
import { useCall } from "../../api/answers.ts";
import { messageOf, problemsOf } from "../../api/problems.ts";
import { Button } from "../../components/Button.tsx";
import { FormError, problemAt } from "../../components/FormError.tsx";
import { TextField } from "../../components/TextField.tsx";
import { showToast } from "../../components/Toast.tsx";
import "./people.css";

export function PasswordForm() {
  const change = useCall(sessionRoutes.changePassword, []);
  const [current, setCurrent] = useState("");
  const [next, setNext] = useState("");
  const problems = problemsOf(change.error);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const changed = await change.mutateAsync({ body: { current, next } }).then(
      () => true,
      () => false,
    );
    if (!changed) return;
    setCurrent("");
    setNext("");
    showToast({ title: "Password changed", description: "Your other sessions are signed out." });
  };
  return (
    <section className="people-section people-form" aria-labelledby="password">
      <form className="stack" onSubmit={(event) => void submit(event)}>
        <h2 id="password">Password</h2>
        <FormError message={messageOf(change.error)} problems={problems} />
        <TextField
          label="Current password"
          name="current"
          type="password"
          autoComplete="current-password"
          required
          value={current}
          onValueChange={setCurrent}
          error={problemAt(problems, "current")}
        />
        <TextField
          label="New password"
          name="next"
          type="password"
          autoComplete="new-password"
          required
          hint="At least 10 characters."
          value={next}
          onValueChange={setNext}
          error={problemAt(problems, "next")}
        />
        <div>
          <Button type="submit" busy={change.isPending}>
            Change password
          </Button>
        </div>
      </form>
    </section>
  );
}
