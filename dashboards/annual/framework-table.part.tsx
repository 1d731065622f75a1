import type { JSX } from 'preact';
import { MarkList } from '../figures/mark-list.part.js';
import { explained } from '../figures/marks.words.js';
import type { ReleasedRow } from '../query-client/releases.fact.js';
import { releasedText } from '../scrutiny/compared-rows.story.js';
import type { MeasureNames } from './measure-names.rule.js';

interface FrameworkTablesProps {
  readonly rows: readonly ReleasedRow[];
  readonly names: MeasureNames;
}

/** Every row of the framework in a year, a table for each section, with gaps and texts, and the marks explained. */
export function FrameworkTables({ rows, names }: FrameworkTablesProps): JSX.Element {
  const sections = [...Map.groupBy(rows, ({ framework }) => names.sectionOf(framework))];
  return (
    <>
      {sections.map(([section, ofSection], index) => (
        <table class="ds_table rows">
          <caption class="rows__caption" id={`table-${index + 1}`}>
            {section}
          </caption>
          <thead class="rows__head">
            <tr>
              <th scope="col">Measure</th>
              <th scope="col">What stands for it</th>
              <th scope="col">Figure, or what was told</th>
            </tr>
          </thead>
          <tbody>
            {ofSection.map((row) => (
              <tr>
                <th scope="row" class="rows__measure">
                  {row.title} ({row.framework})
                </th>
                <td>{names.evidenceOf(row)}</td>
                <td class="annual__told">
                  {releasedText(row)}
                  {row.value !== null && row.text !== null ? <p class="annual__note">{row.text}</p> : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
      <MarkList
        marks={explained(rows.flatMap(({ text, value, status }) => (text === null || value !== null ? status : [])))}
      />
    </>
  );
}
