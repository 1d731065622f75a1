import type { JSX } from 'preact';
import type { ChecksAnswer, YearCheck } from '../query-client/annual.fact.js';
import { kindsOf } from './fileable.rule.js';
import type { MeasureNames } from './measure-names.rule.js';

interface CheckListProps {
  readonly checks: ChecksAnswer;
  readonly names: MeasureNames;
}

/** What to clear before a release, then what to know; each with where to go for it. */
export function CheckList({ checks: { year, checks }, names }: CheckListProps): JSX.Element {
  const blocking = checks.filter(({ weight }) => weight === 'blocks');
  const others = checks.filter(({ weight }) => weight === 'look');
  return (
    <>
      <h3>What blocks a release</h3>
      {blocking.length === 0 ? (
        <p>Nothing blocks a release.</p>
      ) : (
        <Checks year={year} checks={blocking} names={names} />
      )}
      <h3>What to look at</h3>
      {others.length === 0 ? <p>There is nothing to look at.</p> : <Checks year={year} checks={others} names={names} />}
    </>
  );
}

interface ChecksProps {
  readonly year: string;
  readonly checks: readonly YearCheck[];
  readonly names: MeasureNames;
}

function Checks({ year, checks, names }: ChecksProps): JSX.Element {
  return (
    <ul class="annual__checks">
      {checks.map((check) => (
        <li>
          {check.says} <WhereToGo year={year} check={check} names={names} />
        </li>
      ))}
    </ul>
  );
}

function WhereToGo({ year, check, names }: Omit<ChecksProps, 'checks'> & { readonly check: YearCheck }): JSX.Element {
  const fileable = ['nothing-filed', 'no-direct-evidence'].includes(check.check)
    ? check.frameworks.filter((id) => kindsOf(names.frameworkOf(id) ?? { evidencedBy: [] }).length > 0)
    : [];
  return (
    <>
      {fileable.map((id) => (
        <>
          <a href={`/annual/file?measure=${id}&year=${year}`}>File for {id}</a>{' '}
        </>
      ))}
      {check.measure === null ? null : (
        <a href={`/live/measure/${check.measure}`}>See the figures of {check.measure}</a>
      )}
    </>
  );
}
