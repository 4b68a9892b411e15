import { activateFaultPoint } from "./activate-fault-point.ts";
import { addToxic } from "./add-toxic.ts";
import { delayPackets } from "./delay-packets.ts";
import { exhaustFileDescriptors } from "./exhaust-file-descriptors.ts";
import { fillDisk } from "./fill-disk.ts";
import { limitBandwidth } from "./limit-bandwidth.ts";
import { losePackets } from "./lose-packets.ts";
import { partitionNetwork } from "./partition-network.ts";
import { pauseProcess } from "./pause-process.ts";
import { FaultRefused } from "./refusal.ts";
import { register, type RegisteredFault } from "./registered.ts";
import { stressCpu } from "./stress-cpu.ts";
import { stressMemory } from "./stress-memory.ts";
import { terminateProcess } from "./terminate-process.ts";

/** Every fault that Morrow knows. A new one is a file and a line here. */
export const faults: readonly RegisteredFault[] = [
  register(terminateProcess),
  register(pauseProcess),
  register(exhaustFileDescriptors),
  register(stressCpu),
  register(stressMemory),
  register(fillDisk),
  register(partitionNetwork),
  register(losePackets),
  register(limitBandwidth),
  register(delayPackets),
  register(addToxic),
  register(activateFaultPoint),
];

/** @throws FaultRefused `fault.unknown` with the names there are */
export function faultNamed(name: string): RegisteredFault {
  const found = faults.find((fault) => fault.name === name);
  if (found !== undefined) return found;
  throw new FaultRefused(
    "fault.unknown",
    `There is no fault called ${name}. There are: ${faults.map((fault) => fault.name).join(", ")}.`,
  );
}
