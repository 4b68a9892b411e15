/** The one way tests and tools start a browser: a Chromium from npm, so that a bare Linux machine needs no system install.
    MORROW_CHROME names another one, for machines that package does not serve (macOS, ARM). */
import { chromium, type Browser } from "playwright-core";
import sparticuz from "@sparticuz/chromium";

const quiet = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** A fresh browser with a fresh profile (playwright makes and removes it). The caller closes it. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = process.env["MORROW_CHROME"] ?? (await sparticuz.executablePath());
  // Chromium refuses its sandbox to root, which is who runs in most containers.
  const sandbox = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  return await chromium.launch({ executablePath, args: [...quiet, ...sandbox], headless: true });
}
