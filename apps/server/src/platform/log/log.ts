import { pino, type Logger } from "pino";

export type Log = Logger;

/** Structured lines on standard output. Secrets never reach it: these paths are cut out wherever they stand. */
export function createLog(level: string): Log {
  return pino({
    level,
    redact: {
      paths: [
        "password",
        "secret",
        "token",
        "authorization",
        "cookie",
        "*.password",
        "*.secret",
        "*.token",
        "*.authorization",
        "*.cookie",
      ],
      remove: true,
    },
  });
}
