import type { JSX } from 'preact';
import type { Story } from './figure.story.js';
import { MarkList } from './mark-list.part.js';

/** The figures of a story as a table, in a region that can be scrolled by keyboard, with the marks that occur explained. */
export function FigureTable({ story, id }: { readonly story: Story; readonly id: string }): JSX.Element {
  const { columns, rows, marks } = story.table;
  const caption = `${id}-table`;
  return (
    <>
      <section class="figure__scroller" tabIndex={0} aria-labelledby={caption}>
        <table class="ds_table figure__table">
          <caption class="visually-hidden" id={caption}>
            {story.subtitle}
          </caption>
          <thead>
            <tr>
              {columns.map(({ name, unit }) => (
                <th scope="col">{unit === null ? name : `${name} (${unit})`}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([period, ...cells]) => (
              <tr>
                <th scope="row">{period}</th>
                {cells.map((cell) => (
                  <td>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <MarkList marks={marks} />
    </>
  );
}
