import type { PolicyVersion } from "@morrow/contract/policy";
import { Plus } from "lucide-react";
import { Button } from "../../components/Button.tsx";
import { problemAt, type FieldProblem } from "../../components/FormError.tsx";
import { TextArea, TextField } from "../../components/TextField.tsx";

type Template = PolicyVersion["policy"]["templates"][number];

interface TemplatesProps {
  readonly templates: readonly Template[];
  readonly disabled: boolean;
  readonly problems: readonly FieldProblem[];
  readonly onChange: (templates: Template[]) => void;
}

/** What narratives begin with, in the organisation's own words. */
export function Templates({ templates, disabled, problems, onChange }: TemplatesProps) {
  const replace = (index: number, next: Template) => onChange(templates.with(index, next));
  return (
    <fieldset className="card stack-tight">
      <legend>
        <strong>Templates</strong>
      </legend>
      <p className="quiet">
        A narrative may begin with headings and questions of your own. The first template is proposed. A
        narrative that is still its template is not published.
      </p>
      {templates.map((template, index) => (
        // Names change while they are typed; the place is what stays.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={index} className="stack-tight">
          <TextField
            label={`Name of template ${index + 1}`}
            name={`policy.templates.${index}.name`}
            value={template.name}
            disabled={disabled}
            onValueChange={(name) => replace(index, { ...template, name })}
            error={problemAt(problems, `policy.templates.${index}.name`)}
          />
          <TextArea
            label={`Text of template ${index + 1}`}
            name={`policy.templates.${index}.narrative`}
            hint="Markdown."
            value={template.narrative}
            disabled={disabled}
            onValueChange={(narrative) => replace(index, { ...template, narrative })}
            error={problemAt(problems, `policy.templates.${index}.narrative`)}
          />
          {disabled ? null : (
            <div className="cluster">
              <Button size="small" kind="quiet" onClick={() => onChange(templates.toSpliced(index, 1))}>
                Remove template {index + 1}
              </Button>
              {index === 0 ? null : (
                <Button
                  size="small"
                  kind="quiet"
                  onClick={() => onChange([template, ...templates.toSpliced(index, 1)])}
                >
                  Propose this one first
                </Button>
              )}
            </div>
          )}
        </div>
      ))}
      {disabled ? (
        templates.length === 0 ? (
          <p className="quiet">None so far.</p>
        ) : null
      ) : (
        <div>
          <Button
            size="small"
            icon={<Plus size={16} aria-hidden="true" />}
            onClick={() => onChange([...templates, { name: "", narrative: "" }])}
          >
            Add a template
          </Button>
        </div>
      )}
    </fieldset>
  );
}
