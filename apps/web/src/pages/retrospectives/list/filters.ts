/** The filters that an address names, as the list is asked for them; unknown words are left out. */
export function filtersOf(address: URLSearchParams) {
  const text = (name: string) => {
    const value = address.get(name)?.trim().slice(0, 60);
    return value === undefined || value === "" ? {} : { [name]: value };
  };
  const flag = (name: string) => (address.get(name) === "true" ? { [name]: "true" as const } : {});
  const state = address.get("state");
  const query: {
    mine?: "true";
    overdue?: "true";
    service?: string;
    tag?: string;
    state?: "draft" | "published";
  } = {
    ...flag("mine"),
    ...flag("overdue"),
    ...text("service"),
    ...text("tag"),
    ...(state === "draft" || state === "published" ? { state } : {}),
  };
  return query;
}

/** The address with one filter changed; an empty value takes it out. */
export function withFilter(address: URLSearchParams, name: string, value: string): URLSearchParams {
  const next = new URLSearchParams(address);
  if (value === "") next.delete(name);
  else next.set(name, value);
  return next;
}
