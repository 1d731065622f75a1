/**
 * Header of a record that was put on the log again, with where the one it replays lies: `<partition>-<offset>` (contract:
 * events, "Answers"). For people who read the log: nothing is counted by it.
 */
export const REPLAYS_HEADER = 'charter-replays';
