import { expect, it } from "vitest";
import { paths } from "../paths.ts";
import { placeAt } from "./placeAt.ts";

it.each([
  [paths.home(), paths.home()],
  [paths.incidents(), paths.incidents()],
  [paths.incident("INC-7"), paths.incidents()],
  [paths.retrospective("INC-7"), paths.retrospectives()],
  [paths.editRetrospective("INC-7"), paths.retrospectives()],
  [paths.countermeasure("CM-2"), paths.countermeasures()],
  [paths.search(), paths.search()],
  [paths.people(), null],
  ["/incidentsandmore", null],
])("%s belongs to %s", (page, place) => {
  expect(placeAt(page)).toBe(place);
});
