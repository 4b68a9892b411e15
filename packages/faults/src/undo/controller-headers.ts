/** Headers of every request to a controller of fault points, which asks for a token where it was started with one. */
export function controllerHeaders(): Record<string, string> {
  const token = process.env["MORROW_FAULT_POINTS_TOKEN"];
  const headers = { "User-Agent": "morrow", "Content-Type": "application/json" };
  return token === undefined || token === "" ? headers : { ...headers, Authorization: `Bearer ${token}` };
}
