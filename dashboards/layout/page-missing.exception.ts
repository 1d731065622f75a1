import { HttpException } from '@nestjs/common';

/** There is no such page. */
export class PageMissing extends HttpException {
  constructor() {
    super('There is no such page.', 404);
  }
}
