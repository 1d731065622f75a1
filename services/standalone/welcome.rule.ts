/** How to get figures out of a system that holds nothing yet; printed at start. */
export const welcomeText = `Charter Monitor counts events and answers with figures. All demo tokens and data are synthetic.

Send one event (JSON, a CloudEvent):

  curl -X POST http://127.0.0.1:3000/v1/events \\
    -H 'authorization: Bearer demo-producer' \\
    -H 'content-type: application/cloudevents+json' \\
    -d '{"specversion":"1.0","id":"1","source":"urn:example:claims","type":"charter.application.received.v1",
         "time":"2026-04-01T09:30:00+01:00","subject":"CLAIM-000001","data":{"benefit":"SCP","channel":"online"}}'

Send a file of events, one JSON line each:

  npm run charter -- ingest events.ndjson --url http://127.0.0.1:3000

Ask for a figure:

  curl -H 'authorization: Bearer demo-staff' \\
    'http://127.0.0.1:3000/v1/observations?measure=applications-received&grain=month&from=2026-04-01'

More: /v1/measures, /v1/status, /health/ready
`;

/** What a person should know who started a demo. */
export const demoNotice = `Open it in a browser. Everything in it is synthetic: two years of history at first, then new events as the day goes on.
CHARTER_DEMO=off with another CHARTER_DATA starts empty.
`;

/** The same with the address on which the system listens. */
export function welcomeAt(address: string): string {
  return welcomeText.replaceAll('http://127.0.0.1:3000', address);
}
