/** A Markdown table whose first columns are words and whose others are figures, to the right. */
export function toMarkdown(header: readonly string[], rows: readonly (readonly string[])[], wordColumns = 1): string {
  const rule = header.map((_, column) => (column < wordColumns ? '---' : '---:'));
  return [header, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
