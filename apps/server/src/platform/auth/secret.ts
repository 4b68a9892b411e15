import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

/** A secret for a session, token or link: 256 random bits, with a prefix that tells people and scanners what it is. */
export function newSecret(prefix: "mrs" | "mrt" | "mri" | "mru"): string {
  return `${prefix}_${randomBytes(32).toString("base64url")}`;
}

/** What is stored of a secret. The secret is random, so a plain hash can't be guessed backwards. */
export function hashSecret(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}

export function sameSecret(left: string, right: string): boolean {
  return timingSafeEqual(
    createHash("sha256").update(left).digest(),
    createHash("sha256").update(right).digest(),
  );
}
