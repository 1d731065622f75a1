import type * as Faro from '@grafana/faro-web-sdk';
import type { EventEvent, ExceptionEvent, MeasurementEvent, Meta, TransportItem } from '@grafana/faro-web-sdk';

/**
 * Tells how a page fares: that it was opened, its web vitals, and errors. The page holds this script only where its reader agreed.
 * What is sent is put together here member by member, so that nothing else can get out: no query string, no text of the page or
 * of an error, nothing that stands for the reader or outlasts the page.
 */

declare global {
  /** What faro-web-sdk.iife.js leaves behind. */
  const GrafanaFaroWebSdk: typeof Faro;
}

const { ErrorsInstrumentation, FetchTransport, TransportItemType, WebVitalsInstrumentation, initializeFaro } =
  GrafanaFaroWebSdk;

/** Stands for the words of an error, which may quote anything. */
const LEFT_OUT = 'left out';

function whereAndWith({ app, browser, sdk }: Meta): Meta {
  return {
    app: { name: app?.name ?? '' },
    page: { url: `${location.origin}${location.pathname}` },
    browser: { name: browser?.name ?? '', version: browser?.version ?? '' },
    sdk: { name: sdk?.name ?? '', version: sdk?.version ?? '' },
  };
}

/** The kind of an error, and where in our own files it arose. */
function errorTold({ type, timestamp, stacktrace }: ExceptionEvent): ExceptionEvent {
  const own = (stacktrace?.frames ?? []).filter(({ filename }) => filename.startsWith(`${location.origin}/assets/`));
  return {
    type: /^[A-Za-z]{1,40}$/.test(type) ? type : 'Error',
    value: LEFT_OUT,
    timestamp,
    stacktrace: {
      frames: own.map(({ filename, lineno = 0, colno = 0 }) => ({
        filename: new URL(filename).pathname,
        function: '',
        lineno,
        colno,
      })),
    },
  };
}

/** How long and how good; not which element of the page. */
function vitalTold({ type, values, timestamp, context }: MeasurementEvent): MeasurementEvent {
  return { type, values, timestamp, context: { rating: context?.['rating'] ?? '' } };
}

function eventTold({ name, timestamp }: EventEvent): EventEvent {
  return { name, timestamp };
}

function told(item: TransportItem): TransportItem | null {
  const meta = whereAndWith(item.meta);
  if (isError(item)) return { ...item, meta, payload: errorTold(item.payload) };
  if (isVital(item)) return { ...item, meta, payload: vitalTold(item.payload) };
  if (isEvent(item)) return { ...item, meta, payload: eventTold(item.payload) };
  return null;
}

function isError(item: TransportItem): item is TransportItem<ExceptionEvent> {
  return item.type === TransportItemType.EXCEPTION;
}

function isVital(item: TransportItem): item is TransportItem<MeasurementEvent> {
  return item.type === TransportItemType.MEASUREMENT;
}

function isEvent(item: TransportItem): item is TransportItem<EventEvent> {
  return item.type === TransportItemType.EVENT;
}

function tell(url: string): void {
  const faro = initializeFaro({
    app: { name: 'charter-monitor-pages' },
    transports: [new FetchTransport({ url, requestOptions: { credentials: 'omit', referrerPolicy: 'no-referrer' } })],
    instrumentations: [new ErrorsInstrumentation(), new WebVitalsInstrumentation()],
    sessionTracking: { enabled: false },
    preventGlobalExposure: true,
    beforeSend: told,
  });
  faro.api.pushEvent('page_view');
}

const url = document.querySelector<HTMLScriptElement>('script[data-telemetry-to]')?.dataset['telemetryTo'];
if (url !== undefined) tell(url);
