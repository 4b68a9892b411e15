import { countermeasureRoutes, type Countermeasure } from "@morrow/contract/countermeasures";
import { useCall } from "../../api/answers.ts";
import { RadioGroup } from "../../components/RadioGroup.tsx";

const effects = [
  { value: "1", label: "Small" },
  { value: "2", label: "Good" },
  { value: "3", label: "Great" },
] as const;
const efforts = [
  { value: "1", label: "Hours" },
  { value: "2", label: "Days" },
  { value: "3", label: "Weeks" },
] as const;

/** Before an idea is accepted: what each of us expects of it, and what the others do on average. */
export function Votes({ item, editable }: { item: Countermeasure; editable: boolean }) {
  const vote = useCall(countermeasureRoutes.vote);
  const mine = item.votes.mine;
  const send = (next: { effect: number; effort: number }) =>
    vote.mutate({ params: { ref: item.ref }, body: next });
  return (
    <section className="stack-tight" aria-labelledby="votes">
      <h2 id="votes" className="overline">
        Worth doing?
      </h2>
      <p className="quiet">
        {item.votes.count === 0
          ? "Nobody has said yet."
          : `${item.votes.count} so far: effect ${format(item.votes.effect)} of 3, effort ${format(item.votes.effort)} of 3.`}
      </p>
      {editable ? (
        <>
          <RadioGroup
            row
            label="Expected effect"
            choices={effects}
            value={mine === null ? "" : String(mine.effect)}
            onValueChange={(value) => send({ effect: Number(value), effort: mine?.effort ?? 2 })}
          />
          <RadioGroup
            row
            label="Expected effort"
            choices={efforts}
            value={mine === null ? "" : String(mine.effort)}
            onValueChange={(value) => send({ effect: mine?.effect ?? 2, effort: Number(value) })}
          />
        </>
      ) : null}
    </section>
  );
}

function format(value: number | null): string {
  return value === null ? "unknown" : value.toLocaleString("en", { maximumFractionDigits: 1 });
}
