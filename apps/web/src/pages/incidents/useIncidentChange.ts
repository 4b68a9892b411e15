/** Changes to what is known about an incident. Two people may change different things at once; only the same thing is a conflict. */
import { Failure, type Input } from "@morrow/client";
import { incident as incidentSchema, incidentRoutes, type Incident } from "@morrow/contract/incidents";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { answerKey } from "../../api/answers.ts";
import { client } from "../../api/client.ts";

export type IncidentChange = Omit<Input<typeof incidentRoutes.change>["body"], "revision">;

/** @throws in the mutation: {Failure} conflict.revision when somebody changed the same thing meanwhile */
export function useIncidentChange(incident: Incident) {
  const cache = useQueryClient();
  return useMutation<Incident, Failure, IncidentChange>({
    mutationFn: async (change) => {
      const send = (revision: number) =>
        client.call(incidentRoutes.change, { params: { ref: incident.ref }, body: { ...change, revision } });
      try {
        return await send(incident.revision);
      } catch (error) {
        const newer = currentOf(error);
        if (newer === null || touchesSame(incident, newer, change)) throw error;
        return await send(newer.revision);
      }
    },
    onSuccess: (answer) => showIncident(cache, answer),
  });
}

/** Puts an answer of the server on the page. */
export function showIncident(cache: ReturnType<typeof useQueryClient>, answer: Incident): void {
  cache.setQueryData(answerKey(incidentRoutes.show, { params: { ref: answer.ref } }), answer);
  void cache.invalidateQueries({ queryKey: ["incidents"] });
}

/** What is stored now, when a change came too late. */
function currentOf(error: unknown): Incident | null {
  if (!(error instanceof Failure) || error.code !== "conflict.revision") return null;
  const parsed = incidentSchema.safeParse(error.current);
  return parsed.success ? parsed.data : null;
}

function touchesSame(before: Incident, now: Incident, change: IncidentChange): boolean {
  return Object.keys(change).some((field) => valueOf(before, field) !== valueOf(now, field));
}

function valueOf(incident: Incident, field: string): string {
  return JSON.stringify(field === "teamId" ? (incident.team?.id ?? null) : Reflect.get(incident, field));
}
