import { useEffect, useRef } from "react";
import "./FormError.css";

/** One thing wrong with what was sent; `path` names the field ("milestones.0.at"). The shape of the API's errors. */
export interface FieldProblem {
  readonly path: string;
  readonly message: string;
}

export interface FormErrorProps {
  /** The sentence of the error as a whole; nothing is shown without it. */
  readonly message: string | undefined;
  readonly problems?: readonly FieldProblem[];
  /** Words for paths. Paths without one are shown as they are. */
  readonly labels?: Readonly<Record<string, string>>;
}

const none: readonly FieldProblem[] = [];

/** What the server refused, above the form: focused when it appears, with a way to each field. */
export function FormError({ message, problems = none, labels = {} }: FormErrorProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (message !== undefined || problems.length > 0) box.current?.focus();
  }, [message, problems]);
  if (message === undefined) return null;
  return (
    <div ref={box} className="m-form-error" role="alert" tabIndex={-1}>
      <p>{message}</p>
      {problems.length === 0 ? null : (
        <ul>
          {problems.map(({ path, message: text }) => (
            <li key={`${path} ${text}`}>
              <button type="button" onClick={() => focusField(path)}>
                {labels[path] ?? path}
              </button>
              : {text}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** The problem of one field, for its `error`: exact path first, then anything below it. */
export function problemAt(problems: readonly FieldProblem[] | undefined, path: string): string | undefined {
  const exact = problems?.find((problem) => problem.path === path);
  return (exact ?? problems?.find((problem) => problem.path.startsWith(`${path}.`)))?.message;
}

function focusField(path: string): void {
  const parts = path.split(".");
  for (let length = parts.length; length > 0; length -= 1) {
    const name = CSS.escape(parts.slice(0, length).join("."));
    const control = document.querySelector<HTMLElement>(
      `[data-field="${name}"] :is(input, textarea, button, [tabindex]), [name="${name}"]`,
    );
    if (control !== null) return control.focus();
  }
}
