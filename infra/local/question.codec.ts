/** A message that a server answers once it works, and how to read the answer. */
export interface Question {
  readonly message: Buffer;
  /** Bytes of the whole answer, told by its first four. */
  readonly answerLength: (head: Buffer) => number;
  readonly isYes: (answer: Buffer) => boolean;
}

const correlation = 7;

/**
 * Kafka's Metadata request, version 1, for no topic: length, API key, version, correlation, no client id, no topics.
 * Its answer begins with length, correlation and the number of brokers, none before the broker has joined its cluster.
 */
export const whichBrokers: Question = {
  message: Buffer.concat([int32BE(14), int16BE(3), int16BE(1), int32BE(correlation), int16BE(-1), int32BE(0)]),
  answerLength: (head) => 4 + head.readInt32BE(0),
  isYes: (answer) => answer.length >= 12 && answer.readInt32BE(4) === correlation && answer.readInt32BE(8) > 0,
};

const okIsOne = Buffer.concat([Buffer.from('\x01ok\0'), doubleLE(1)]);

/** MongoDB's `{ping: 1, $db: 'admin'}` as an OP_MSG; its answer holds `ok: 1`. */
export const ping: Question = {
  message: opMsg(
    Buffer.concat([
      Buffer.from('\x10ping\0'),
      int32LE(1),
      Buffer.from('\x02$db\0'),
      int32LE(6),
      Buffer.from('admin\0'),
    ]),
  ),
  answerLength: (head) => head.readInt32LE(0),
  isYes: (answer) => answer.includes(okIsOne),
};

/** Header of length, request, response and operation code; flags; one section with one document of these elements. */
function opMsg(elements: Buffer): Buffer {
  const document = Buffer.concat([int32LE(elements.length + 5), elements, Buffer.of(0)]);
  const body = Buffer.concat([int32LE(correlation), int32LE(0), int32LE(2013), int32LE(0), Buffer.of(0), document]);
  return Buffer.concat([int32LE(body.length + 4), body]);
}

function int16BE(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeInt16BE(value);
  return bytes;
}

function int32BE(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
}

function int32LE(value: number): Buffer {
  return int32BE(value).reverse();
}

function doubleLE(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleLE(value);
  return bytes;
}
