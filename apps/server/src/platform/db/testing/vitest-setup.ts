import { sharedServerVariable, startPostgres } from "./postgres-server.ts";

/**
 * vitest's globalSetup: with MORROW_TEST_DATABASE=postgres, one server for the whole run, whose databases the test
 * files clone. Otherwise nothing; the few files that need both kinds start a server of their own.
 */
export default async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env["MORROW_TEST_DATABASE"] !== "postgres") return undefined;
  const server = await startPostgres();
  process.env[sharedServerVariable] = server.socketFolder;
  return () => server.stop();
}
