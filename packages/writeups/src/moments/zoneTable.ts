/**
 * Zone abbreviations met in write-ups. Offsets from the IANA Time Zone Database (tzdata, files `northamerica`, `europe`,
 * `asia`, `australasia`); the double meanings are those listed in its `theory.html` ("Time zone abbreviations") and in
 * RFC 9557's advice that abbreviations identify no zone.
 */
export interface ZoneMeaning {
  /** Offset the abbreviation literally names. */
  offset: string;
  /** For a person. */
  name: string;
  /** A place that uses it; its wall clock tells whether the abbreviation fits the date. */
  iana: string;
}

const meaning = (offset: string, name: string, iana: string): ZoneMeaning => ({ offset, name, iana });

/** Abbreviation → what it can mean. More than one meaning is a question to the person. */
export const zoneTable: ReadonlyMap<string, readonly ZoneMeaning[]> = new Map([
  ["EST", [meaning("-05:00", "US Eastern Standard Time", "America/New_York")]],
  ["EDT", [meaning("-04:00", "US Eastern Daylight Time", "America/New_York")]],
  [
    "CST",
    [
      meaning("-06:00", "US Central Standard Time", "America/Chicago"),
      meaning("+08:00", "China Standard Time", "Asia/Shanghai"),
      meaning("-05:00", "Cuba Standard Time", "America/Havana"),
    ],
  ],
  [
    "CDT",
    [
      meaning("-05:00", "US Central Daylight Time", "America/Chicago"),
      meaning("-04:00", "Cuba Daylight Time", "America/Havana"),
    ],
  ],
  ["MST", [meaning("-07:00", "US Mountain Standard Time", "America/Denver")]],
  ["MDT", [meaning("-06:00", "US Mountain Daylight Time", "America/Denver")]],
  ["PST", [meaning("-08:00", "US Pacific Standard Time", "America/Los_Angeles")]],
  ["PDT", [meaning("-07:00", "US Pacific Daylight Time", "America/Los_Angeles")]],
  ["AKST", [meaning("-09:00", "Alaska Standard Time", "America/Anchorage")]],
  ["AKDT", [meaning("-08:00", "Alaska Daylight Time", "America/Anchorage")]],
  ["HST", [meaning("-10:00", "Hawaii Standard Time", "Pacific/Honolulu")]],
  [
    "AST",
    [
      meaning("-04:00", "Atlantic Standard Time", "America/Halifax"),
      meaning("+03:00", "Arabia Standard Time", "Asia/Riyadh"),
    ],
  ],
  ["ADT", [meaning("-03:00", "Atlantic Daylight Time", "America/Halifax")]],
  ["BRT", [meaning("-03:00", "Brasilia Time", "America/Sao_Paulo")]],
  ["ART", [meaning("-03:00", "Argentina Time", "America/Argentina/Buenos_Aires")]],
  ["WET", [meaning("+00:00", "Western European Time", "Europe/Lisbon")]],
  ["WEST", [meaning("+01:00", "Western European Summer Time", "Europe/Lisbon")]],
  [
    "BST",
    [
      meaning("+01:00", "British Summer Time", "Europe/London"),
      meaning("+06:00", "Bangladesh Standard Time", "Asia/Dhaka"),
      meaning("+11:00", "Bougainville Standard Time", "Pacific/Bougainville"),
    ],
  ],
  ["CET", [meaning("+01:00", "Central European Time", "Europe/Berlin")]],
  ["CEST", [meaning("+02:00", "Central European Summer Time", "Europe/Berlin")]],
  ["MEZ", [meaning("+01:00", "Mitteleuropäische Zeit", "Europe/Berlin")]],
  ["MESZ", [meaning("+02:00", "Mitteleuropäische Sommerzeit", "Europe/Berlin")]],
  ["EET", [meaning("+02:00", "Eastern European Time", "Europe/Helsinki")]],
  ["EEST", [meaning("+03:00", "Eastern European Summer Time", "Europe/Helsinki")]],
  ["MSK", [meaning("+03:00", "Moscow Time", "Europe/Moscow")]],
  ["WAT", [meaning("+01:00", "West Africa Time", "Africa/Lagos")]],
  ["CAT", [meaning("+02:00", "Central Africa Time", "Africa/Maputo")]],
  ["EAT", [meaning("+03:00", "East Africa Time", "Africa/Nairobi")]],
  ["TRT", [meaning("+03:00", "Türkiye Time", "Europe/Istanbul")]],
  ["COT", [meaning("-05:00", "Colombia Time", "America/Bogota")]],
  ["PET", [meaning("-05:00", "Peru Time", "America/Lima")]],
  ["NPT", [meaning("+05:45", "Nepal Time", "Asia/Kathmandu")]],
  ["SAST", [meaning("+02:00", "South Africa Standard Time", "Africa/Johannesburg")]],
  [
    "IST",
    [
      meaning("+05:30", "India Standard Time", "Asia/Kolkata"),
      meaning("+02:00", "Israel Standard Time", "Asia/Jerusalem"),
      meaning("+01:00", "Irish Standard Time", "Europe/Dublin"),
    ],
  ],
  ["IDT", [meaning("+03:00", "Israel Daylight Time", "Asia/Jerusalem")]],
  ["PKT", [meaning("+05:00", "Pakistan Time", "Asia/Karachi")]],
  ["ICT", [meaning("+07:00", "Indochina Time", "Asia/Bangkok")]],
  ["WIB", [meaning("+07:00", "Western Indonesia Time", "Asia/Jakarta")]],
  ["SGT", [meaning("+08:00", "Singapore Time", "Asia/Singapore")]],
  ["HKT", [meaning("+08:00", "Hong Kong Time", "Asia/Hong_Kong")]],
  ["PHT", [meaning("+08:00", "Philippine Time", "Asia/Manila")]],
  ["AWST", [meaning("+08:00", "Australian Western Standard Time", "Australia/Perth")]],
  ["JST", [meaning("+09:00", "Japan Standard Time", "Asia/Tokyo")]],
  ["KST", [meaning("+09:00", "Korea Standard Time", "Asia/Seoul")]],
  ["ACST", [meaning("+09:30", "Australian Central Standard Time", "Australia/Adelaide")]],
  ["ACDT", [meaning("+10:30", "Australian Central Daylight Time", "Australia/Adelaide")]],
  ["AEST", [meaning("+10:00", "Australian Eastern Standard Time", "Australia/Sydney")]],
  ["AEDT", [meaning("+11:00", "Australian Eastern Daylight Time", "Australia/Sydney")]],
  ["NZST", [meaning("+12:00", "New Zealand Standard Time", "Pacific/Auckland")]],
  ["NZDT", [meaning("+13:00", "New Zealand Daylight Time", "Pacific/Auckland")]],
]);

/** Names that mean a place's wall clock, summer and winter alike: no choice is left by them. */
export const wallClocks: ReadonlyMap<string, string> = new Map([
  ["ET", "America/New_York"],
  ["CT", "America/Chicago"],
  ["MT", "America/Denver"],
  ["PT", "America/Los_Angeles"],
  ["EASTERN", "America/New_York"],
  ["CENTRAL", "America/Chicago"],
  ["MOUNTAIN", "America/Denver"],
  ["PACIFIC", "America/Los_Angeles"],
  ["AET", "Australia/Sydney"],
  ["CET/CEST", "Europe/Berlin"],
  ["CEST/CET", "Europe/Berlin"],
  ["EET/EEST", "Europe/Helsinki"],
  ["WET/WEST", "Europe/Lisbon"],
  ["GMT/BST", "Europe/London"],
  ["BST/GMT", "Europe/London"],
  ["PST/PDT", "America/Los_Angeles"],
  ["PDT/PST", "America/Los_Angeles"],
  ["MST/MDT", "America/Denver"],
  ["CST/CDT", "America/Chicago"],
  ["EST/EDT", "America/New_York"],
  ["EDT/EST", "America/New_York"],
]);

/** Long names and the abbreviation they spell out. */
export const longNames: ReadonlyMap<string, string> = new Map([
  ["JAPAN TIME", "JST"],
  ["TOKYO TIME", "JST"],
  ["UK TIME", "GMT/BST"],
  ["LONDON TIME", "GMT/BST"],
  ["BERLIN TIME", "CET/CEST"],
  ["PARIS TIME", "CET/CEST"],
  ["NEW YORK TIME", "ET"],
  ["COORDINATED UNIVERSAL TIME", "UTC"],
  ["GREENWICH MEAN TIME", "GMT"],
  ["BRITISH SUMMER TIME", "+01:00"],
  ["CENTRAL EUROPEAN TIME", "CET"],
  ["CENTRAL EUROPEAN SUMMER TIME", "CEST"],
  ["PACIFIC STANDARD TIME", "PST"],
  ["PACIFIC DAYLIGHT TIME", "PDT"],
  ["MOUNTAIN STANDARD TIME", "MST"],
  ["MOUNTAIN DAYLIGHT TIME", "MDT"],
  ["EASTERN STANDARD TIME", "EST"],
  ["EASTERN DAYLIGHT TIME", "EDT"],
  ["INDIA STANDARD TIME", "+05:30"],
  ["INDIAN STANDARD TIME", "+05:30"],
  ["JAPAN STANDARD TIME", "JST"],
  ["WEST AFRICA TIME", "WAT"],
  ["WEST AFRICAN TIME", "WAT"],
  ["CENTRAL AFRICA TIME", "CAT"],
  ["CENTRAL AFRICAN TIME", "CAT"],
  ["EAST AFRICA TIME", "EAT"],
  ["EAST AFRICAN TIME", "EAT"],
  ["US/PACIFIC", "PT"],
  ["US/EASTERN", "ET"],
  ["US/CENTRAL", "CT"],
  ["US/MOUNTAIN", "MT"],
]);
