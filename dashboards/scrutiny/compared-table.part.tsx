import type { JSX } from 'preact';
import { MarkList } from '../figures/mark-list.part.js';
import { capitalised } from '../figures/sentence.words.js';
import type { ComparedRows } from './compared-rows.story.js';

interface ComparedTableProps {
  readonly id: string;
  readonly caption: string;
  readonly compared: ComparedRows;
}

/** Figures side by side, in a region that can be scrolled by keyboard, with what changed in words. */
export function ComparedTable({ id, caption, compared }: ComparedTableProps): JSX.Element {
  const { of, moments, rows, marks } = compared;
  return (
    <>
      <section class="figure__scroller" tabIndex={0} aria-labelledby={id}>
        <table class="ds_table figure__table">
          <caption class="rows__caption" id={id}>
            {caption}
          </caption>
          <thead>
            <tr>
              <th scope="col">{of}</th>
              {moments.map((moment) => (
                <th scope="col">{moment}</th>
              ))}
              {moments.length > 1 ? <th scope="col">What changed</th> : null}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ label, cells, change }) => (
              <tr>
                <th scope="row">{capitalised(label)}</th>
                {cells.map((cell) => (
                  <td>{cell}</td>
                ))}
                {moments.length > 1 ? <td>{capitalised(change)}</td> : null}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <MarkList marks={marks} />
    </>
  );
}
