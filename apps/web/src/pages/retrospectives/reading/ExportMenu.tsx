import { incidentRoutes } from "@morrow/contract/incidents";
import { retrospectiveRoutes } from "@morrow/contract/retrospectives";
import { Download } from "lucide-react";
import { useAnswer } from "../../../api/answers.ts";
import { client } from "../../../api/client.ts";
import { Button } from "../../../components/Button.tsx";
import { Menu } from "../../../components/Menu.tsx";

const formats = [
  { format: "markdown", label: "Markdown, can be imported again" },
  { format: "html", label: "HTML, one page with its images" },
  { format: "json", label: "JSON, everything" },
] as const;

export function ExportMenu({ reference }: { reference: string }) {
  const incident = useAnswer(incidentRoutes.show, { params: { ref: reference } });
  const imported = incident.data?.writeup !== null && incident.data?.writeup !== undefined;
  const save = (format: string) =>
    location.assign(
      client.address(retrospectiveRoutes.export, { params: { ref: reference }, query: { format } }),
    );
  return (
    <Menu
      trigger={<Button icon={<Download size={16} aria-hidden="true" />}>Export</Button>}
      entries={[
        ...formats.map(({ format, label }) => ({
          kind: "action" as const,
          label,
          onSelect: () => save(format),
        })),
        ...(imported
          ? [
              {
                kind: "action" as const,
                label: "The original, as it was imported",
                onSelect: () => save("original"),
              },
            ]
          : []),
        { kind: "separator" },
        { kind: "action", label: "Print or save as PDF", onSelect: () => print() },
      ]}
    />
  );
}
