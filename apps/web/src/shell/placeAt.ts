import { matchPath } from "react-router";
import { paths, patterns } from "../paths.ts";

/** @returns the address of the place of the rail that a page belongs to; a retrospective lies under its incident's address, and belongs
 *  to the retrospectives all the same. Null for pages that no place leads to. */
export function placeAt(pathname: string): string | null {
  if (pathname === paths.home()) return paths.home();
  const retrospective = [patterns.retrospective, patterns.editRetrospective];
  if (retrospective.some((pattern) => matchPath(pattern, pathname) !== null)) return paths.retrospectives();
  const places = [paths.incidents(), paths.retrospectives(), paths.countermeasures(), paths.search()];
  return places.find((place) => pathname === place || pathname.startsWith(`${place}/`)) ?? null;
}
