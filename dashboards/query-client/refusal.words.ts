/** Why query could not answer, by the member of the question that it names, for somebody who filled in a form. */
const byMember: Readonly<Record<string, string>> = {
  by: 'These choices cannot be used together. Show how people applied or council areas, not both.',
  filter: 'These choices cannot be used together. Choose how people applied or a council area, not both.',
  from: 'Check the first date. It must not be after the last one, nor too far back.',
  to: 'Check the dates. The first must not be after the last one.',
  asOf: 'Check the day under “As known on”. It cannot be after today; scrutiny bodies choose a publication step.',
};

/** The reason in words. */
export function refusalWords(member: string | null): string {
  return byMember[member ?? ''] ?? 'Something in the address of the page does not fit.';
}
