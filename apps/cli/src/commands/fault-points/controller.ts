import type { ControllerClient } from "@morrow/resilience/controller";
import type { Command } from "commander";

import { printNote } from "../../output/print.ts";
import { Usage } from "../../output/usage.ts";

export interface ControllerOptions {
  url: string;
  token?: string;
}

/** Which controller a command asks. */
export function withController(command: Command): Command {
  return command
    .option(
      "--url <origin>",
      "the controller (or MORROW_FAULT_POINTS_URL)",
      process.env["MORROW_FAULT_POINTS_URL"] ?? "http://127.0.0.1:5032",
    )
    .option("--token <secret>", "what it was started with (or MORROW_FAULT_POINTS_TOKEN)");
}

export function tokenOf({ token }: { token?: string }): string | undefined {
  const given = token ?? process.env["MORROW_FAULT_POINTS_TOKEN"];
  return given === "" ? undefined : given;
}

/** Asks the controller, and says on standard error what it refused (exit code 1), or that there is none (exit code 3). */
export async function askController(
  options: ControllerOptions,
  ask: (client: ControllerClient) => Promise<void>,
): Promise<void> {
  if (!URL.canParse(options.url) || !/^https?:/i.test(options.url))
    throw new Usage(`The address of a controller is an http or https URL, not ${options.url}.`);
  // Loaded here, so that other commands start without it.
  const { controllerAt, ControllerError, ControllerUnreachable } =
    await import("@morrow/resilience/controller");
  try {
    await ask(controllerAt({ url: options.url, token: tokenOf(options) }));
  } catch (error) {
    if (error instanceof ControllerUnreachable) {
      printNote(`morrow: ${error.message} Start one with: morrow fault-points serve`);
      process.exitCode = 3;
    } else if (error instanceof ControllerError) {
      const places = error.fields.map(({ path, message }) => `\n  ${path.join(".")}: ${message}`);
      printNote(`morrow: ${error.message}${places.join("")}`);
      process.exitCode = 1;
    } else throw error;
  }
}
