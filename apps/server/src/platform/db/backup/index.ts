export { BackupDamaged, BackupTooNew, DatabaseNotEmpty } from "./errors.ts";
export type { Manifest } from "./format.ts";
export { readManifest, restoreBackup, type RestoreOptions } from "./restore.ts";
export { type BackupOptions, writeBackup } from "./write.ts";
