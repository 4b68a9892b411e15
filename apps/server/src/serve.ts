import { serve } from "@hono/node-server";
import { Temporal } from "temporal-polyfill";

import { demoPassword, emailOf } from "./demo/people.ts";
import type { Adapters, Morrow } from "./compose.ts";
import { ConfigError, type Config } from "./config.ts";
import { type Engine, openDatabase } from "./platform/db/index.ts";
import { mountWeb } from "./platform/http/web.ts";
import { createLog } from "./platform/log/log.ts";
import { openSpine, type Spine } from "./platform/spine/index.ts";

/**
 * Opens what Morrow needs, composes the features, listens, and closes in order.
 * @param engine the embedded database on its way; undefined with a PostgreSQL server
 */
export async function serveMorrow(config: Config, engine: Promise<Engine> | undefined): Promise<void> {
  const log = createLog(config.logLevel);
  const opening = openDatabase(config.database, { log, engine });
  // Loading the features takes about as long as opening the database does on its thread: both at once.
  const [{ compose }, db] = await Promise.all([import("./compose.ts"), opening]);
  const spine = await openSpine(db);
  keepAnswersForAWeek(spine, (error) => log.error({ err: error }, "old answers could not be forgotten"));
  const publicUrl = config.publicUrl ?? `http://${config.host}:${config.port}`;
  const morrow = compose({ db, spine, log, publicUrl, now: () => new Date().toISOString() });
  morrow.api.finish();
  await mountWeb(morrow.api.app);
  if (config.demo) await fillWhenEmpty(morrow, config, { db, log });
  await createFirstAdministrator(morrow, config);

  const server = serve({ fetch: morrow.api.app.fetch, hostname: config.host, port: config.port }, () =>
    announce(morrow, publicUrl, log.error.bind(log)),
  );
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    server.close();
    if ("closeAllConnections" in server) server.closeAllConnections();
    void spine
      .stop()
      .then(() => db.close())
      .then(() => process.exit());
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
  server.on("error", (error: NodeJS.ErrnoException) => {
    say(
      error.code === "EADDRINUSE"
        ? `Port ${config.port} is in use. Choose another one with PORT=4801 npm start.`
        : error.message,
    );
    process.exitCode = 1;
    stop();
  });
}

/** Answers kept for repeated requests: a client that was away for longer asks anew. */
function keepAnswersForAWeek(spine: Spine, fail: (error: unknown) => void): void {
  const forget = () => {
    const before = Temporal.Now.instant()
      .subtract({ hours: 24 * 7 })
      .toString();
    spine.forgetAnswers(before).catch(fail);
  };
  forget();
  setInterval(forget, 6 * 60 * 60 * 1_000).unref();
}

async function createFirstAdministrator(morrow: Morrow, config: Config): Promise<void> {
  const { setup } = morrow.people;
  if (config.administrator === null || (await setup.state()).done) return;
  const { email, password } = config.administrator;
  await setup.complete({
    organisation: config.organisation,
    name: email.split("@")[0] ?? email,
    email,
    password,
  });
}

/** The sample goes into an empty Morrow only, and only where nobody else can reach it: its passwords are known. */
async function fillWhenEmpty(
  morrow: Morrow,
  config: Config,
  parts: Pick<Adapters, "db" | "log">,
): Promise<void> {
  if (!["127.0.0.1", "localhost", "::1"].includes(config.host)) {
    throw new ConfigError(
      "--demo serves on this machine's own address only: its passwords are known. Leave MORROW_HOST out.",
    );
  }
  if ((await morrow.people.setup.state()).done) {
    say(
      "This Morrow already holds an organisation; the sample is only put into an empty one (set MORROW_DATA to a new folder).",
    );
    return;
  }
  const { fillDemo } = await import("./demo/index.ts");
  await fillDemo(parts, (done, of) => say(`Telling the sample's stories: ${done} of ${of}`));
  say(`Sign in as ${emailOf("ada")} (administrator) or ${emailOf("ben")} (member), password ${demoPassword}`);
}

function announce(morrow: Morrow, url: string, fail: (error: unknown) => void): void {
  say(`Morrow is at ${url}`);
  morrow.people.setup.state().then((state) => {
    if (!state.done) say(`Set it up once, with this link: ${morrow.people.setup.link}`);
  }, fail);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
