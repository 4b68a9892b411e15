import { countermeasureRoutes, type Countermeasure } from "@morrow/contract/countermeasures";
import { useState } from "react";
import { useNavigate } from "react-router";
import { useAnswer, useCall } from "../../api/answers.ts";
import { messageOf, problemsOf } from "../../api/problems.ts";
import { Button } from "../../components/Button.tsx";
import { Combobox, type Option } from "../../components/Combobox.tsx";
import { Dialog } from "../../components/Dialog.tsx";
import { FormError } from "../../components/FormError.tsx";
import { paths } from "../../paths.ts";

/** The same idea again: one countermeasure with more weight instead of several forgotten ones. */
export function MergeButton({ item }: { item: Countermeasure }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>Same as another …</Button>
      {open ? <MergeDialog item={item} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function MergeDialog({ item, onClose }: { item: Countermeasure; onClose: () => void }) {
  const navigate = useNavigate();
  const merge = useCall(countermeasureRoutes.merge, ["countermeasures", "knowledge"]);
  const [text, setText] = useState("");
  const [into, setInto] = useState<readonly Option[]>([]);
  const found = useAnswer(
    countermeasureRoutes.list,
    { query: { limit: 20, ...(text === "" ? {} : { text }) } },
    { keepPrevious: true },
  );
  const options = (found.data?.items ?? [])
    .filter((other) => other.id !== item.id && other.mergedInto === null)
    .map((other) => ({ value: other.ref, label: other.title, hint: other.ref }));
  const send = async () => {
    const target = into[0]?.value;
    if (target === undefined) return;
    await merge.mutateAsync({ params: { ref: item.ref }, body: { into: target } });
    onClose();
    await navigate(paths.countermeasure(target));
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="The same idea as another one"
      description={`${item.ref} becomes part of the other, which gains its incidents. Nothing written here is lost.`}
      footer={
        <Button
          kind="primary"
          disabled={into.length === 0}
          busy={merge.isPending}
          onClick={() => void send().catch(() => undefined)}
        >
          Make them one
        </Button>
      }
    >
      <div className="stack">
        <FormError message={messageOf(merge.error)} problems={problemsOf(merge.error)} />
        <Combobox
          label="The other countermeasure"
          options={options}
          selected={into}
          onSelectedChange={setInto}
          onQueryChange={setText}
          limit={1}
          placeholder="Words from its title"
        />
      </div>
    </Dialog>
  );
}
