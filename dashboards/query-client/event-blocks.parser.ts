/** Takes a stream of server-sent events apart: text as it comes in, the ids of whole events as they are complete. */
export class EventBlocks {
  #rest = '';

  /** The id of each event that is complete with this text, in order; comments have none and are passed over. */
  take(text: string): readonly string[] {
    const blocks = (this.#rest + text).split('\n\n');
    this.#rest = blocks.pop() ?? '';
    return blocks.flatMap((block) => /^id: ?(.*)$/m.exec(block)?.[1] ?? []);
  }
}
