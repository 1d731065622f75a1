/** Where a quarantined record lies on the log. */
export interface QuarantinePlace {
  readonly partition: number;
  readonly offset: number;
}

const SHAPE = /^\d{1,9}-\d{1,15}$/;

/** `<partition>-<offset>`: what an entry is called over HTTP. */
export function quarantineIdText({ partition, offset }: QuarantinePlace): string {
  return `${partition}-${offset}`;
}

/** `null` where the text is no id. */
export function readQuarantineId(text: string): QuarantinePlace | null {
  if (!SHAPE.test(text)) return null;
  const [partition = '', offset = ''] = text.split('-');
  return { partition: Number(partition), offset: Number(offset) };
}
