/** Words that carry grammar, not subject. They keep their place in the text (phrases count on it) but are not indexed alone. */
export const stopWords: ReadonlySet<string> = new Set(
  `a about above after again all also am an and any are as at be because been before being below between both but by
  can could did do does doing down during each few for from further had has have having he her here hers him his how i
  if in into is it its itself just me more most my no nor not of off on once only or other our ours out over own same
  she should so some such than that the their theirs them then there these they this those through to too under until up
  us very was we were what when where which while who whom why will with would you your yours`.split(/\s+/),
);

/** Words every write-up uses whatever it is about; they say nothing about which failure it was. */
export const writeUpWords: ReadonlySet<string> = new Set(
  `incident incidents postmortem mortem post report experienced experience experiencing experiences impact impacted impacting affected affect affecting affects
  customer customers user users issue issues problem problems began beginning begin started start starting ended
  lasted lasting approximately around roughly about hours hour minutes minute seconds second days day week weeks month
  months year years morning afternoon evening utc gmt est edt pst pdt cet cest bst ist jst kst january february march april may
  june july august september october november december monday tuesday wednesday thursday friday saturday sunday
  significant significantly including included primary primarily core root cause causes caused causing due led leading resulted
  resulting result results company team teams engineer engineers engineering identified resolved resolution restored mitigated mitigation
  various several multiple many numerous period time times duration event events one two three first second third
  company's however additionally specifically subsequently initially initial fully full further services service system systems occurred
  occur stemmed triggered trigger originated known new used using use made make called within across some experienced
  summary overview description status final draft owner owners author authors attendees timeline severity sev`.split(
    /\s+/,
  ),
);
