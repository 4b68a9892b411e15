import { createClient, type Client } from "@morrow/client";
import { sessionRoutes } from "@morrow/contract/people";

import { storedSecret } from "./credentials.ts";

export function morrowUrl(): string {
  return (process.env["MORROW_URL"] ?? `http://127.0.0.1:${process.env["PORT"] ?? "4800"}`).replace(
    /\/+$/,
    "",
  );
}

/**
 * A client for the person at this terminal: MORROW_TOKEN, else the stored sign-in, else MORROW_EMAIL and
 * MORROW_PASSWORD (or the MORROW_ADMIN_… pair a server was started with), for scripts.
 */
export async function connect(): Promise<Client> {
  const baseUrl = morrowUrl();
  const token =
    process.env["MORROW_TOKEN"] ?? (await storedSecret(baseUrl)) ?? (await signInFromEnvironment(baseUrl));
  return createClient({ baseUrl, ...(token === null ? {} : { token }) });
}

async function signInFromEnvironment(baseUrl: string): Promise<string | null> {
  const email = process.env["MORROW_EMAIL"] ?? process.env["MORROW_ADMIN_EMAIL"];
  const password = process.env["MORROW_PASSWORD"] ?? process.env["MORROW_ADMIN_PASSWORD"];
  return email === undefined || password === undefined ? null : signIn(baseUrl, email, password);
}

/** @returns the secret of the new session, from its cookie */
export async function signIn(baseUrl: string, email: string, password: string): Promise<string> {
  const response = await createClient({ baseUrl }).open(sessionRoutes.signIn, { body: { email, password } });
  await response.body?.cancel();
  const secret = /morrow_session=([^;]+)/.exec(response.headers.get("set-cookie") ?? "")?.[1];
  if (secret === undefined)
    throw new Error("Morrow answered the sign-in without a session. Is it of the same version?");
  return secret;
}
