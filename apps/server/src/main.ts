import { ConfigError, readConfig } from "./config.ts";
import { startEngineThread } from "./platform/db/embedded/engine.ts";
import { DataFolderInUse } from "./platform/db/errors.ts";

/**
 * Morrow's one process. The embedded database takes longest to start and does so on a thread of its own: it is begun
 * before anything else is loaded, so this file imports little.
 */
async function main(): Promise<void> {
  const config = readConfig(process.env, process.argv.slice(2));
  const engine =
    "dataFolder" in config.database
      ? // Without its database there is nothing to serve; whoever keeps Morrow running starts it again.
        startEngineThread({ folder: config.database.dataFolder, durable: true }, () => process.exit(1))
      : undefined;
  // Who opens the database hears of a failure; until then it must not count as unheard.
  engine?.catch(() => undefined);
  const { serveMorrow } = await import("./serve.ts");
  await serveMorrow(config, engine);
}

main().catch((error: unknown) => {
  const expected = error instanceof ConfigError || error instanceof DataFolderInUse;
  process.stderr.write(
    `${expected ? error.message : error instanceof Error ? error.stack : String(error)}\n`,
  );
  process.exit(1);
});
