/**
 * A file to be kept: never shown in the page's own origin, whatever it contains.
 * `name` is ASCII of our own making; see {@link fileName}.
 */
export function attachment(body: string | Uint8Array<ArrayBuffer>, type: string, name: string): Response {
  return new Response(body, {
    status: 200,
    headers: {
      "content-type": type,
      "content-disposition": `attachment; filename="${name}"`,
      "content-security-policy":
        "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data: https:",
      "cache-control": "no-store",
    },
  });
}

/** INC-142-the-search-index-was-full.md: letters, digits and hyphens only. */
export function fileName(reference: string, title: string, extension: string): string {
  const slug = title
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "")
    .slice(0, 60)
    .replace(/-+$/, "");
  return `${slug === "" ? reference : `${reference}-${slug}`}.${extension}`;
}
