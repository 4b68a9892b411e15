import type { Retrospective } from "@morrow/contract/retrospectives";
import { LeadSection } from "./LeadSection.tsx";
import { MeetingSection } from "./MeetingSection.tsx";
import "./planning.css";
import { StakeholderSection } from "./StakeholderSection.tsx";

/** Who sees to it, who leads it, when it is due and when people meet, who is heard. */
export default function PlanView({ retrospective }: { retrospective: Retrospective }) {
  return (
    <div className="retro-plan">
      <div className="stack retro-plan-side">
        <LeadSection retrospective={retrospective} />
        <MeetingSection retrospective={retrospective} />
      </div>
      <StakeholderSection retrospective={retrospective} />
    </div>
  );
}
