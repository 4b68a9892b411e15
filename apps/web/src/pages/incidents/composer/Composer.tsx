/** Where an entry is written. It takes entries whether or not the server is there: what is sent goes to the outbox first. */
import { peopleRoutes } from "@morrow/contract/people";
import { milestoneLabels, milestones as allMilestones, type Milestone } from "@morrow/domain/incidents";
import { timelineKindLabels, type TimelineKind, type WhenReading } from "@morrow/domain/timeline";
import { ImagePlus, SendHorizontal, X } from "lucide-react";
import {
  useId,
  useImperativeHandle,
  useRef,
  useState,
  type ClipboardEvent,
  type DragEvent,
  type KeyboardEvent,
  type Ref,
} from "react";
import { useAnswer } from "../../../api/answers.ts";
import { Button } from "../../../components/Button.tsx";
import { IconButton } from "../../../components/IconButton.tsx";
import { Menu } from "../../../components/Menu.tsx";
import { localZone } from "../../../components/timeText.ts";
import { onApple } from "../../../keyboard/shortcuts.ts";
import { newKey, orderedId, type EntryBody } from "../../../outbox/entry.ts";
import { putEntry } from "../../../outbox/outbox.ts";
import { KindGlyph } from "../timeline/KindGlyph.tsx";
import "../../../components/Field.css";
import "./Composer.css";
import { keepDraft, readDraft } from "./draft.ts";
import { kindLetters, offeredKinds } from "./kindKeys.ts";
import { MentionList } from "./MentionList.tsx";
import { useEntryReader } from "./useEntryReader.ts";
import { useImages } from "./useImages.ts";
import { useMention } from "./useMention.ts";
import { WhenChip } from "./WhenChip.tsx";

export interface ComposerHandle {
  focus: () => void;
  /** Puts a text back, such as one that the server refused. */
  edit: (text: string) => void;
  /** Begins an entry that reaches a milestone. */
  reach: (milestone: Milestone) => void;
}

export interface ComposerProps {
  readonly incident: string;
  readonly personId: string;
  readonly onSent: () => void;
  readonly ref?: Ref<ComposerHandle>;
}

const nobody: readonly never[] = [];
/** Closing has its own gate and its own step. */
const settable = allMilestones.filter((milestone) => milestone !== "closed");

export function Composer({ incident, personId, onSent, ref }: ComposerProps) {
  const [text, setText] = useState(() => readDraft(incident));
  const [chosenKind, setChosenKind] = useState<TimelineKind>("note");
  const [milestone, setMilestone] = useState<Milestone>("detected");
  const [chosenWhen, setChosenWhen] = useState<WhenReading | null>(null);
  const [timeIsText, setTimeIsText] = useState(false);
  const { images, add, remove, clear } = useImages();
  const field = useRef<HTMLTextAreaElement>(null);
  const picker = useRef<HTMLInputElement>(null);
  const listId = useId();
  const people = useAnswer(peopleRoutes.list, {}, { kept: true, staleTime: 300_000 }).data?.items ?? nobody;
  const mention = useMention({ field, people, onText: changeText });

  const { read, readSurely } = useEntryReader();
  const parsed = read(text);
  const typedWhen = timeIsText ? null : parsed.when;
  const when = chosenWhen ?? typedWhen;
  const kind = parsed.kind ?? chosenKind;
  const body = timeIsText && parsed.when !== null ? text.trim() : parsed.body;
  const ready = (body !== "" || kind === "milestone" || images.length > 0) && (when === null || "at" in when);

  useImperativeHandle(ref, () => ({
    focus: () => field.current?.focus(),
    edit(next) {
      changeText(next);
      field.current?.focus();
    },
    reach(next) {
      setChosenKind("milestone");
      setMilestone(next);
      field.current?.focus();
    },
  }));

  function changeText(next: string): void {
    setText(next);
    keepDraft(incident, next);
    if (next.trim() === "") setTimeIsText(false);
  }

  function chooseKind(next: TimelineKind): void {
    // A kind typed as "/a" would win over the one chosen now; it has said what it had to say.
    if (parsed.kind !== null) changeText(text.replace(/(^|\s)\/[a-z]+\s*/i, "$1"));
    setChosenKind(next);
    field.current?.focus();
  }

  async function send(): Promise<void> {
    if (!ready) return field.current?.focus();
    const now = Date.now();
    // Read again: "5 min ago" counts from now, not from the last key.
    const last = await readSurely(text);
    const said = chosenWhen ?? (timeIsText ? null : last.when);
    const reading = said !== null && "at" in said ? said : null;
    const sentKind = last.kind ?? chosenKind;
    const words = timeIsText && last.when !== null ? text.trim() : last.body;
    const entry: EntryBody = {
      kind: sentKind,
      body: words === "" && images.length > 0 && sentKind !== "milestone" ? "Image" : words,
      milestone: sentKind === "milestone" ? milestone : null,
      when: reading ?? { at: new Date(now).toISOString(), zone: localZone(), precision: "second" },
    };
    const attached = images.map(({ key, name, blob }) => ({ key, name, blob, attachmentId: null }));
    void putEntry({
      id: orderedId(now),
      key: newKey(),
      personId,
      incident,
      body: entry,
      images: attached,
      refused: null,
    });
    changeText("");
    clear();
    setChosenKind("note");
    setChosenWhen(null);
    onSent();
    field.current?.focus();
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (mention.takeKey(event)) return;
    if (event.key === "Enter" && (event.metaKey || event.ctrlKey)) {
      event.preventDefault();
      return void send();
    }
    if (event.key === "Escape") return field.current?.blur();
    if (!event.altKey || event.metaKey || event.ctrlKey) return;
    // By the key's place, because Alt changes the letter on a Mac.
    const wanted = offeredKinds.find((each) => event.code === `Key${kindLetters[each].toUpperCase()}`);
    if (wanted === undefined) return;
    event.preventDefault();
    chooseKind(wanted);
  }

  function takeFiles(event: ClipboardEvent | DragEvent, files: FileList | undefined): void {
    if (files !== undefined && files.length > 0 && add(files)) event.preventDefault();
  }

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- only takes what is dropped; the button does the same
    <form
      className="incident-composer"
      aria-label="Add to the timeline"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => takeFiles(event, event.dataTransfer.files)}
    >
      {mention.offered.length === 0 ? null : (
        <MentionList id={listId} people={mention.offered} active={mention.active} onPick={mention.pick} />
      )}
      <textarea
        ref={field}
        aria-label="New entry"
        className="m-input incident-composer-text"
        placeholder="What happened? 14:05 sets the time"
        rows={1}
        value={text}
        onChange={(event) => changeText(event.target.value)}
        onInput={mention.follow}
        onClick={mention.follow}
        onBlur={mention.close}
        onKeyDown={onKeyDown}
        onPaste={(event) => takeFiles(event, event.clipboardData.files)}
        aria-autocomplete="list"
        aria-keyshortcuts="n"
        {...(mention.offered.length === 0
          ? {}
          : { "aria-controls": listId, "aria-activedescendant": `${listId}-${mention.active}` })}
      />
      {images.length === 0 ? null : (
        <ul className="incident-composer-images" aria-label="Images of this entry">
          {images.map((image) => (
            <li key={image.key}>
              <img src={image.url} alt={image.name} />
              <IconButton
                size="small"
                label={`Remove ${image.name}`}
                icon={<X size={14} aria-hidden="true" />}
                onClick={() => remove(image.key)}
              />
            </li>
          ))}
        </ul>
      )}
      <div className="incident-composer-bar">
        <Menu
          align="start"
          trigger={
            <Button size="small" kind="quiet" icon={<KindGlyph kind={kind} />}>
              <span className="visually-hidden">Kind: </span>
              {timelineKindLabels[kind].label}
            </Button>
          }
          entries={offeredKinds.map((each) => ({
            kind: "action" as const,
            label: timelineKindLabels[each].label,
            icon: <KindGlyph kind={each} />,
            shortcut: `${onApple ? "⌥" : "Alt "}${kindLetters[each].toUpperCase()}`,
            onSelect: () => chooseKind(each),
          }))}
        />
        {kind === "milestone" ? (
          <Menu
            align="start"
            trigger={
              <Button size="small" kind="quiet">
                <span className="visually-hidden">Milestone: </span>
                {milestoneLabels[milestone].label}
              </Button>
            }
            entries={settable.map((each) => ({
              kind: "action" as const,
              label: milestoneLabels[each].label,
              onSelect: () => setMilestone(each),
            }))}
          />
        ) : null}
        <WhenChip
          when={when}
          onChange={(picked) => {
            if (typedWhen !== null) changeText(body);
            setChosenWhen(picked);
          }}
          onClear={() => (chosenWhen === null ? setTimeIsText(true) : setChosenWhen(null))}
        />
        <IconButton
          size="small"
          label="Add an image"
          icon={<ImagePlus size={16} aria-hidden="true" />}
          onClick={() => picker.current?.click()}
        />
        <input
          ref={picker}
          type="file"
          accept="image/png,image/jpeg,image/gif,image/webp"
          multiple
          hidden
          onChange={(event) => {
            add(event.target.files ?? []);
            event.target.value = "";
          }}
        />
        <Button
          type="submit"
          kind="primary"
          size="small"
          className="incident-composer-send"
          aria-disabled={!ready}
          aria-keyshortcuts={onApple ? "Meta+Enter" : "Control+Enter"}
          icon={<SendHorizontal size={14} aria-hidden="true" />}
        >
          Add
          <kbd aria-hidden="true">{onApple ? "⌘↵" : "Ctrl ↵"}</kbd>
        </Button>
      </div>
    </form>
  );
}
