import type { Incident } from "@morrow/contract/incidents";
import { useMay } from "../../../api/session.ts";
import { ButtonLink } from "../../../components/Button.tsx";
import { StateMark } from "../../../components/StateMark.tsx";
import { paths } from "../../../paths.ts";
import { Section } from "../facts/Section.tsx";

/** Where understanding it stands, and the way there. */
export function RetrospectiveCard({ incident }: { incident: Incident }) {
  const mayEdit = useMay("retrospectives.edit");
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
          {mayEdit ? (
            <ButtonLink
              size="small"
              kind={incident.state === "resolved" ? "primary" : "secondary"}
              to={paths.retrospective(ref)}
            >
              Start the retrospective
            </ButtonLink>
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
