import { z } from "zod";

import type { UndoStep } from "../step.ts";
import { isNamespaceGone, runCommand } from "./run-command.ts";
import { StepFailed } from "./step-failed.ts";

type Table = Omit<Extract<UndoStep, { kind: "delete-nftables-table" }>, "kind">;

/** Of libnftables-json(5) only what names a table. */
const listing = z.object({
  nftables: z.array(z.object({ table: z.object({ family: z.string(), name: z.string() }).optional() })),
});

export async function deleteNftablesTable(table: Table): Promise<void> {
  if (!(await isThere(table))) return;
  try {
    await runCommand("nft", ["delete", "table", table.family, table.table], table.namespace);
  } catch (error) {
    // Another process may have been faster; what counts is whether the table is there.
    if (await isThere(table)) throw error;
  }
  if (await isThere(table))
    throw new StepFailed(`The nftables table ${table.family} ${table.table} is still there.`);
}

async function isThere({ family, table, namespace }: Table): Promise<boolean> {
  if (isNamespaceGone(namespace)) return false;
  const text = await runCommand("nft", ["-j", "list", "tables", family], namespace);
  return listing
    .parse(JSON.parse(text))
    .nftables.some((entry) => entry.table?.family === family && entry.table.name === table);
}
