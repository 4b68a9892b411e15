/** A header's value by its lower-case name. Whatever is not one string, as a header that came twice, is as if absent. */
export type HeaderReader = (name: string) => unknown;
