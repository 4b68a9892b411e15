import { tokenRoutes, type Token } from "@morrow/contract/people";
import type { Scope } from "@morrow/domain/people";
import { useState } from "react";
import { useAnswer, useCall } from "../../api/answers.ts";
import { messageOf, problemsOf } from "../../api/problems.ts";
import { Button } from "../../components/Button.tsx";
import { Dialog } from "../../components/Dialog.tsx";
import { FormError, problemAt } from "../../components/FormError.tsx";
import { RadioGroup } from "../../components/RadioGroup.tsx";
import { TextField } from "../../components/TextField.tsx";
import { Time } from "../../components/Time.tsx";
import "./people.css";
import { SecretOnce } from "./SecretOnce.tsx";

type Reach = "read" | "write" | "admin";

const reaches: readonly { value: Reach; label: string; hint: string; scopes: Scope[] }[] = [
  { value: "read", label: "Read", hint: "See what you may see.", scopes: ["read"] },
  {
    value: "write",
    label: "Read and write",
    hint: "Also record, review and import as you.",
    scopes: ["read", "write"],
  },
  {
    value: "admin",
    label: "Everything you may do",
    hint: "For backups and administration.",
    scopes: ["read", "write", "admin"],
  },
];

export function Tokens() {
  const tokens = useAnswer(tokenRoutes.list, {});
  const [making, setMaking] = useState(false);
  return (
    <section className="stack" aria-labelledby="tokens">
      <div className="people-head">
        <div>
          <h2 id="tokens">API tokens</h2>
          <p className="quiet">
            For the command line and your own programs. A token acts as you and can never do more than you.
          </p>
        </div>
        <Button onClick={() => setMaking(true)}>Make a token</Button>
      </div>
      {tokens.data?.items.length === 0 ? <p className="quiet">You have made no tokens yet.</p> : null}
      <ul className="people-list">
        {tokens.data?.items.map((token) => (
          <TokenRow key={token.id} token={token} />
        ))}
      </ul>
      {making ? <MakeToken onClose={() => setMaking(false)} /> : null}
    </section>
  );
}

function TokenRow({ token }: { token: Token }) {
  const withdraw = useCall(tokenRoutes.withdraw);
  const used = token.lastUsedOn === null ? "not used yet" : `last used on ${token.lastUsedOn}`;
  return (
    <li className="people-row">
      <span>
        <strong>{token.name}</strong> <span className="quiet">{token.scopes.join(", ")}</span>
        <br />
        <span className="quiet">
          made <Time at={token.createdAt} show="date" />, {used}
        </span>
      </span>
      <Button
        size="small"
        busy={withdraw.isPending}
        onClick={() => withdraw.mutate({ params: { id: token.id } })}
      >
        Withdraw<span className="visually-hidden"> {token.name}</span>
      </Button>
    </li>
  );
}

function MakeToken({ onClose }: { onClose: () => void }) {
  const make = useCall(tokenRoutes.create);
  const [name, setName] = useState("");
  const [reach, setReach] = useState<Reach>("read");
  const problems = problemsOf(make.error);
  const scopes = reaches.find((each) => each.value === reach)?.scopes ?? ["read"];
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={make.data === undefined ? "Make a token" : "Your token"}
      footer={
        make.data === undefined ? (
          <Button
            kind="primary"
            busy={make.isPending}
            onClick={() => make.mutate({ body: { name, scopes } })}
          >
            Make the token
          </Button>
        ) : (
          <Button onClick={onClose}>Done</Button>
        )
      }
    >
      {make.data === undefined ? (
        <div className="stack">
          <FormError message={messageOf(make.error)} problems={problems} labels={{ name: "Name" }} />
          <TextField
            label="Name"
            name="name"
            hint="What will use it: “nightly report”."
            value={name}
            onValueChange={setName}
            error={problemAt(problems, "name")}
          />
          <RadioGroup label="It may" choices={reaches} value={reach} onValueChange={setReach} />
        </div>
      ) : (
        <SecretOnce
          label="Token"
          secret={make.data.secret}
          hint="Copy it now; it is not shown again. In a shell: export MORROW_TOKEN=…"
        />
      )}
    </Dialog>
  );
}
