import { coachRoutes, retrospectiveRoutes, type Retrospective } from "@morrow/contract/retrospectives";
import { policyRoutes } from "@morrow/contract/policy";
import { blockingRuleLabels } from "@morrow/domain/policy";
import { documentText, groupDescriptions } from "@morrow/domain/retrospectives";
import { useState, type ReactNode } from "react";
import { useAnswer, useCall } from "../../../api/answers.ts";
import { messageOf, problemsOf } from "../../../api/problems.ts";
import { Button, ButtonLink } from "../../../components/Button.tsx";
import { Dialog } from "../../../components/Dialog.tsx";
import { FormError } from "../../../components/FormError.tsx";
import { paths } from "../../../paths.ts";
import type { Draft } from "../draft/draft.ts";
import { useDraftState } from "../draft/useDraft.ts";

interface PublishDialogProps {
  readonly retrospective: Retrospective;
  readonly draft: Draft;
  readonly onClose: () => void;
}

/** What is still open, said without pressing; then one button. */
export default function PublishDialog({ retrospective, draft, onClose }: PublishDialogProps) {
  const { incident, missingGroups } = retrospective;
  const { document, saving, base } = useDraftState(draft);
  const [published, setPublished] = useState(false);
  const publish = useCall(retrospectiveRoutes.publish, [
    "retrospectives",
    "incidents",
    "countermeasures",
    "knowledge",
  ]);
  const policy = useAnswer(policyRoutes.show, {});
  const questions = useAnswer(coachRoutes.check, { body: { markdown: documentText(document) } });
  const remarks = (questions.data?.remarks ?? []).filter(({ ruleId }) => ruleId !== "suppression");
  const blocking = (policy.data?.policy.publishingBlockedBy ?? []).filter((rule) =>
    remarks.some(({ ruleId }) => ruleId === rule),
  );
  const unsaved = saving.state !== "saved" && saving.state !== "untouched";
  const send = async () => {
    await publish.mutateAsync({ params: { ref: incident.ref }, body: { revision: base.revision } });
    setPublished(true);
  };
  if (published) return <Published reference={incident.ref} onClose={onClose} />;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={retrospective.state === "published" ? "Publish the current text" : "Publish"}
      description={
        incident.restricted
          ? "Everyone who may see this incident will be able to read it, and find it when something similar happens."
          : "Everyone here will be able to read it, and find it when something similar happens. It can still be revised."
      }
      footer={
        <>
          <Button onClick={onClose}>Not yet</Button>
          <Button
            kind="primary"
            busy={publish.isPending || saving.state === "saving"}
            disabled={unsaved && saving.state !== "saving"}
            onClick={() => void send().catch(() => undefined)}
          >
            Publish now
          </Button>
        </>
      }
    >
      <FormError
        message={messageOf(publish.error)}
        problems={problemsOf(publish.error)}
        labels={{ "document.remarks": "Coach" }}
      />
      <ul className="retro-open-points">
        {unsaved ? <Open title="Not everything is saved yet">Publishing waits for it.</Open> : null}
        {document.lesson.trim() === "" ? (
          <Open title="The lesson is empty">It is what people see first, on cards and in search.</Open>
        ) : null}
        {missingGroups.length > 0 ? (
          <Open title="Some have not been heard yet">
            {missingGroups.map((group) => groupDescriptions[group].label.toLowerCase()).join(", ")}
          </Open>
        ) : null}
        {remarks.length > 0 ? (
          <Open
            title={
              remarks.length === 1 ? "The coach has a question" : `The coach has ${remarks.length} questions`
            }
          >
            {remarks[0]?.question}{" "}
            {remarks.length > 1 ? "They stand beside the text." : "It stands beside the text."}
          </Open>
        ) : null}
        {blocking.map((rule) => (
          <Open
            key={rule}
            title={`Your organisation answers these first: ${blockingRuleLabels[rule].label.toLowerCase()}`}
          >
            {blockingRuleLabels[rule].description} A reason beside the sentence is an answer too.
          </Open>
        ))}
        {!unsaved && document.lesson.trim() !== "" && missingGroups.length === 0 && remarks.length === 0 ? (
          <li>Nothing is open.</li>
        ) : null}
      </ul>
    </Dialog>
  );
}

function Open({ title, children }: { title: string; children: ReactNode }) {
  return (
    <li>
      <strong>{title}</strong>
      <span className="quiet">{children}</span>
    </li>
  );
}

function Published({ reference, onClose }: { reference: string; onClose: () => void }) {
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="It is published"
      description="It is on everyone's home page now, in search, and among the first things shown when something similar is declared."
      footer={
        <>
          <Button onClick={onClose}>Go on writing</Button>
          <ButtonLink kind="primary" to={paths.retrospective(reference)}>
            Read it as others do
          </ButtonLink>
        </>
      }
    />
  );
}
