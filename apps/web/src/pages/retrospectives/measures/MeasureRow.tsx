import type { Countermeasure } from "@morrow/contract/countermeasures";
import {
  allowedTransitions,
  countermeasureKindLabels,
  countermeasureKinds,
  strengthLabels,
  strengths,
} from "@morrow/domain/countermeasures";
import { useMemo, useRef, useState } from "react";
import { Link } from "react-router";
import { Button } from "../../../components/Button.tsx";
import { Menu } from "../../../components/Menu.tsx";
import { Popover } from "../../../components/Popover.tsx";
import { StateMark } from "../../../components/StateMark.tsx";
import { StrengthBars } from "../../../components/StrengthBars.tsx";
import { paths } from "../../../paths.ts";
import "../../countermeasures/countermeasures.css";
import { DueDate } from "../../countermeasures/DueDate.tsx";
import { MoveDialog } from "../../countermeasures/MoveDialog.tsx";
import { Owner } from "../../countermeasures/Owner.tsx";
import { useChange } from "../../countermeasures/useChange.ts";
import { Votes } from "../../countermeasures/Votes.tsx";
import { usePart, useWriting, type PartHandle } from "../writing/WritingContext.ts";

/** A countermeasure where it is talked about: what it is, how strong, who and until when. */
export function MeasureRow({ item, editable }: { item: Countermeasure; editable: boolean }) {
  const row = useRef<HTMLLIElement>(null);
  const handle = useMemo(
    (): PartHandle => ({
      focus: () => row.current?.querySelector<HTMLElement>("a")?.focus(),
      top: () => row.current?.getBoundingClientRect().top ?? null,
    }),
    [],
  );
  const part = `measure:${item.ref}`;
  usePart(part, handle);
  const asked = useWriting().questionsOf(part).length > 0;
  const open = item.state === "idea" || item.state === "accepted" || item.state === "in_progress";
  return (
    <li ref={row} className="retro-measure">
      <p className="retro-measure-title">
        <Link to={paths.countermeasure(item.ref)} className="mono">
          {item.ref}
        </Link>{" "}
        <span className={asked ? "retro-measure-asked" : undefined}>{item.title}</span>
      </p>
      <div className="retro-measure-facts">
        <StateMark state={item.state} />
        {editable ? (
          <Strength item={item} />
        ) : item.strength === null ? null : (
          <StrengthBars strength={item.strength} />
        )}
        {editable ? (
          <Kind item={item} />
        ) : item.kind === null ? null : (
          <span>{countermeasureKindLabels[item.kind].label}</span>
        )}
        {item.state === "idea" ? null : (
          <>
            <Owner item={item} editable={editable && open} />
            <DueDate item={item} editable={editable && open} />
          </>
        )}
        {editable && item.state === "idea" ? <IdeaSteps item={item} /> : null}
      </div>
    </li>
  );
}

function Strength({ item }: { item: Countermeasure }) {
  const change = useChange();
  return (
    <Menu
      align="start"
      trigger={
        <button type="button" className="measure-inline">
          {item.strength === null ? (
            <span className="quiet">how strong?</span>
          ) : (
            <StrengthBars strength={item.strength} />
          )}
          <span className="visually-hidden">, change the strength of {item.ref}</span>
        </button>
      }
      entries={strengths.map((strength) => ({
        kind: "action",
        label: `${strengthLabels[strength].label}: ${strengthLabels[strength].description}`,
        icon: <StrengthDots strength={strength} />,
        onSelect: () => void change.send(item, { strength }),
      }))}
    />
  );
}

function StrengthDots({ strength }: { strength: (typeof strengths)[number] }) {
  return (
    <span className="mono" aria-hidden="true">
      {strengths.length - strengths.indexOf(strength)}
    </span>
  );
}

function Kind({ item }: { item: Countermeasure }) {
  const change = useChange();
  return (
    <Menu
      align="start"
      trigger={
        <button type="button" className="measure-inline">
          {item.kind === null ? (
            <span className="quiet">what kind?</span>
          ) : (
            countermeasureKindLabels[item.kind].label
          )}
          <span className="visually-hidden">, change the kind of {item.ref}</span>
        </button>
      }
      entries={countermeasureKinds.map((kind) => ({
        kind: "action",
        label: `${countermeasureKindLabels[kind].label}: ${countermeasureKindLabels[kind].description}`,
        onSelect: () => void change.send(item, { kind }),
      }))}
    />
  );
}

function IdeaSteps({ item }: { item: Countermeasure }) {
  const [accepting, setAccepting] = useState(false);
  return (
    <>
      <Popover
        trigger={
          <button type="button" className="measure-inline">
            {item.votes.count === 0 ? (
              <span className="quiet">worth it?</span>
            ) : (
              `${item.votes.count} said what it is worth`
            )}
            <span className="visually-hidden">, vote on {item.ref}</span>
          </button>
        }
      >
        <Votes item={item} editable />
      </Popover>
      {allowedTransitions[item.state].includes("accepted") ? (
        <Button size="small" onClick={() => setAccepting(true)}>
          Accept …
        </Button>
      ) : null}
      {accepting ? (
        <MoveDialog item={item} to="accepted" title="Accept" onClose={() => setAccepting(false)} />
      ) : null}
    </>
  );
}
