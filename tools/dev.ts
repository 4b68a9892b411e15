import { spawn, type ChildProcess } from "node:child_process";

/** `npm run dev`: the server restarting on changes, and the pages with hot reload on http://127.0.0.1:4801. */
const children: ChildProcess[] = [
  spawn("node", ["--watch", "apps/server/src/main.ts", ...process.argv.slice(2)], { stdio: "inherit" }),
  spawn("vite", ["apps/web", "--host", "127.0.0.1"], { stdio: "inherit" }),
];
const stop = () => children.forEach((child) => child.kill("SIGTERM"));
process.on("SIGINT", stop);
process.on("SIGTERM", stop);
for (const child of children) child.on("exit", stop);
