import { SingleBar } from 'cli-progress';

/** Shows how far a long piece of work is. */
export interface Progress {
  /** So much more has been done. */
  readonly advance: (by: number) => void;
  readonly done: () => void;
}

const millisecondsBetweenLines = 5_000;

/**
 * A bar on a terminal; elsewhere a line every few seconds.
 *
 * @param total how much there is to do, in `unit`s
 */
export function showProgress(label: string, total: number, unit: string, stream: NodeJS.WriteStream): Progress {
  return stream.isTTY ? bar(label, total, unit, stream) : lines(label, total, unit, stream);
}

function bar(label: string, total: number, unit: string, stream: NodeJS.WriteStream): Progress {
  const single = new SingleBar({
    format: `${label} {bar} {percentage}% {value}/{total} ${unit}, {eta_formatted} left`,
    stream,
    hideCursor: true,
    etaBuffer: 100,
  });
  single.start(total, 0);
  return {
    advance: (by) => {
      single.increment(by);
    },
    done: () => {
      single.stop();
    },
  };
}

function lines(label: string, total: number, unit: string, stream: NodeJS.WriteStream): Progress {
  let value = 0;
  let lastWritten = performance.now();
  return {
    advance: (by) => {
      value += by;
      if (performance.now() - lastWritten < millisecondsBetweenLines) return;
      lastWritten = performance.now();
      stream.write(`${label}: ${String(value)} of ${String(total)} ${unit}\n`);
    },
    done: () => undefined,
  };
}
