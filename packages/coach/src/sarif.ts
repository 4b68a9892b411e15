import { rules } from "./catalogue.ts";
import type { LintFinding } from "./lint.ts";
import type { Severity } from "./remark.ts";

/** The part of SARIF 2.1.0 that the coach writes. */
export interface SarifLog {
  $schema: string;
  version: "2.1.0";
  runs: SarifRun[];
}

interface SarifRun {
  tool: { driver: { name: string; informationUri: string; rules: SarifRule[] } };
  columnKind: "utf16CodeUnits";
  results: SarifResult[];
}

interface SarifRule {
  id: string;
  name: string;
  shortDescription: { text: string };
  fullDescription: { text: string };
  help: { text: string };
  defaultConfiguration: { level: Level };
}

interface SarifResult {
  ruleId: string;
  ruleIndex: number;
  level: Level;
  message: { text: string };
  locations: {
    physicalLocation: {
      artifactLocation: { uri: string };
      region: { startLine: number; startColumn: number; endLine: number; endColumn: number };
    };
  }[];
}

type Level = "error" | "warning" | "note";

const suppressionRule: SarifRule = {
  id: "suppression",
  name: "Suppression",
  shortDescription: { text: "A suppression without effect" },
  fullDescription: { text: "A suppression comment needs the name of a rule and a reason." },
  help: { text: "Write <!-- morrow-coach ignore RULE -- reason --> above the block." },
  defaultConfiguration: { level: "warning" },
};

/** Findings as a SARIF 2.1.0 log, the format code hosts read. */
export function toSarif(findings: readonly LintFinding[]): SarifLog {
  const described = [...rules.map(describe), suppressionRule];
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "morrow-coach",
            informationUri: "https://github.com/morrow/morrow",
            rules: described,
          },
        },
        columnKind: "utf16CodeUnits",
        results: findings.map((finding) => resultOf(finding, described)),
      },
    ],
  };
}

function describe(rule: (typeof rules)[number]): SarifRule {
  return {
    id: rule.id,
    name: rule.title,
    shortDescription: { text: rule.title },
    fullDescription: { text: rule.why },
    help: { text: `${rule.question}\n\nInstead of: ${rule.example}\nFor example: ${rule.betterExample}` },
    defaultConfiguration: { level: "error" },
  };
}

function resultOf(finding: LintFinding, described: readonly SarifRule[]): SarifResult {
  return {
    ruleId: finding.ruleId,
    ruleIndex: described.findIndex((rule) => rule.id === finding.ruleId),
    level: levelOf(finding.severity),
    message: { text: `${finding.message} ${finding.question}` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: encodeURI(finding.path.replaceAll("\\", "/")) },
          region: {
            startLine: finding.line,
            startColumn: finding.column,
            endLine: finding.endLine,
            endColumn: finding.endColumn,
          },
        },
      },
    ],
  };
}

function levelOf(severity: Severity): Level {
  return severity === "suggestion" ? "note" : severity;
}
