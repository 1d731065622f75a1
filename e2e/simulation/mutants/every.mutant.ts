import { soundParts, type Parts } from '../world.simulation.js';
import { MovesReadersAtOnce } from './generation.mutant.js';
import { LosesARowInMerging } from './merge.mutant.js';
import { forgetsEqualityForms, readsTheClock, sharesAGeneration } from './program.mutant.js';
import { IgnoresEarlierRecordTimes } from './record-time.mutant.js';
import { ResumesAfterLastSegment } from './resume.mutant.js';
import { CasesBeforeSegment, PositionBeforeCases, QuarantineAfterSegment } from './save-order.mutant.js';
import { IgnoresRefusedSegments, ReplacesCasesBlindly, ReplacesSegments } from './stale-writer.mutant.js';
import { KeepsCasesWarm } from './warm-cases.mutant.js';

/** The system with one fault planted in it, by what the fault is. The simulator must find every one. */
export const mutants: Readonly<Record<string, Parts>> = {
  'cases are saved before the segment': { ...soundParts, Store: CasesBeforeSegment },
  'the position moves on before the cases are saved': { ...soundParts, Store: PositionBeforeCases },
  'refused records are saved after the segment that counts them': { ...soundParts, Store: QuarantineAfterSegment },
  'a process resumes behind the last segment': { ...soundParts, Store: ResumesAfterLastSegment },
  'cases stay warm from one assignment to the next': { ...soundParts, Store: KeepsCasesWarm },
  'a segment replaces another': { ...soundParts, Store: ReplacesSegments },
  'a refused segment is taken for a success': { ...soundParts, Store: IgnoresRefusedSegments },
  'a case is replaced whatever has become of it': { ...soundParts, Store: ReplacesCasesBlindly },
  'a merge loses a row': { ...soundParts, Store: LosesARowInMerging },
  'readers are moved to figures that have only begun': { ...soundParts, Store: MovesReadersAtOnce },
  'two versions write into one generation': { ...soundParts, version: sharesAGeneration },
  'an earlier record time of a copy is ignored': { ...soundParts, Log: IgnoresEarlierRecordTimes },
  'the fold reads the clock': { ...soundParts, version: readsTheClock },
  'the mask forgets equality forms': { ...soundParts, version: forgetsEqualityForms },
};
