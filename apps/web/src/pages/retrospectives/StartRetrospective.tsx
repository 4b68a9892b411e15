import { incidentRoutes } from "@morrow/contract/incidents";
import { policyRoutes } from "@morrow/contract/policy";
import { retrospectiveRoutes } from "@morrow/contract/retrospectives";
import { useState } from "react";
import { useNavigate } from "react-router";
import { useAnswer, useCall } from "../../api/answers.ts";
import { messageOf } from "../../api/problems.ts";
import { useMay, useSignedIn } from "../../api/session.ts";
import { Button, ButtonLink } from "../../components/Button.tsx";
import { EmptyState } from "../../components/EmptyState.tsx";
import { FormError } from "../../components/FormError.tsx";
import { PageHeader } from "../../components/PageHeader.tsx";
import { Select } from "../../components/Select.tsx";
import { paths } from "../../paths.ts";

/** No template can be called this. */
const empty = "";

/** Where a retrospective is not yet: what it is good for, and its first step. */
export function StartRetrospective({ reference }: { reference: string }) {
  const incident = useAnswer(incidentRoutes.show, { params: { ref: reference } });
  const me = useSignedIn().person;
  const mayStart = useMay("retrospectives.edit");
  const start = useCall(retrospectiveRoutes.start, ["retrospectives", "incidents", "knowledge"]);
  const navigate = useNavigate();
  const templates = useAnswer(policyRoutes.show, {}).data?.policy.templates ?? [];
  const [chosen, setChosen] = useState<string | null>(null);
  const template = chosen ?? templates[0]?.name ?? empty;
  if (incident.error !== null) {
    return (
      <EmptyState
        title={`There is no incident ${reference} here`}
        action={<ButtonLink to={paths.retrospectives()}>All retrospectives</ButtonLink>}
      >
        Either the reference is another one, or it is not visible to you. Nothing is lost by looking it up.
      </EmptyState>
    );
  }
  const begin = async () => {
    await start.mutateAsync({
      params: { ref: reference },
      body: { ownerId: me.id, template: template === empty ? null : template },
    });
    await navigate(paths.editRetrospective(reference));
  };
  return (
    <>
      <PageHeader
        title={incident.data?.title ?? reference}
        windowTitle={`${reference} retrospective`}
        crumbs={[{ label: reference, to: paths.incident(reference) }]}
      />
      <FormError message={messageOf(start.error)} />
      <EmptyState
        title="No retrospective yet"
        action={
          mayStart ? (
            <div className="stack-tight">
              {templates.length === 0 ? null : (
                <Select
                  label="The narrative begins with"
                  value={template}
                  onValueChange={setChosen}
                  choices={[
                    ...templates.map(({ name }) => ({ value: name, label: name })),
                    { value: empty, label: "An empty page" },
                  ]}
                />
              )}
              <Button
                kind="primary"
                busy={start.isPending}
                onClick={() => void begin().catch(() => undefined)}
              >
                Start the retrospective
              </Button>
            </div>
          ) : undefined
        }
      >
        It tells what happened as it looked at the time, and which conditions together made it possible, so
        that somebody with a similar failure finds it first. Starting one sets a due date and proposes whom to
        ask; the timeline is already there.
      </EmptyState>
    </>
  );
}
