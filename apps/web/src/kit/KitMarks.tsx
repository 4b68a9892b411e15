import { strengths, severities } from "@morrow/domain";
import { Lock, Plus, Star, Trash2 } from "lucide-react";
import { Avatar } from "../components/Avatar.tsx";
import { Badge } from "../components/Badge.tsx";
import { Button, ButtonLink } from "../components/Button.tsx";
import { Duration } from "../components/Duration.tsx";
import { IconButton } from "../components/IconButton.tsx";
import { Mark } from "../components/Mark.tsx";
import { SaveState } from "../components/SaveState.tsx";
import { SeverityMark } from "../components/SeverityMark.tsx";
import { StateMark, type StateWord } from "../components/StateMark.tsx";
import { StrengthBars } from "../components/StrengthBars.tsx";
import { Time } from "../components/Time.tsx";
import { paths } from "../paths.ts";
import { Section } from "./Section.tsx";

const states: readonly StateWord[] = [
  "open",
  "mitigated",
  "resolved",
  "closed",
  "draft",
  "published",
  "due",
  "overdue",
  "waived",
  "idea",
  "accepted",
  "in_progress",
  "done",
  "verified",
  "declined",
  "superseded",
];

export function KitMarks() {
  const icon = { size: 16, "aria-hidden": true } as const;
  return (
    <>
      <Section title="Buttons">
        <div className="cluster">
          <Button kind="primary" icon={<Plus {...icon} />}>
            Declare
          </Button>
          <Button>Add an entry</Button>
          <Button kind="quiet">Not now</Button>
          <Button kind="danger" icon={<Trash2 {...icon} />}>
            Delete the token
          </Button>
          <Button busy>Saving</Button>
          <Button disabled>Publish</Button>
          <Button size="small">Small</Button>
          <Button size="large" kind="primary">
            Large
          </Button>
          <ButtonLink to={paths.incidents()}>A link</ButtonLink>
          <IconButton label="Star this entry" icon={<Star size={18} aria-hidden="true" />} />
          <IconButton label="Starred" icon={<Star size={18} aria-hidden="true" />} aria-pressed />
        </div>
      </Section>
      <Section title="Severity, state, strength">
        <div className="cluster">
          {severities.map((severity) => (
            <SeverityMark
              key={severity}
              severity={severity}
              name={["", "Critical", "Major", "Partial", "Minor", "Notable"][severity] ?? ""}
            />
          ))}
        </div>
        <div className="cluster">
          {states.map((state) => (
            <StateMark key={state} state={state} />
          ))}
        </div>
        <div className="cluster">
          {strengths.map((strength) => (
            <StrengthBars key={strength} strength={strength} />
          ))}
        </div>
      </Section>
      <Section title="People, tags, times">
        <div className="cluster">
          <Avatar name="Ada Byron" named />
          <Avatar name="Grace Brewster Murray Hopper" size="large" />
          <Avatar name="Linus" size="small" />
          <Badge>dns</Badge>
          <Badge tone="accent">checkout</Badge>
          <Badge tone="attention" icon={<Lock aria-hidden="true" />}>
            Restricted
          </Badge>
          <Badge tone="danger">2 slips</Badge>
          <Mark size={40} title="Morrow" />
        </div>
        <div className="cluster">
          <Time at="2011-04-21T07:47:00Z" original="12:47 AM PDT" zone="America/Los_Angeles" zoneShown />
          <Time at="2011-04-21T07:47:00Z" show="time" seconds />
          <Time at="2011-04-21T07:47:00Z" relativeTo={Date.parse("2011-04-21T07:59:00Z")} />
          <Duration ms={108 * 60_000} />
          <Duration ms={13 * 3_600_000} />
          <Duration ms={(3 * 24 + 4) * 3_600_000} />
        </div>
        <div className="cluster">
          <SaveState saving={{ state: "saved", at: "2026-03-02T14:05:09Z" }} />
          <SaveState saving={{ state: "saving" }} />
          <SaveState saving={{ state: "offline", kept: 3 }} />
          <SaveState saving={{ state: "conflict" }} onResolve={() => {}} />
          <SaveState saving={{ state: "refused", reason: "the title is empty" }} onResolve={() => {}} />
        </div>
      </Section>
    </>
  );
}
