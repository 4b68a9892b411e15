import { Markdown } from "../components/Markdown.tsx";
import { Section } from "./Section.tsx";

const source = `A routine change moved traffic from the primary network to one that could not carry it. Volumes lost sight of their
replicas at once and all looked for new ones, and the search itself used up what capacity was left.

## What made it possible

1. The change plan named the wrong target; the tool accepted both.
2. Volumes searched for replicas *without pause*, however often they failed.
3. One control plane served every zone, so a full queue in one was felt in all.

> “We thought of the zones as independent. They shared the thing that told them apart.”

| Time | What was seen |
| --- | --- |
| 00:47 | Traffic shifts to the secondary network |
| 02:40 | Creation of volumes switched off by \`control-plane\` |

\`\`\`
retry.maxAttempts = unlimited
\`\`\`
`;

export function KitReading() {
  return (
    <Section title="Reading">
      <p className="lesson">
        Independence that is never tested is an assumption, and this one failed at the moment it was needed.
      </p>
      <Markdown setting="reading" source={source} lines={12} />
    </Section>
  );
}
