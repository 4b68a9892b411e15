import { retrospectiveRoutes, type Retrospective } from "@morrow/contract/retrospectives";
import { toInstant } from "@morrow/domain/timeline";
import { CalendarPlus } from "lucide-react";
import { useState } from "react";
import { client } from "../../../api/client.ts";
import { messageOf, problemsOf } from "../../../api/problems.ts";
import { Button } from "../../../components/Button.tsx";
import { FormError, problemAt } from "../../../components/FormError.tsx";
import { TextField } from "../../../components/TextField.tsx";
import { localZone, timeText } from "../../../components/timeText.ts";
import { Agenda } from "./Agenda.tsx";
import { usePlan } from "./usePlan.ts";

const usualMinutes = 60;

/** When people meet, in whose time, and what the time is for. */
export function MeetingSection({ retrospective }: { retrospective: Retrospective }) {
  const plan = usePlan(retrospective);
  const { meeting, incident } = retrospective;
  const zone = meeting?.zone ?? localZone();
  const stored = meeting === null ? "" : (timeText(meeting.at, meeting.zone, "moment")?.text ?? "");
  const [fields, setFields] = useState({
    date: stored.slice(0, 10),
    time: stored.slice(11),
    zone,
    minutes: String(meeting?.minutes ?? usualMinutes),
    place: meeting?.place ?? "",
  });
  const [problem, setProblem] = useState<string | undefined>();
  const problems = problemsOf(plan.error);
  const set = (name: keyof typeof fields) => (value: string) =>
    setFields((before) => ({ ...before, [name]: value }));
  const minutes = Number(fields.minutes);
  const save = async () => {
    const reading = toInstant({ local: `${fields.date}T${fields.time}`, zone: fields.zone });
    if ("problem" in reading) return setProblem(reading.problem.message);
    setProblem(undefined);
    await plan.send({ meeting: { at: reading.at, zone: fields.zone, minutes, place: fields.place } });
  };
  const calendar = client.address(retrospectiveRoutes.calendar, { params: { ref: incident.ref } });
  return (
    <section className="stack" aria-labelledby="plan-meeting">
      <h2 id="plan-meeting">Meeting</h2>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <FormError message={messageOf(plan.error)} problems={problems} />
        <div className="retro-plan-row">
          <TextField
            label="Date"
            name="meeting.date"
            type="date"
            required
            value={fields.date}
            onValueChange={set("date")}
            error={problem}
          />
          <TextField
            label="Time"
            name="meeting.at"
            type="time"
            required
            value={fields.time}
            onValueChange={set("time")}
          />
          <TextField
            label="Minutes"
            name="meeting.minutes"
            type="number"
            min={15}
            max={480}
            step={5}
            required
            value={fields.minutes}
            onValueChange={set("minutes")}
          />
        </div>
        <TextField
          label="Zone"
          name="meeting.zone"
          hint="Such as Europe/Berlin or UTC; everybody sees it in their own."
          value={fields.zone}
          onValueChange={set("zone")}
          error={problemAt(problems, "meeting.zone")}
        />
        <TextField
          label="Place"
          name="meeting.place"
          optional
          placeholder="A room, or the address of a call"
          value={fields.place}
          onValueChange={set("place")}
        />
        <div className="cluster">
          <Button type="submit" busy={plan.busy}>
            {meeting === null ? "Set the meeting" : "Save the meeting"}
          </Button>
          {meeting === null ? null : (
            <>
              <a className="m-button" data-kind="quiet" data-size="medium" href={calendar} download>
                <CalendarPlus size={16} aria-hidden="true" />
                Calendar file
              </a>
              <Button kind="quiet" onClick={() => void plan.send({ meeting: null })}>
                Call it off
              </Button>
            </>
          )}
        </div>
      </form>
      <Agenda incident={incident.ref} minutes={minutes >= 15 && minutes <= 480 ? minutes : usualMinutes} />
    </section>
  );
}
