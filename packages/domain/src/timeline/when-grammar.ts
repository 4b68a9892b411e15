/** The shapes of time that the composer understands, as pattern sources without anchors or capturing groups. */
const unit = "(?:s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?)";
const amount = `(?:an?|[0-9]{1,4})\\s*${unit}`;
const clock = "[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\\.[0-9]{1,9})?)?(?:\\s?[ap]m)?";
const day = "(?:today|yesterday|[0-9]{4}-[0-9]{2}-[0-9]{2})";
const zone = "(?:utc|gmt|z|[+-][0-9]{2}(?::?[0-9]{2})?|[a-z]+/[a-z_]+(?:[/+-][a-z0-9_]+)*)";

export const agoPattern = `${amount}(?:\\s+(?:and\\s+)?${amount})?\\s+ago`;
/** A clock, perhaps with a day before and a zone behind it. */
export const clockPattern = `(?:${day}(?:t|,?\\s+(?:at\\s+)?))?${clock}(?:\\s*${zone}(?![a-z0-9]))?`;

export const ago = new RegExp(`^(?:just\\s+now|now|${agoPattern})$`, "i");
export const agoPart = new RegExp(`(an?|[0-9]{1,4})\\s*(${unit})(?![a-z])`, "gi");
export const dayOnly = new RegExp(`^(${day})$`, "i");
export const clockWithDay = new RegExp(
  `^(?:(?<day>${day})(?:t|,?\\s+(?:at\\s+)?))?` +
    "(?<hour>[0-9]{1,2}):(?<minute>[0-9]{2})(?::(?<second>[0-9]{2})(?:\\.[0-9]{1,9})?)?(?:\\s?(?<half>[ap]m))?" +
    `(?:(?<gap>\\s*)(?<zone>${zone}))?$`,
  "i",
);
