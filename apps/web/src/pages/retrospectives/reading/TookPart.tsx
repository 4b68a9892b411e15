import type { Retrospective } from "@morrow/contract/retrospectives";
import { groupDescriptions, stakeholderGroups } from "@morrow/domain/retrospectives";
import { ArticleSection } from "./ArticleSection.tsx";

/** Whose accounts went into it. Which decisions stood at the beginning is told in the text, as conditions, never as a list of people. */
export function TookPart({ retrospective }: { retrospective: Retrospective }) {
  const { stakeholders, owner, facilitator } = retrospective;
  if (stakeholders.length === 0 && owner === null && facilitator === null) return null;
  const names = [...new Set(stakeholders.map(({ person, name }) => person?.name ?? name))].toSorted((a, b) =>
    a.localeCompare(b),
  );
  const groups = stakeholderGroups.filter((group) => stakeholders.some((each) => each.group === group));
  return (
    <ArticleSection id="part" title="Who told this">
      <p className="retro-article-small">
        {owner === null ? "" : `Written together under the care of ${owner.name}`}
        {facilitator === null
          ? ""
          : `${owner === null ? "Led" : ", led"} by ${facilitator.name} as facilitator`}
        {owner === null && facilitator === null ? "" : ". "}
        {names.length === 0 ? "" : `Heard were ${joined(names)}`}
        {groups.length === 0 ? "" : `: people who ${joined(groups.map((group) => groupWords[group]))}.`}
      </p>
      {retrospective.missingGroups.length === 0 ? null : (
        <p className="retro-article-small quiet">
          Not heard yet:{" "}
          {retrospective.missingGroups
            .map((group) => groupDescriptions[group].label.toLowerCase())
            .join(", ")}
          .
        </p>
      )}
    </ArticleSection>
  );
}

const groupWords: Record<(typeof stakeholderGroups)[number], string> = {
  contributed: "took decisions before it",
  identified: "noticed it",
  responded: "responded",
  diagnosed: "worked out what was going on",
  affected: "felt it",
  interested: "want to learn from it",
};

function joined(words: readonly string[]): string {
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} and ${last}`;
}
