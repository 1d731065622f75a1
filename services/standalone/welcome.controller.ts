import { Controller, Get, Header } from '@nestjs/common';
import { Requires } from '../../libs/access/access.guard.js';
import { welcomeText } from './welcome.rule.js';

/** What a person sees who opens the address in a browser. */
@Controller()
@Requires('read-definitions')
export class WelcomeController {
  @Get()
  @Header('content-type', 'text/plain; charset=utf-8')
  @Header('cache-control', 'no-store')
  welcome(): string {
    return welcomeText;
  }
}
