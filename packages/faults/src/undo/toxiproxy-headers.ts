/** Headers of every request to a Toxiproxy-compatible API; Morrow's asks for a token where it was started with one. */
export function toxiproxyHeaders(): Record<string, string> {
  const token = process.env["MORROW_PROXY_TOKEN"];
  const headers = { "User-Agent": "morrow" };
  return token === undefined || token === "" ? headers : { ...headers, Authorization: `Bearer ${token}` };
}
