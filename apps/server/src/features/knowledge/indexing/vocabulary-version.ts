import { createHash } from "node:crypto";

import { vocabulary } from "@morrow/domain/knowledge";

/**
 * Which vocabulary a document was read with: its fingerprint says nothing of concepts that were added later, so it is read again when this
 * is another one.
 */
export const vocabularyVersion = createHash("sha256")
  .update(JSON.stringify(vocabulary))
  .digest("hex")
  .slice(0, 16);
