/** Another process serves this data folder; two on one folder would corrupt it. */
export class DataFolderInUse extends Error {
  override readonly name = "DataFolderInUse";
  readonly code = "data_folder_in_use";
  readonly folder: string;

  /** `holder` is what the other process wrote about itself, for example "process 4711 on db-1". */
  constructor(folder: string, holder: string | null) {
    super(
      `The data folder ${folder} is in use by ${holder ?? "another process"}. ` +
        "Stop that process, or choose another folder with MORROW_DATA.",
    );
    this.folder = folder;
  }
}

/** `read` or `write` was called inside a `read` or `write`; with one connection that would wait for itself for ever. */
export class NestedTransaction extends Error {
  override readonly name = "NestedTransaction";
  readonly code = "nested_transaction";

  constructor(outer: string, inner: string) {
    super(
      `${inner}() was called inside ${outer}(). Pass the transaction handle to the inner function instead of opening a second transaction.`,
    );
  }
}

/** The database was written by a newer Morrow than this one. */
export class DatabaseTooNew extends Error {
  override readonly name = "DatabaseTooNew";
  readonly code = "database_too_new";

  constructor(unknownMigrations: readonly string[]) {
    super(
      `This database was written by a newer version of Morrow (it knows ${unknownMigrations.join(", ")}). ` +
        "Start that version or a later one.",
    );
  }
}

/** The embedded database engine stopped; every later query fails with this until the process starts again. */
export class EngineStopped extends Error {
  override readonly name = "EngineStopped";
  readonly code = "engine_stopped";

  constructor(reason: string) {
    super(`The embedded database has stopped: ${reason}`);
  }
}
