import type { Concept } from "./concept.ts";
import { capacityMechanisms } from "./mechanisms-capacity.ts";
import { changeMechanisms } from "./mechanisms-change.ts";
import { codeMechanisms } from "./mechanisms-code.ts";
import { dataMechanisms } from "./mechanisms-data.ts";
import { dependenceMechanisms } from "./mechanisms-dependence.ts";
import { exhaustionMechanisms } from "./mechanisms-exhaustion.ts";
import { networkMechanisms } from "./mechanisms-network.ts";
import { operationMechanisms } from "./mechanisms-operation.ts";
import { physicalMechanisms } from "./mechanisms-physical.ts";
import { replicationMechanisms } from "./mechanisms-replication.ts";
import { securityMechanisms } from "./mechanisms-security.ts";
import { timeMechanisms } from "./mechanisms-time.ts";
import { dataParts } from "./parts-data.ts";
import { networkParts } from "./parts-network.ts";
import { platformParts } from "./parts-platform.ts";
import { productParts } from "./parts-product.ts";
import { symptoms } from "./symptoms.ts";
import { triggers } from "./triggers.ts";

/** Every concept, in a fixed order. */
export const vocabulary: readonly Concept[] = [
  ...capacityMechanisms,
  ...exhaustionMechanisms,
  ...changeMechanisms,
  ...operationMechanisms,
  ...dataMechanisms,
  ...replicationMechanisms,
  ...networkMechanisms,
  ...physicalMechanisms,
  ...timeMechanisms,
  ...securityMechanisms,
  ...codeMechanisms,
  ...dependenceMechanisms,
  ...triggers,
  ...dataParts,
  ...platformParts,
  ...networkParts,
  ...productParts,
  ...symptoms,
];

const byId: ReadonlyMap<string, Concept> = new Map(vocabulary.map((concept) => [concept.id, concept]));

/** The concept with this id, or undefined for one that a later version of the vocabulary has dropped. */
export function conceptById(id: string): Concept | undefined {
  return byId.get(id);
}
