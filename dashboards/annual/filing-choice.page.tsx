import type { JSX } from 'preact';
import { Document, type Frame } from '../layout/document.page.js';
import { kindsOf, type FrameworkMeasure } from './fileable.rule.js';

interface FilingChoiceProps {
  readonly frame: Frame;
  /** In the register's order. */
  readonly measures: readonly FrameworkMeasure[];
}

/** Every measure that something is filed for, by section. */
export function FilingChoicePage({ frame, measures }: FilingChoiceProps): JSX.Element {
  const fileable = measures.filter((measure) => kindsOf(measure).length > 0);
  const sections = [...new Set(fileable.map(({ section }) => section))];
  return (
    <Document
      frame={frame}
      title="What can be filed"
      crumbs={[{ title: 'Annual', href: '/annual' }, { title: 'File' }]}
    >
      <h1>What can be filed</h1>
      <p>Most measures are counted. For these, somebody reports a figure or tells in words what was done.</p>
      {sections.map((section, index) => (
        <section aria-labelledby={`section-${index + 1}`}>
          <h2 id={`section-${index + 1}`}>{section}</h2>
          <ul>
            {fileable
              .filter((measure) => measure.section === section)
              .map(({ id, title }) => (
                <li>
                  <a href={`/annual/file?measure=${id}`}>
                    {title} ({id})
                  </a>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </Document>
  );
}
