import { Controller, Get, Header } from '@nestjs/common';
import { Requires } from '../../libs/access/access.guard.js';
import { DescribedBy, plainText, type Operation } from '../../libs/openapi/operation.document.js';
import { welcomeText } from './welcome.rule.js';

const welcomeOperation: Operation = {
  id: 'welcome',
  summary: 'How to begin',
  answers: { 200: plainText('For a person who opens the address in a browser.') },
};

/** What a person sees who opens the address in a browser. */
@Controller()
@Requires('read-definitions')
export class WelcomeController {
  @Get()
  @DescribedBy(welcomeOperation)
  @Header('content-type', 'text/plain; charset=utf-8')
  @Header('cache-control', 'no-store')
  welcome(): string {
    return welcomeText;
  }
}
