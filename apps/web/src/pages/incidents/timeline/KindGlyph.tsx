import type { TimelineKind, TimelineSource } from "@morrow/domain/timeline";
import {
  Bell,
  Eye,
  FileText,
  Flag,
  FlaskConical,
  GitBranch,
  Hammer,
  Lightbulb,
  Megaphone,
  MessageSquare,
  Pencil,
  Rocket,
  Search,
  Waves,
  type LucideIcon,
} from "lucide-react";

const kinds: Readonly<Record<TimelineKind, LucideIcon>> = {
  detection: Eye,
  hypothesis: Lightbulb,
  investigation: Search,
  action: Hammer,
  effect: Waves,
  decision: GitBranch,
  communication: Megaphone,
  milestone: Flag,
  note: Pencil,
};

const sources: Readonly<Record<TimelineSource, LucideIcon>> = {
  person: Pencil,
  chat: MessageSquare,
  alert: Bell,
  deploy: Rocket,
  import: FileText,
  experiment: FlaskConical,
};

/** Decorative: its word stands beside it. */
export function KindGlyph({ kind, size = 14 }: { kind: TimelineKind; size?: number }) {
  const Glyph = kinds[kind];
  return <Glyph size={size} aria-hidden="true" />;
}

export function SourceGlyph({ source, size = 14 }: { source: TimelineSource; size?: number }) {
  const Glyph = sources[source];
  return <Glyph size={size} aria-hidden="true" />;
}
