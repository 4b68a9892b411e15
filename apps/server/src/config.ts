import { resolve } from "node:path";

import { z } from "zod";

import type { DatabasePlace } from "./platform/db/index.ts";

/** Everything the environment may say. Nothing else in the server reads it. */
const environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(4800),
  MORROW_HOST: z.string().default("127.0.0.1"),
  MORROW_DATA: z.string().default("./data"),
  DATABASE_URL: z.string().optional(),
  /** The address that people use, when a proxy stands in front. https makes cookies secure. */
  MORROW_URL: z.url({ protocol: /^https?$/ }).optional(),
  MORROW_ADMIN_EMAIL: z.string().optional(),
  MORROW_ADMIN_PASSWORD: z.string().optional(),
  MORROW_ORGANISATION: z.string().default("Our organisation"),
  MORROW_LOG: z.enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"]).default("warn"),
});

export interface Config {
  host: string;
  port: number;
  database: DatabasePlace;
  /** Null: the address it listens on. */
  publicUrl: string | null;
  administrator: { email: string; password: string } | null;
  organisation: string;
  logLevel: string;
  demo: boolean;
}

export class ConfigError extends Error {
  override readonly name = "ConfigError";
}

/** @throws ConfigError with one line a setting, each naming the variable */
export function readConfig(env: Record<string, string | undefined>, args: readonly string[]): Config {
  const said = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ""));
  const parsed = environment.safeParse(said);
  if (!parsed.success) {
    throw new ConfigError(
      parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join("\n"),
    );
  }
  const unknown = args.filter((arg) => arg !== "--demo");
  if (unknown.length > 0)
    throw new ConfigError(`Unknown option ${unknown.join(" ")}. The only one is --demo.`);
  const values = parsed.data;
  const both = values.MORROW_ADMIN_EMAIL !== undefined && values.MORROW_ADMIN_PASSWORD !== undefined;
  const neither = values.MORROW_ADMIN_EMAIL === undefined && values.MORROW_ADMIN_PASSWORD === undefined;
  if (!both && !neither)
    throw new ConfigError("MORROW_ADMIN_EMAIL and MORROW_ADMIN_PASSWORD are given together or not at all.");
  return {
    host: values.MORROW_HOST,
    port: values.PORT,
    database:
      values.DATABASE_URL === undefined
        ? { dataFolder: resolve(values.MORROW_DATA) }
        : { databaseUrl: values.DATABASE_URL },
    publicUrl: values.MORROW_URL?.replace(/\/+$/, "") ?? null,
    administrator:
      values.MORROW_ADMIN_EMAIL === undefined || values.MORROW_ADMIN_PASSWORD === undefined
        ? null
        : { email: values.MORROW_ADMIN_EMAIL, password: values.MORROW_ADMIN_PASSWORD },
    organisation: values.MORROW_ORGANISATION,
    logLevel: values.MORROW_LOG,
    demo: args.includes("--demo"),
  };
}
