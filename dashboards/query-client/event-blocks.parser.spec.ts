import { describe, expect, it } from '@jest/globals';
import { EventBlocks } from './event-blocks.parser.js';

describe('a stream of events', () => {
  it('comes to the same ids wherever it is cut', () => {
    const text = 'event: reset\nid: 3\ndata: {"id":9}\n\n: heartbeat\n\nevent: attention\nid: 12\ndata: {}\n\nevent: x';
    for (let cut = 0; cut <= text.length; cut += 1) {
      const blocks = new EventBlocks();
      expect([...blocks.take(text.slice(0, cut)), ...blocks.take(text.slice(cut))]).toEqual(['3', '12']);
    }
  });
});
