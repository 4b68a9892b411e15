import { z } from "zod";

import type { UndoStep } from "../step.ts";
import { isNamespaceGone, runCommand } from "./run-command.ts";
import { StepFailed } from "./step-failed.ts";

type Discipline = Omit<Extract<UndoStep, { kind: "delete-qdisc" }>, "kind">;

const devices = z.array(z.object({ ifname: z.string() }));
const disciplines = z.array(z.object({ handle: z.string(), root: z.boolean().optional() }));

export async function deleteQdisc(discipline: Discipline): Promise<void> {
  if (!(await isThere(discipline))) return;
  const { device, handle, namespace } = discipline;
  try {
    // With its handle, the kernel refuses when another discipline has taken its place.
    await runCommand("tc", ["qdisc", "del", "dev", device, "root", "handle", handle], namespace);
  } catch (error) {
    if (await isThere(discipline)) throw error;
  }
  if (await isThere(discipline))
    throw new StepFailed(`The queueing discipline ${handle} is still on ${device}.`);
}

async function isThere({ device, handle, namespace }: Discipline): Promise<boolean> {
  if (isNamespaceGone(namespace)) return false;
  const links = devices.parse(JSON.parse(await runCommand("ip", ["-j", "link", "show"], namespace)));
  if (!links.some(({ ifname }) => ifname === device)) return false;
  const text = await runCommand("tc", ["-j", "qdisc", "show", "dev", device], namespace);
  return disciplines.parse(JSON.parse(text)).some((found) => found.root === true && found.handle === handle);
}
