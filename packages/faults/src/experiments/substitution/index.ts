export { substitute, SubstitutionFailed, type Variables } from "./substitute.ts";
