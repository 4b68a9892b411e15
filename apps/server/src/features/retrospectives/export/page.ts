import { severityLabels } from "@morrow/domain/incidents";
import { countermeasureStateLabels } from "@morrow/domain/countermeasures";
import { documentSections } from "@morrow/domain/retrospectives";
import { renderMarkdown } from "@morrow/writeups/render";

import type { WholeRetrospective } from "./gather.ts";

const style = `
:root{color-scheme:light}
body{max-width:46rem;margin:3rem auto;padding:0 1.5rem;font:17px/1.6 Georgia,"Times New Roman",serif;color:#1d2433}
h1{font-size:2rem;line-height:1.2;margin:.2em 0}h2{font-size:1.3rem;margin-top:2.2em}
.facts,table,.state{font:14px/1.5 system-ui,sans-serif;color:#4a5468}
.lesson{font-size:1.2rem;font-style:italic;border-left:3px solid #3a6ea5;padding-left:1rem}
table{border-collapse:collapse;width:100%;color:inherit}td,th{border-bottom:1px solid #dde2ea;padding:.4rem .5rem;text-align:left;vertical-align:top}
time{white-space:nowrap;font-variant-numeric:tabular-nums}pre{overflow:auto;background:#f4f6f9;padding:.8rem;font-size:13px}
blockquote{margin-left:0;padding-left:1rem;border-left:3px solid #dde2ea}img{max-width:100%}
@media print{body{margin:0;max-width:none;font-size:11pt}h2,h3{break-after:avoid}tr,blockquote,img{break-inside:avoid}a{color:inherit}}
`;

/**
 * One page without scripts that can be read, kept and printed (to PDF, too). `images` holds the attachments that the
 * texts show, as `data:` addresses by id.
 */
export function asPage(whole: WholeRetrospective, images: ReadonlyMap<string, string>): string {
  const { incident, retrospective } = whole;
  const title = `${incident.ref} ${incident.title}`;
  const sections = documentSections(retrospective.document).filter(
    ({ id, text }) => id !== "lesson" && text.trim() !== "",
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
<p class="facts">${escapeHtml(factsOf(whole))}</p>
<h1>${escapeHtml(incident.title)}</h1>
${retrospective.document.lesson.trim() === "" ? "" : `<p class="lesson">${escapeHtml(retrospective.document.lesson)}</p>`}
${incident.summary.trim() === "" ? "" : rendered(incident.summary, images)}
${sections.map(({ label, text }) => `<h2>${escapeHtml(label)}</h2>\n${rendered(text, images)}`).join("\n")}
${countermeasureList(whole)}
${timelineTable(whole, images)}
</body>
</html>
`;
}

function factsOf({ incident, retrospective }: WholeRetrospective): string {
  return [
    incident.ref,
    incident.severity === null ? "" : severityLabels[incident.severity],
    incident.at?.slice(0, 10) ?? "",
    incident.services.join(", "),
    retrospective.state === "published"
      ? `published ${retrospective.publishedAt?.slice(0, 10) ?? ""}`
      : "draft",
    retrospective.owner === null ? "" : `owner ${retrospective.owner.name}`,
    retrospective.facilitator === null ? "" : `facilitator ${retrospective.facilitator.name}`,
  ]
    .filter((fact) => fact !== "")
    .join(" · ");
}

function countermeasureList({ countermeasures }: WholeRetrospective): string {
  if (countermeasures.length === 0) return "";
  const items = countermeasures.map(({ ref, title, state, owner, ownerName, dueOn }) => {
    const facts = [
      ref,
      countermeasureStateLabels[state].label.toLowerCase(),
      owner?.name ?? ownerName ?? "no owner",
      dueOn ?? "no date",
    ].join(" · ");
    return `<li>${escapeHtml(title)} <span class="state">${escapeHtml(facts)}</span></li>`;
  });
  return `<h2>Countermeasures</h2>\n<ul>\n${items.join("\n")}\n</ul>`;
}

function timelineTable({ timeline }: WholeRetrospective, images: ReadonlyMap<string, string>): string {
  if (timeline.length === 0) return "";
  const rows = timeline.map(({ at, given, actor, body }) => {
    const when = at === null ? escapeHtml(given ?? "") : `<time datetime="${at}">${shownTime(at)}</time>`;
    const who = actor === null ? "" : `<strong>${escapeHtml(actor)}</strong> `;
    return `<tr><td>${when}</td><td>${who}${rendered(body, images)}</td></tr>`;
  });
  return `<h2>Timeline</h2>\n<table>\n<tr><th>Time (UTC)</th><th>What happened</th></tr>\n${rows.join("\n")}\n</table>`;
}

function shownTime(at: string): string {
  return `${at.slice(0, 10)} ${at.slice(11, 19)}`;
}

/** Sanitised by the one allow-list; images of ours travel inside the page, because it must be whole without a server. */
function rendered(markdown: string, images: ReadonlyMap<string, string>): string {
  const html = renderMarkdown(markdown, { headingShift: 2, attachmentPath: "/api/attachments/" });
  return html.replaceAll(
    /(<img\b[^>]*?\bsrc=")\/api\/attachments\/([0-9a-f-]{36})(")/g,
    (whole, before: string, id: string, after: string) => {
      const data = images.get(id);
      return data === undefined ? whole : `${before}${data}${after}`;
    },
  );
}

function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
