import { Global, Module, type DynamicModule, type Provider } from '@nestjs/common';
import { AccessModule } from '../access/access.module.js';
import type { TokenVerifier } from '../access/token-verifier.port.js';
import { ProblemsModule } from '../problems/problems.module.js';
import { NO_LIMITS, type Limits } from './limits/limits.port.js';

/** What every service of a process needs of its surroundings: who may come in, how errors are told, shared providers. */
@Global()
@Module({})
export class ServiceModule {
  static with(
    verifier: TokenVerifier,
    providers: readonly (Provider & { readonly provide: symbol })[],
    limits: Limits = NO_LIMITS,
  ): DynamicModule {
    return {
      module: ServiceModule,
      imports: [AccessModule.with(verifier, limits), ProblemsModule],
      providers: [...providers],
      exports: providers.map(({ provide }) => provide),
    };
  }
}
