import type { Incident } from "@morrow/contract/incidents";
import { retrospectiveRoutes } from "@morrow/contract/retrospectives";
import { useNavigate } from "react-router";
import { useCall } from "../../../api/answers.ts";
import { messageOf } from "../../../api/problems.ts";
import { useMay } from "../../../api/session.ts";
import { Button, ButtonLink } from "../../../components/Button.tsx";
import { FormError } from "../../../components/FormError.tsx";
import { StateMark } from "../../../components/StateMark.tsx";
import { paths } from "../../../paths.ts";
import { Section } from "../facts/Section.tsx";

/** Where understanding it stands, and the way there. */
export function RetrospectiveCard({ incident, me }: { incident: Incident; me: string }) {
  const mayEdit = useMay("retrospectives.edit");
  const navigate = useNavigate();
  const start = useCall(retrospectiveRoutes.start, ["incidents", "retrospectives"]);
  const { retrospective, ref } = incident;
  return (
    <Section title="Retrospective">
      {retrospective === null ? (
        <>
          <p className="quiet">
            {incident.state === "open" || incident.state === "mitigated"
              ? "It can wait until the service is back. What stands in the timeline will be there."
              : "Not started yet. It begins with this timeline; nobody starts from a blank page."}
          </p>
          <FormError message={messageOf(start.error)} />
          {mayEdit ? (
            <Button
              size="small"
              kind={incident.state === "resolved" ? "primary" : "secondary"}
              busy={start.isPending}
              onClick={() =>
                start.mutate(
                  { params: { ref }, body: { ownerId: me } },
                  { onSuccess: () => void navigate(paths.editRetrospective(ref)) },
                )
              }
            >
              Start the retrospective
            </Button>
          ) : null}
        </>
      ) : (
        <>
          <p className="cluster">
            <StateMark state={retrospective.state} />
            {retrospective.state === "draft" && retrospective.dueOn !== null ? (
              <StateMark state={retrospective.overdue ? "overdue" : "due"}>
                {`${retrospective.overdue ? "Overdue since" : "Due"} ${retrospective.dueOn}`}
              </StateMark>
            ) : null}
          </p>
          <span className="cluster">
            <ButtonLink size="small" to={paths.retrospective(ref)}>
              Read it
            </ButtonLink>
            {mayEdit && retrospective.state === "draft" ? (
              <ButtonLink size="small" to={paths.editRetrospective(ref)}>
                Write it
              </ButtonLink>
            ) : null}
          </span>
        </>
      )}
    </Section>
  );
}
