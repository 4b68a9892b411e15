/** Signs in over the API. @returns the cookie of the session, as a request carries it */
export async function signIn(url: string, who: { email: string; password: string }): Promise<string> {
  const response = await fetch(`${url}/api/session`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ email: who.email, password: who.password }),
  });
  const cookie = response.headers.get("set-cookie")?.split(";")[0];
  if (!response.ok || cookie === undefined)
    throw new Error(`${who.email} could not sign in: ${response.status} ${await response.text()}`);
  return cookie;
}
