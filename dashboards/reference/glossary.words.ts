/** A term as the pages use it. */
export interface Term {
  /** Names the term in addresses: `/glossary#provisional`. */
  readonly id: string;
  readonly term: string;
  /** Sentences of at most 25 words. */
  readonly meaning: string;
}

/** Every term that pages use and a reader may not know, in the order of the alphabet. */
export const glossary: readonly Term[] = [
  {
    id: 'appeal',
    term: 'Appeal',
    meaning:
      'Asking an independent tribunal to look at a decision. A redetermination, or the time allowed for one, comes first.',
  },
  {
    id: 'application',
    term: 'Application',
    meaning: 'Asking for a benefit. One person may make several, and each is counted by itself.',
  },
  {
    id: 'as-known-on',
    term: 'As known on',
    meaning: 'The day up to whose end things were recorded. What came in later is not in the figure.',
  },
  {
    id: 'benefit',
    term: 'Benefit',
    meaning: 'Money that people can get from social security, such as Scottish Child Payment.',
  },
  {
    id: 'break-in-series',
    term: 'Break in a series, [b]',
    meaning: 'From here on the figure is counted in another way. Do not compare across a break.',
  },
  {
    id: 'charter',
    term: 'Charter',
    meaning:
      'What the government and the agency have promised to people who claim social security benefits in Scotland.',
  },
  {
    id: 'counted-to',
    term: 'Counted to',
    meaning: 'Everything that came in before this moment is in the figure.',
  },
  {
    id: 'denominator',
    term: 'Denominator',
    meaning: 'How many things a share is a share of. In “73 of 80” it is 80.',
  },
  {
    id: 'edition',
    term: 'Edition',
    meaning: 'A version of the charter. There is one of 2019 and one of 2024.',
  },
  {
    id: 'event',
    term: 'Event',
    meaning: 'A note that something happened, such as “a decision was made”. Every figure is counted from events.',
  },
  {
    id: 'evidence',
    term: 'Evidence',
    meaning:
      'What shows whether a promise is kept: something counted, a survey, a reported figure, or an account in words.',
  },
  {
    id: 'financial-year',
    term: 'Financial year',
    meaning: '1 April to 31 March. “2025-26” began on 1 April 2025 and ended on 31 March 2026.',
  },
  {
    id: 'framework',
    term: 'Framework',
    meaning: 'The list of measures by which the charter is judged once a year.',
  },
  {
    id: 'gap',
    term: 'Gap',
    meaning: 'A promise or a measure that nothing reports yet. Gaps are listed by name and never hidden.',
  },
  {
    id: 'suppressed',
    term: 'Held back (suppressed), [c]',
    meaning:
      'The number is so small that it could point to a person, or would give away one that is. So it is not shown.',
  },
  {
    id: 'interval',
    term: 'Interval',
    meaning:
      'A range around a share. It shows how much the share could move from one period to the next by chance alone.',
  },
  {
    id: 'measure',
    term: 'Measure',
    meaning: 'A rule that says what is counted, and when. Each has a definition and a version.',
  },
  {
    id: 'median',
    term: 'Middle number (median)',
    meaning: 'Put in order, half of the times are shorter and half are longer.',
  },
  {
    id: 'not-applicable',
    term: 'Not applicable, [z]',
    meaning: 'There was nothing to count, so no share can be given. This is not the same as zero.',
  },
  {
    id: 'not-available',
    term: 'Not available, [x]',
    meaning: 'The figure cannot be worked out, although there should be one.',
  },
  {
    id: 'numerator',
    term: 'Numerator',
    meaning: 'How many things a share counts. In “73 of 80” it is 73.',
  },
  {
    id: 'provisional',
    term: 'Provisional, [p]',
    meaning: 'The figure may still change, because late events can come in.',
  },
  {
    id: 'publication-step',
    term: 'Publication step',
    meaning: 'The moment at which figures for scrutiny move. Between two steps they stay as they are.',
  },
  {
    id: 'redetermination',
    term: 'Redetermination',
    meaning: 'Asking the agency to decide again, by somebody else and from the beginning.',
  },
  {
    id: 'proxy',
    term: 'Related figure (proxy)',
    meaning: 'A figure that is close to what was promised but does not measure it. It never counts as the evidence.',
  },
  {
    id: 'release',
    term: 'Release',
    meaning: 'A year of figures, frozen and published. A release never changes. A correction is a new release.',
  },
  {
    id: 'revised',
    term: 'Revised, [r]',
    meaning: 'The figure is not the one that was last published.',
  },
  {
    id: 'synthetic',
    term: 'Synthetic',
    meaning: 'Made up. No figure on this site is about real people.',
  },
  {
    id: 'target',
    term: 'Target',
    meaning: 'What a figure should reach. It comes from the law, from the agency, or is only a demonstration value.',
  },
  {
    id: 'working-day',
    term: 'Working day',
    meaning: 'Monday to Friday, without the bank holidays of Scotland.',
  },
];
