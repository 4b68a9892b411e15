import { incidentRoutes, type Incident } from "@morrow/contract/incidents";
import { useQueryClient } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { useCall } from "../../../api/answers.ts";
import { messageOf } from "../../../api/problems.ts";
import { useMay } from "../../../api/session.ts";
import { Button } from "../../../components/Button.tsx";
import { FormError } from "../../../components/FormError.tsx";
import { Time } from "../../../components/Time.tsx";
import { Section } from "../facts/Section.tsx";

const ReasonDialog = lazy(() => import("./ReasonDialog.tsx"));

type Question = "none" | "waive" | "reopen";

/** What stands between this incident and its end: usually that its retrospective is published. */
export function ClosingGate({ incident, me }: { incident: Incident; me: string }) {
  const [question, setQuestion] = useState<Question>("none");
  const cache = useQueryClient();
  const mayClose = useMay("incidents.close");
  const mayWaive = useMay("incidents.waive");
  const close = useCall(incidentRoutes.close);
  const published = incident.retrospective?.state === "published";
  const free = published || !incident.retrospectiveRequired;
  const params = { ref: incident.ref };
  if (incident.state === "open" || incident.state === "mitigated") return null;
  return (
    <Section title="Closing">
      {incident.waiver === null ? null : (
        <p>
          {incident.waiver.by.name} waived the retrospective <Time at={incident.waiver.at} />:{" "}
          {incident.waiver.reason}
        </p>
      )}
      {incident.state === "closed" ? (
        mayClose ? (
          <Button size="small" onClick={() => setQuestion("reopen")}>
            Reopen it
          </Button>
        ) : null
      ) : (
        <>
          <p className="quiet">{gateText(incident)}</p>
          <FormError message={messageOf(close.error)} />
          <span className="cluster">
            {mayClose && free ? (
              <Button
                kind="primary"
                size="small"
                busy={close.isPending}
                onClick={() => close.mutate({ params, body: {} })}
              >
                Close the incident
              </Button>
            ) : null}
            {!free && mayWaive ? (
              <Button size="small" onClick={() => setQuestion("waive")}>
                Waive the retrospective
              </Button>
            ) : null}
          </span>
        </>
      )}
      <Suspense fallback={null}>
        {question === "none" ? null : (
          <ReasonDialog
            question={question}
            incident={incident}
            me={me}
            onClose={() => {
              setQuestion("none");
              void cache.invalidateQueries({ queryKey: ["events", incident.ref] });
            }}
          />
        )}
      </Suspense>
    </Section>
  );
}

function gateText(incident: Incident): string {
  if (incident.retrospective?.state === "published")
    return "The retrospective is published. The incident can be closed.";
  if (!incident.retrospectiveRequired)
    return "Your policy asks for no retrospective at this severity. One is welcome all the same.";
  return incident.retrospective === null
    ? "It closes when its retrospective is published. None has been started yet."
    : "It closes when its retrospective is published. It is a draft now.";
}
