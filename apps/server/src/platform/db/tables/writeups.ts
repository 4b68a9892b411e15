import type { Json } from "../json.ts";
import type { Instant } from "../schema.ts";

/** An imported file, byte for byte. */
export interface WriteupFileTable {
  sha256: string;
  bytes: Buffer;
  size: number;
}

/** One incident told in a file. */
export interface WriteupTable {
  id: string;
  sha256: string;
  part: number;
  path: string;
  url: string | null;
  /** What the write-up calls itself (the uuid of its front matter), the same in every version of it. */
  identity: string | null;
  incident_id: string;
  audience: string;
  questions: Json<{ id: string; line: number; sentence: string }[]>;
  imported_at: Instant;
  imported_by: string | null;
}
