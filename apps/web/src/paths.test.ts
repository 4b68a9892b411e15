import { describe, expect, it } from "vitest";
import { isOwnPath, paths, queryString } from "./paths.ts";

describe("paths", () => {
  it("builds short addresses from references", () => {
    expect(paths.incident("INC-142")).toBe("/incidents/INC-142");
    expect(paths.editRetrospective("INC-142")).toBe("/incidents/INC-142/retrospective/edit");
    expect(paths.countermeasure("CM-12")).toBe("/countermeasures/CM-12");
  });

  it("keeps filters in the address and drops empty ones", () => {
    expect(paths.incidents({ severity: ["SEV1", "SEV2"], team: "", open: true })).toBe(
      "/incidents?severity=SEV1&severity=SEV2&open=true",
    );
    expect(queryString({})).toBe("");
    expect(paths.search("dns cache")).toBe("/search?q=dns+cache");
  });

  it("cannot be led out of its own segment", () => {
    expect(paths.incident("../people")).toBe("/incidents/..%2Fpeople");
  });

  it("remembers only paths of this site for after the sign-in", () => {
    expect(paths.signIn("/incidents/INC-1")).toBe("/sign-in?next=%2Fincidents%2FINC-1");
    for (const foreign of [
      "//evil.example",
      "/\\evil.example",
      "https://evil.example",
      "javascript:alert(1)",
    ]) {
      expect(isOwnPath(foreign)).toBe(false);
      expect(paths.signIn(foreign)).toBe("/sign-in");
    }
  });
});
