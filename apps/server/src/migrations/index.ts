import type { Migration } from "kysely/migration";

import * as spine from "./0001_spine.ts";
import * as people from "./0002_people.ts";
import * as incidents from "./0003_incidents.ts";
import * as retrospectives from "./0004_retrospectives.ts";
import * as countermeasures from "./0005_countermeasures.ts";
import * as writeups from "./0006_writeups.ts";
import * as knowledge from "./0007_knowledge.ts";
import * as writeupIdentity from "./0008_writeup_identity.ts";
import * as onThisDay from "./0009_on_this_day.ts";
import * as titleWords from "./0010_title_words.ts";
import * as retrospectiveComments from "./0011_retrospective_comments.ts";
import * as knowledgeVocabulary from "./0012_knowledge_vocabulary.ts";

/**
 * Every migration by name, in order. Names never change and none is ever removed: a database remembers which it has.
 * Migrations go forwards only; each says in its header whether an older process can run beside it.
 */
export const migrations: Readonly<Record<string, Migration>> = {
  "0001_spine": spine,
  "0002_people": people,
  "0003_incidents": incidents,
  "0004_retrospectives": retrospectives,
  "0005_countermeasures": countermeasures,
  "0006_writeups": writeups,
  "0007_knowledge": knowledge,
  "0008_writeup_identity": writeupIdentity,
  "0009_on_this_day": onThisDay,
  "0010_title_words": titleWords,
  "0011_retrospective_comments": retrospectiveComments,
  "0012_knowledge_vocabulary": knowledgeVocabulary,
};
