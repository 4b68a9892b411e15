import { invitationRoutes } from "@morrow/contract/people";
import { useAnswer, useCall } from "../../api/answers.ts";
import { Button } from "../../components/Button.tsx";
import { Time } from "../../components/Time.tsx";
import "./people.css";
import { roleLabel } from "./roleChoices.ts";

/** Invitations that nobody has used yet; nothing when there are none. */
export function Invitations() {
  const open = useAnswer(invitationRoutes.list, {});
  const withdraw = useCall(invitationRoutes.withdraw);
  const items = open.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <section className="people-section stack-tight" aria-labelledby="open-invitations">
      <h2 id="open-invitations">Open invitations</h2>
      <ul className="people-list">
        {items.map((item) => (
          <li key={item.id} className="people-row">
            <span>
              {item.email ?? "Anyone with the link"} as {roleLabel(item.role).toLowerCase()}, from{" "}
              {item.invitedBy.name}
            </span>
            <span className="quiet">
              until <Time at={item.expiresAt} />
            </span>
            <Button size="small" onClick={() => withdraw.mutate({ params: { id: item.id } })}>
              Withdraw
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
