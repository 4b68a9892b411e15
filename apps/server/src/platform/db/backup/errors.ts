/** The file is no backup, was cut off, or was changed. Nothing was restored. */
export class BackupDamaged extends Error {
  override readonly name = "BackupDamaged";
  readonly code = "backup_damaged";

  constructor(what: string, options?: ErrorOptions) {
    super(`This backup can't be restored: ${what}. Nothing was changed.`, options);
  }
}

/** The backup was written by a newer Morrow than this one. Nothing was restored. */
export class BackupTooNew extends Error {
  override readonly name = "BackupTooNew";
  readonly code = "backup_too_new";

  constructor(unknown: readonly string[]) {
    super(
      `This backup was written by a newer version of Morrow (it knows ${unknown.join(", ")}). ` +
        "Restore it with that version or a later one. Nothing was changed.",
    );
  }
}

/** A backup is only restored into an empty database, so that it can't destroy anything. */
export class DatabaseNotEmpty extends Error {
  override readonly name = "DatabaseNotEmpty";
  readonly code = "database_not_empty";

  constructor() {
    super(
      "The database already holds data. Restore into an empty one: a new MORROW_DATA folder or a new database.",
    );
  }
}
