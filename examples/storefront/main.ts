/** `npm run storefront`: the shop and its services, until Ctrl-C. PORT for another port than 4880. */
import { faultsFromEnvironment, faultsFromFile, faultsFromMorrow } from "@morrow/resilience/control";

import { startStorefront } from "./storefront.ts";

const { PORT, FAULTS_FILE, MORROW_FAULT_POINTS_URL } = process.env;

const port = Number(PORT ?? 4880);
const storefront = await startStorefront({ port }).catch((error: unknown) => {
  if (!(error instanceof Error && "code" in error && error.code === "EADDRINUSE")) throw error;
  process.stderr.write(`Port ${port} is taken. For another one: PORT=${port + 1} npm run storefront\n`);
  process.exit(1);
});
// The first request of a process loads code that is lazy; nobody should have to wait for that, or be given a stand-in.
await fetch(storefront.url);

// Who may break something: MORROW_FAULT_RULES, a file, and `morrow fault-points set`, whether its controller runs already or not.
const faults = [
  faultsFromEnvironment(),
  ...(FAULTS_FILE === undefined ? [] : [faultsFromFile(FAULTS_FILE)]),
  faultsFromMorrow({ service: "storefront", url: MORROW_FAULT_POINTS_URL ?? "http://127.0.0.1:5032" }),
];

const lines = storefront.services.map(({ name, url, pid }) => `  ${name.padEnd(18)}${url}  kill ${pid}\n`);
process.stdout.write(
  `The shop is open: ${storefront.url}\nIts services, each to be taken away:\n${lines.join("")}`,
);

for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.once(signal, () => {
    for (const feed of faults) feed.close();
    void storefront.close();
  });
