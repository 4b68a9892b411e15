import type { Countermeasure } from "@morrow/contract/countermeasures";
import { useState } from "react";
import { Button } from "../../components/Button.tsx";
import { Markdown } from "../../components/Markdown.tsx";
import { TextArea, TextField } from "../../components/TextField.tsx";
import { useChange } from "./useChange.ts";

/** Title and text, read or written in the same place. */
export function Description({ item, editable }: { item: Countermeasure; editable: boolean }) {
  const [writing, setWriting] = useState(false);
  if (writing) return <Write item={item} onDone={() => setWriting(false)} />;
  return (
    <section className="stack-tight">
      {item.body === "" ? (
        <p className="quiet">No description yet.</p>
      ) : (
        <Markdown source={item.body} setting="reading" />
      )}
      {item.reason === null ? null : (
        <p>
          <span className="quiet">Reason: </span>
          {item.reason}
        </p>
      )}
      {editable ? (
        <div>
          <Button size="small" onClick={() => setWriting(true)}>
            {item.body === "" ? "Describe it" : "Edit the text"}
          </Button>
        </div>
      ) : null}
    </section>
  );
}

function Write({ item, onDone }: { item: Countermeasure; onDone: () => void }) {
  const [title, setTitle] = useState(item.title);
  const [body, setBody] = useState(item.body);
  const change = useChange();
  const save = async () => {
    if ((await change.send(item, { title, body })) !== undefined) onDone();
  };
  return (
    <form className="stack-tight" onSubmit={(event) => (event.preventDefault(), void save())}>
      <TextField label="Title" value={title} onValueChange={setTitle} required />
      <TextArea
        label="Description"
        hint="Markdown. What changes in the system, and how will we see that it did?"
        value={body}
        onValueChange={setBody}
      />
      <div className="cluster">
        <Button kind="primary" type="submit" busy={change.busy}>
          Save
        </Button>
        <Button onClick={onDone}>Leave as it was</Button>
      </div>
    </form>
  );
}
