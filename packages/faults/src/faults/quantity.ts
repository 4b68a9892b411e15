import { z } from "zod";

const bytesPer: Readonly<Record<string, number>> = {
  "": 1,
  B: 1,
  KB: 1e3,
  MB: 1e6,
  GB: 1e9,
  TB: 1e12,
  KIB: 2 ** 10,
  MIB: 2 ** 20,
  GIB: 2 ** 30,
  TIB: 2 ** 40,
};

/** A number of bytes: 1048576, "512 MB" (decimal) or "1 GiB" (binary). */
export const byteCount = z.union([z.number(), z.string()]).transform((given, context) => {
  const [, digits, unit] = /^\s*(\d+(?:\.\d+)?)\s*([a-z]*)\s*$/i.exec(String(given)) ?? [];
  const factor = bytesPer[(unit ?? "").toUpperCase()];
  if (digits === undefined || factor === undefined) {
    context.addIssue({
      code: "custom",
      message: 'is no number of bytes; write 1048576, "512 MB" or "1 GiB"',
    });
    return z.NEVER;
  }
  return Math.round(Number(digits) * factor);
});

/** "1.5 GB", for people. */
export function sayBytes(bytes: number): string {
  const unit = [..."TGMK"].find((letter) => bytes >= (bytesPer[`${letter}B`] ?? 1));
  if (unit === undefined) return `${bytes} B`;
  return `${Number((bytes / (bytesPer[`${unit}B`] ?? 1)).toFixed(1))} ${unit === "K" ? "k" : unit}B`;
}

/** "30 s" or "1.5 s", for people. */
export function saySeconds(milliseconds: number): string {
  return `${Number((milliseconds / 1000).toFixed(1))} s`;
}

/** "process 4711 (postgres)" */
export function sayProcess(target: { readonly pid: number; readonly name: string }): string {
  return `process ${target.pid} (${target.name})`;
}
