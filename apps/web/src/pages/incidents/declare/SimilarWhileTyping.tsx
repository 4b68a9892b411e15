import { knowledgeRoutes } from "@morrow/contract/knowledge";
import { useEffect, useState } from "react";
import { useAnswer } from "../../../api/answers.ts";
import { SimilarList } from "../at-hand/SimilarList.tsx";
import "../at-hand/AtHand.css";

const pauseMs = 250;
const leastLength = 8;

/** The first documents responders should read, while they are still writing the title. */
export function SimilarWhileTyping({ title }: { title: string }) {
  const text = useSettled(title.trim(), pauseMs);
  const enough = text.length >= leastLength;
  const { data } = useAnswer(
    knowledgeRoutes.similar,
    { body: { text, limit: 3 } },
    { enabled: enough, keepPrevious: true, staleTime: 60_000 },
  );
  if (!enough || data === undefined || data.items.length === 0) return null;
  return (
    <section className="incident-declare-similar" aria-label="Similar before">
      <h3 className="overline">Similar before; they open beside</h3>
      <SimilarList hits={data.items} />
    </section>
  );
}

/** The value once it has not changed for a while. */
function useSettled(value: string, ms: number): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return settled;
}
