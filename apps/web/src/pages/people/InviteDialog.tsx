import { invitationRoutes } from "@morrow/contract/people";
import type { Role } from "@morrow/domain/people";
import { useState, type SubmitEvent } from "react";
import { useCall } from "../../api/answers.ts";
import { messageOf, problemsOf } from "../../api/problems.ts";
import { Button } from "../../components/Button.tsx";
import { Dialog } from "../../components/Dialog.tsx";
import { FormError, problemAt } from "../../components/FormError.tsx";
import { RadioGroup } from "../../components/RadioGroup.tsx";
import { TextField } from "../../components/TextField.tsx";
import { roleChoices } from "./roleChoices.ts";
import { SecretOnce } from "./SecretOnce.tsx";

export function InviteDialog({
  open,
  onOpenChange,
}: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}) {
  const invite = useCall(invitationRoutes.create);
  const [email, setEmail] = useState("");
  const [role, setRole] = useState<Role>("member");
  const problems = problemsOf(invite.error);
  const close = (next: boolean) => {
    onOpenChange(next);
    if (!next) invite.reset();
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    invite.mutate({ body: { role, email: email.trim() === "" ? null : email.trim() } });
  };
  if (invite.data !== undefined) {
    return (
      <Dialog
        open={open}
        onOpenChange={close}
        title="The invitation is ready"
        footer={<Button onClick={() => close(false)}>Done</Button>}
      >
        <SecretOnce
          label="Invitation link"
          secret={invite.data.link}
          hint="Send it to the person yourself. It works once, within seven days, and is not shown again."
        />
      </Dialog>
    );
  }
  return (
    <Dialog
      open={open}
      onOpenChange={close}
      title="Invite somebody"
      description="You get a link to send. Whoever opens it chooses their own name and password."
      footer={
        <Button kind="primary" type="submit" form="invite" busy={invite.isPending}>
          Make the link
        </Button>
      }
    >
      <form id="invite" className="stack" onSubmit={submit}>
        <FormError message={messageOf(invite.error)} problems={problems} labels={{ email: "E-mail" }} />
        <TextField
          label="E-mail"
          name="email"
          type="email"
          optional
          hint="Only fills the form for them."
          value={email}
          onValueChange={setEmail}
          error={problemAt(problems, "email")}
        />
        <RadioGroup label="Role" choices={roleChoices} value={role} onValueChange={setRole} />
      </form>
    </Dialog>
  );
}
