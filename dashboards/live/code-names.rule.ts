/** Codes that the register has no name for, as people say them. */
const names: Readonly<Record<string, string>> = {
  online: 'online',
  phone: 'by phone',
  paper: 'on paper',
  'in-person': 'in person',
  'local-delivery': 'through local delivery',
  'not-recorded': 'not recorded',
};

/** A code in words. */
export function codeName(code: string): string {
  return names[code] ?? code.replaceAll('-', ' ');
}
