import { strengths, type Strength } from "@morrow/domain";
import "./marks.css";

const words: Readonly<Record<Strength, string>> = {
  elimination: "Elimination",
  guard: "Automatic guard",
  detection: "Detection",
  procedure: "Procedure",
  training: "Training",
};

/** How long a change outlasts good intentions: five bars for elimination, one for training, with the word. */
export function StrengthBars({ strength }: { strength: Strength }) {
  const filled = strengths.length - strengths.indexOf(strength);
  return (
    <span className="m-strength" title={`Strength ${filled} of ${strengths.length}`}>
      <svg width="30" height="14" viewBox="0 0 30 14" aria-hidden="true">
        {strengths.map((each, index) => (
          <rect
            key={each}
            x={index * 6}
            y={10 - index * 2}
            width="4"
            height={4 + index * 2}
            rx="1"
            className={index < filled ? "m-strength-on" : "m-strength-off"}
          />
        ))}
      </svg>
      {words[strength]}
    </span>
  );
}
