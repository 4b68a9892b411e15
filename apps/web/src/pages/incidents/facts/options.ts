import type { Option } from "../../../components/Combobox.tsx";

/** For choices that are their own name: services, tags. */
export function optionOf(text: string): Option {
  return { value: text, label: text };
}

export function valuesOf(options: readonly Option[]): string[] {
  return options.map(({ value }) => value);
}
