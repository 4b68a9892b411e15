import { spawn } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";

/**
 * `npm run test:peers [-- WORD…]`: the same work through the real neighbours and through Morrow, one file *.peer.ts for each neighbour.
 * Those that are not installed are left out, with how to get them. Words are passed on.
 */
const peers = readdirSync(import.meta.dirname).filter((name) => name.endsWith(".peer.ts"));
for (const peer of peers) {
  process.stdout.write(`\n== ${peer.replace(".peer.ts", "")}\n`);
  const code = await new Promise((resolve) => {
    spawn(process.execPath, [join(import.meta.dirname, peer), ...process.argv.slice(2)], {
      stdio: "inherit",
    }).on("exit", resolve);
  });
  if (code !== 0) process.exitCode = 1;
}
