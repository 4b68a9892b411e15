import type { Viewer } from "@morrow/domain/people";

import type { RetrospectiveDeps } from "../deps.ts";
import { attachment, fileName } from "./attachment.ts";
import { gatherWhole, type WholeRetrospective } from "./gather.ts";
import { imagesOf } from "./images.ts";
import { asMarkdown } from "./markdown.ts";
import { originalFile } from "./original.ts";
import { pageBeside } from "./page-beside.ts";

export type ExportFormat = "markdown" | "html" | "json" | "original";

/** The whole retrospective as a file. */
export async function exportRetrospective(
  deps: RetrospectiveDeps,
  viewer: Viewer,
  ref: string,
  format: ExportFormat,
): Promise<Response> {
  if (format === "original") return deps.db.read((trx) => originalFile(trx, viewer, ref));
  const { whole, images } = await deps.db.read(async (trx) => {
    const gathered = await gatherWhole(deps, trx, viewer, ref);
    return {
      whole: gathered,
      images: format === "html" ? await imagesOf(trx, gathered) : new Map<string, string>(),
    };
  });
  const name = (extension: string) => fileName(whole.incident.ref, whole.incident.title, extension);
  switch (format) {
    case "markdown":
      return attachment(asMarkdown(whole), "text/markdown; charset=utf-8", name("md"));
    case "html":
      return attachment(await pageBeside({ whole, images }), "text/html; charset=utf-8", name("html"));
    case "json":
      return attachment(asJson(whole, deps.now()), "application/json; charset=utf-8", name("json"));
  }
}

/** The shapes of the contract, unchanged. */
function asJson(whole: WholeRetrospective, now: string): string {
  return `${JSON.stringify({ format: "morrow-retrospective-1", exportedAt: now, ...whole }, null, 2)}\n`;
}
