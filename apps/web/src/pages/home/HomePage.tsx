import { knowledgeRoutes } from "@morrow/contract/knowledge";
import { CircleCheck, Siren } from "lucide-react";
import { useAnswer } from "../../api/answers.ts";
import { useMay, useSignedIn } from "../../api/session.ts";
import { useDeclare } from "../../app/declare.ts";
import { Button, ButtonLink } from "../../components/Button.tsx";
import { EmptyState } from "../../components/EmptyState.tsx";
import { ErrorState } from "../../components/ErrorState.tsx";
import { PageHeader } from "../../components/PageHeader.tsx";
import { SkeletonRows } from "../../components/Skeleton.tsx";
import { paths } from "../../paths.ts";
import "./home.css";
import { Learned, OnThisDay } from "./Learned.tsx";
import { NeedsMe } from "./NeedsMe.tsx";
import { OpenIncidents } from "./OpenIncidents.tsx";
import { today } from "./today.ts";

export function Component() {
  const { person } = useSignedIn();
  const home = useAnswer(knowledgeRoutes.home, { query: { today: today() } });
  const first = person.name.split(" ")[0] ?? person.name;
  return (
    <>
      <PageHeader title="Home" windowTitle="Home" lead={`${greeting()}, ${first}.`} />
      {home.error === null ? null : (
        <ErrorState
          title="This page could not be loaded"
          advice={home.error.message}
          onRetry={() => void home.refetch()}
        />
      )}
      {home.isPending ? <SkeletonRows label="Loading what needs you" /> : null}
      {home.data === undefined ? null : (
        <div className="home-grid">
          <div className="home-main">
            <OpenIncidents items={home.data.openIncidents} />
            <NeedsMe retrospectives={home.data.retrospectives} countermeasures={home.data.countermeasures} />
            {isNew(home.data) ? <FirstSteps /> : null}
          </div>
          <div className="home-side">
            <Learned items={home.data.learned} />
            <OnThisDay items={home.data.onThisDay} />
          </div>
        </div>
      )}
    </>
  );
}

function greeting(): string {
  const hour = new Date().getHours();
  if (hour < 5) return "Still up";
  if (hour < 12) return "Good morning";
  return hour < 18 ? "Good afternoon" : "Good evening";
}

function isNew(data: { learned: unknown[]; openIncidents: unknown[]; retrospectives: unknown[] }): boolean {
  return data.learned.length + data.openIncidents.length + data.retrospectives.length === 0;
}

function FirstSteps() {
  const declare = useDeclare();
  const imports = useMay("writeups.import");
  return (
    <EmptyState
      title="Nothing has been learned here yet"
      icon={<CircleCheck size={28} aria-hidden="true" />}
      action={
        <>
          <Button kind="primary" icon={<Siren size={16} aria-hidden="true" />} onClick={declare}>
            Declare an incident
          </Button>
          {imports ? <ButtonLink to={paths.importWriteUps()}>Import write-ups</ButtonLink> : null}
        </>
      }
    >
      Morrow turns failures into things the whole organisation knows. Begin with the write-ups you already
      have, or with what is going wrong right now.
    </EmptyState>
  );
}
